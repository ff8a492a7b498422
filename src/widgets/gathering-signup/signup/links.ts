/** The address of this page that opens a gathering: what sharing links to. */
export function gatheringLink(page: string, id: string): string {
  return `${page.split('#')[0]}#ctg-gathering=${encodeURIComponent(id)}`;
}
