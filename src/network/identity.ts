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

/**
 * What most addresses look like: nothing in them but a closing slash changes when they are parsed, which takes three
 * times as long as to see that. No host that may be a number, or Unicode in disguise (`xn--`), is so plain.
 */
const PLAIN = /^https:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]+(?:\/[\w-]+(?:\.[\w-]+)*)*\/?$/;

/** A web address as one compares it: host in small letters, no default port, no closing slash, no fragment. */
export function normalUrl(address: string): string | undefined {
  if (PLAIN.test(address)) return address.endsWith('/') ? address.slice(0, -1) : address;
  if (!address.includes(':') || !URL.canParse(address)) return undefined;
  const {protocol, origin, pathname, search} = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  // Counted, since a pattern for closing slashes takes quadratic time over slashes that close nothing.
  let end = pathname.length;
  while (pathname[end - 1] === '/') end -= 1;
  return origin + pathname.slice(0, end) + search;
}

/** The origin of an address that {@link normalUrl} gave. */
export const originOf = (normal: string | undefined): string | undefined =>
  normal && /^[^/]*..[^/?]*/.exec(normal)![0];
