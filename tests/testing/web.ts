/** The web as a page meets it: whatever is not of the page's own origin answers as a test wants, or is down. */
export class Web {
  readonly #real = globalThis.fetch;
  /** What answers, by address. A page reads each address once: let each test have its own. */
  readonly answers: Record<string, () => Response | Promise<Response>> = {};
  /** Every foreign address that was asked for, in order. */
  readonly asked: string[] = [];

  constructor() {
    globalThis.fetch = (input, init) => {
      const {url} = new Request(input);
      // The parts of a widget come from where the test runs.
      if (url.startsWith(`${location.origin}/`)) return this.#real.call(globalThis, input, init);
      this.asked.push(url);
      const answer = this.answers[url];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('down'));
    };
  }

  /** Gives the page its own connection back. */
  close(): void {
    globalThis.fetch = this.#real;
  }
}

/** An answer of this very text, as JSON. */
export const says = (text: string): Response =>
  new Response(text, {headers: {'Content-Type': 'application/json'}});
