/** Reading the body of an answer: as a stream, stopped at a ceiling, and never deeper than a stack can follow. */

/**
 * The text of a body; `undefined` when it is longer than `most` bytes, in which case the rest is not fetched.
 *
 * @param onBytes told of each piece as it comes, so that what breaks off is counted too
 */
export async function readText(
  response: Response,
  most: number,
  onBytes?: (bytes: number) => void,
): Promise<string | undefined> {
  const decoder = decoderFor(response.headers.get('Content-Type'));
  const reader = response.body?.getReader();
  let text = '';
  let bytes = 0;
  if (!reader) return text;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    onBytes?.(value.length);
    if (bytes > most) {
      // What is refused is not waited for either: a sender that never ends would hold us here.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, {stream: true});
  }
}

/** The decoder for what a `Content-Type` says; UTF-8 where it says nothing, or what nobody knows. */
function decoderFor(type: string | null): TextDecoder {
  try {
    return new TextDecoder(/charset="?([^;"\s]+)/i.exec(type!)?.[1]);
  } catch {
    // The name of an encoding that does not exist.
    return new TextDecoder();
  }
}

/**
 * Whether brackets nest deeper than `most` in a text of JSON.
 *
 * Asked of the text, because parsing a hundred thousand levels goes well and whatever walks them afterwards does not.
 */
export function isTooDeep(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    // By their codes, since a letter as a text costs four times as much: `"`, `[` and `{`, `]` and `}`.
    const code = text.charCodeAt(at);
    if (code === 34) {
      // Most of a document is strings, which the engine passes over faster than we do.
      do at = text.indexOf('"', at + 1);
      while (isEscaped(text, at));
      if (at < 0) return false;
    } else if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** Whether there is an odd number of backslashes before a place. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text.charCodeAt(start - 1) === 92) start -= 1;
  return (at - start) % 2 === 1;
}

/** Whether a text is a page of a website and no JSON: a login, a captive portal, an error page. */
export function isHtml(text: string): boolean {
  return /^\s*</.test(text);
}
