/** What is passed on: addresses of this page, and how they are copied. */

/** `page` without its fragment, and without what it says of whoever came by it (`?ctg_name=Ana`, `utm_source=…`): that is nobody else's. */
export function forOthers(page: string): string {
  const url = new URL(page);
  for (const name of [...url.searchParams.keys()])
    if (/^(ctg|utm)_/.test(name)) url.searchParams.delete(name);
  return url.href.split('#')[0]!;
}

/** Copies `text`; false where that is not allowed. */
export async function copy(text: string): Promise<boolean> {
  try {
    // Missing on plain http, and refused where the page forbids it.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
