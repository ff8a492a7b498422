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
 * Where a signup can be looked at and changed: what the receipt says, or the `manage` link with its token.
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
): string | undefined {
  const url = typeof source === 'string' ? source : source?.url;
  const link =
    typeof source === 'object' ? source.document.links?.find(({rel}) => rel === 'manage') : undefined;
  const {manage, token} = receipt;
  const href = manage
    ? addressOf(manage, {}, posted)
    : link && token !== undefined && addressOf(link.href, {token}, url);
  if (!href) return undefined;
  return [url, posted].some((each) => each && originOf(each) === originOf(href)) ? href : undefined;
}
