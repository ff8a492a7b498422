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
  const own = page === undefined ? undefined : ownPage(page, [...originsOf(site), ...pages]);
  return own === undefined ? manageHref(base, site.id, token) : `${own}#ctg-signup-1=${token}`;
}

function ownPage(page: string, origins: readonly string[]): string | undefined {
  const url = parsed(page);
  return url && origins.includes(url.origin) ? url.origin + url.pathname : undefined;
}

/** The origins a site has named: its publisher's own addresses, and those in its list. */
function originsOf({publisher, pages}: Site): string[] {
  return [publisher.id, publisher.url, ...pages].flatMap((text) => parsed(text)?.origin ?? []);
}

function parsed(text: string | undefined): URL | undefined {
  if (text === undefined || !/^https?:/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text);
}
