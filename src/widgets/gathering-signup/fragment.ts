/** What the fragment of the page's address says to our widgets; anything else in it is the page's own business. */

/** The gathering that a shared link names. */
export function gatheringIn(hash: string): string | undefined {
  return decode(/^#ctg-gathering=(.+)$/.exec(hash)?.[1]);
}

/** Whether a fragment is a private link, to one of the widgets of the page. */
export function isPrivate(hash: string): boolean {
  return hash.startsWith('#ctg-signup-');
}

/** What an escaped part of a fragment says; nothing when it was cut off in the middle of an escape. */
export function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    // Cut off.
    return undefined;
  }
}
