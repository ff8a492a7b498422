/** Where letters go, and where the links in them lead. */
import {isEmail} from '../../../src/protocol/rules.js';
import type {Site} from '../documents.js';
import {manageHref} from '../receipts.js';
import type {Settings} from '../settings.js';

/** Where the host of a site gets letters: an address of its own, else the published contact where that is one. */
export function hostMailOf({mail, publisher}: Site): string | undefined {
  const contact = publisher.privacy?.contact?.replace(/^mailto:/i, '');
  return [mail, contact].find((address): address is string => isEmail(address));
}

/**
 * Where the link in a letter to a guest leads: to the widget on the page where they signed up, if that page is one of
 * the site's own, else to the private page here.
 *
 * `page` is only what a message says of itself, and anyone can post one, with a stranger's address and a page of
 * their own: the letter would then lead that stranger there in the host's name, and carry the token along. So the
 * origin must be one that the site itself has named.
 */
export function guestLink(
  site: Site,
  page: string | undefined,
  token: string,
  {pages}: Pick<Settings, 'pages'>,
  base: string,
): string {
  const own = page === undefined ? undefined : ownPage(page, site, pages);
  return own === undefined ? manageHref(base, site.id, token) : `${own}#ctg-signup-1=${token}`;
}

/**
 * The page itself, where its origin is one that the site has named: by its publisher's own addresses, or in a list.
 *
 * A message names its page without a query, which often carries what is private. Some websites tell their pages apart
 * by nothing else (`/?page_id=7`): such a page is named in a list, whole, and has its query from there. Never from the
 * message: on a website with an open redirect, `?to=https://evil.example` would take the token along.
 */
function ownPage(page: string, site: Site, more: readonly string[]): string | undefined {
  const url = parsed(page);
  const pages = [...site.pages, ...more].flatMap((text) => parsed(text) ?? []);
  const named = [site.publisher.id, site.publisher.url].flatMap((text) => parsed(text) ?? []);
  if (!url || ![...pages, ...named].some(({origin}) => origin === url.origin)) return undefined;
  const whole = pages.find(
    ({origin, pathname, search}) => search !== '' && origin === url.origin && pathname === url.pathname,
  );
  return url.origin + url.pathname + (whole?.search ?? '');
}

function parsed(text: string | undefined): URL | undefined {
  if (text === undefined || !/^https?:/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text);
}
