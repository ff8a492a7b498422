/** Answers of an endpoint, whole or broken, as real `Response` objects. */

/** A `fetch` that gives the next of `answers` to each request, the last one from then on, and remembers what it was asked. */
export function fetchOf(...answers: (() => Response | Promise<Response>)[]) {
  const asked: {url: string; init: RequestInit}[] = [];
  const ask = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    const answer = answers[Math.min(asked.length, answers.length - 1)]!;
    asked.push({url: String(url), init});
    return answer();
  };
  return Object.assign(ask as typeof fetch, {asked});
}

export const json =
  (body: unknown, init: ResponseInit = {}) =>
  (): Response =>
    new Response(JSON.stringify(body), init);
export const text =
  (body: string, init: ResponseInit = {}) =>
  (): Response =>
    new Response(body, init);
export const problem =
  (status: number, body: unknown, headers: HeadersInit = {}) =>
  (): Response =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), {status, headers});
/** No connection, a refused origin, a loop of redirects: what every engine makes of each. */
export const unreachable = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
/** Never answers, and does not heed being aborted. */
export const silence = (): Promise<Response> => new Promise(() => undefined);

/** A body that comes in pieces; `end` is what happens after the last. */
export function pieces(parts: readonly string[], end: 'close' | 'hang' | 'break', init: ResponseInit = {}) {
  return (): Response => {
    const encoder = new TextEncoder();
    let next = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const part = parts[next++];
        if (part !== undefined) controller.enqueue(encoder.encode(part));
        else if (end === 'close') controller.close();
        else if (end === 'break') controller.error(new TypeError('network error'));
        else return new Promise(() => undefined);
        return undefined;
      },
    });
    return new Response(body, init);
  };
}

/** An answer whose read-only facts are set, as a browser sets them after a redirect. */
export function as(
  response: () => Response,
  facts: {type?: ResponseType; redirected?: boolean; url?: string; status?: number},
) {
  return (): Response => {
    const made = response();
    for (const [name, value] of Object.entries(facts)) Object.defineProperty(made, name, {value});
    return made;
  };
}
