/** The address of this page that opens a gathering: what sharing links to. */
export function gatheringLink(page: string, id: string): string {
  return `${page.split('#')[0]}#ctg-gathering=${encodeURIComponent(id)}`;
}

/** The address of this page that opens a signup on any device. In the fragment, so that no server ever sees it. */
export function privateLink(page: string, place: number, token: string): string {
  return `${page.split('#')[0]}#ctg-signup-${place}=${encodeURIComponent(token)}`;
}
