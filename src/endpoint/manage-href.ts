/** Where one can come back to a message later; a file of its own, because only somebody who sent one needs it. */
import type {CtgDocument} from '../protocol/document.js';
import type {Receipt} from '../protocol/receipt.js';
import {addressOf, originOf} from './target.js';

/** A document as far as it matters here: where it came from, and its links. */
export interface Linked {
  readonly url: string;
  readonly document: Pick<CtgDocument, 'links'>;
}

/**
 * Where a message can be looked at and changed: what the receipt says, or the link `rel` with its token.
 *
 * Only at the origin of the document or of the address that was posted to: whoever answers a post must not be able
 * to send people and their tokens elsewhere.
 *
 * @param source the document, or its URL where the document itself is not at hand
 * @param posted the address that was posted to
 */
export function manageHref(
  receipt: Pick<Receipt, 'manage' | 'token'>,
  source: Linked | string | undefined,
  posted: string,
  rel = 'manage',
): string | undefined {
  const url = typeof source === 'string' ? source : source?.url;
  const link =
    typeof source === 'object' ? source.document.links?.find((each) => each.rel === rel) : undefined;
  const {manage, token} = receipt;
  const href = manage
    ? addressOf(manage, {}, posted)
    : link && token !== undefined && addressOf(link.href, {token}, url);
  if (!href) return undefined;
  return [url, posted].some((each) => each && originOf(each) === originOf(href)) ? href : undefined;
}

/** The same for a message that was written down with the template of that link. */
export function manageOf(
  receipt: Pick<Receipt, 'manage' | 'token'>,
  {endpoint, manage, href}: {readonly endpoint: string; readonly manage?: string; readonly href: string},
): string | undefined {
  const links = manage === undefined ? [] : [{rel: 'manage', href: manage}];
  return manageHref(receipt, {url: endpoint, document: {links}}, href);
}
