/** What the fragment of the page's address says to our widgets; anything else in it is the page's own business. */

/** The gathering that a shared link names. */
export function gatheringIn(hash: string): string | undefined {
  return decode(/^#ctg-gathering=(.+)$/.exec(hash)?.[1]);
}

/** The token of a private link, if it is meant for the `place`-th signup widget of the page, counted from 1. */
export function tokenIn(hash: string, place: number): string | undefined {
  const [, n, token] = /^#ctg-signup-(\d+)=(.+)$/.exec(hash) ?? [];
  return Number(n) === place ? decode(token) : undefined;
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    // A fragment cut off in the middle of an escape names nothing.
    return undefined;
  }
}
