/** What an escaped part of a fragment says; nothing when it was cut off in the middle of an escape. */
export function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    // Cut off.
    return undefined;
  }
}
