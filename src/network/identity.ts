/** Which two names are one group. */

/**
 * What a group is known by everywhere: its id as a whole normalised URL, or, where the id is none, the id within the
 * document that gives it. Never a part of a URL, so that `a.org` and `ba.org` stay two. O(length).
 *
 * @param source URL of the document in which the id stands
 */
export function identityOf(id: string, source: string): string {
  return normalUrl(id) ?? (isUrn(id) ? id : `${normalUrl(source) ?? source}#${id}`);
}

/** Whether an id is a name that belongs to no site, and means the same in every document. */
export const isUrn = (id: string): boolean => /^urn:/i.test(id);

/** A web address as one compares it: host in small letters, no default port, no closing slash, no fragment. */
export function normalUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.hash = '';
  const {origin, pathname, search} = url;
  // Counted, since a pattern for closing slashes takes quadratic time over slashes that close nothing.
  let end = pathname.length;
  while (pathname[end - 1] === '/') end -= 1;
  return origin + pathname.slice(0, end) + search;
}

/** The origin of a web address; `undefined` where it is none. */
export function originOf(address: string | undefined): string | undefined {
  const whole = address === undefined ? undefined : normalUrl(address);
  return whole === undefined ? undefined : new URL(whole).origin;
}
