/** The address of this page that opens a gathering: what sharing links to. */
export function gatheringLink(page: string, id: string): string {
  return `${forOthers(page)}#ctg-gathering=${encodeURIComponent(id)}`;
}

/** `page` without its fragment, and without what it says of whoever came by it (`?ctg_name=Ana`, `utm_source=…`): that is nobody else's. */
export function forOthers(page: string): string {
  const url = new URL(page);
  for (const name of [...url.searchParams.keys()])
    if (/^(ctg|utm)_/.test(name)) url.searchParams.delete(name);
  return url.href.split('#')[0]!;
}
