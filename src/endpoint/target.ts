/** Where a message goes, and where one can come back to it later. */
import {fetchableUrl} from '../base/safe-url.js';
import type {Receipt} from '../protocol/receipt.js';
import type {Loaded} from './client.js';
import type {EndpointSet} from './resolve.js';

/** What a message is about. */
export type Kind = 'signups' | 'pledges' | 'groups';

/** Where a message goes, and what is known about that place. */
export interface Target {
  readonly href: string;
  readonly encoding: 'json';
  /** Whether it acts only once on what it gets twice. */
  readonly idempotent: boolean;
  /** Whether it wants the id as a header too. */
  readonly idempotencyHeader: boolean;
  readonly ack: EndpointSet['ack'];
  readonly redirects: EndpointSet['redirects'];
}

const REL: Record<Kind, string> = {signups: 'signups', pledges: 'pledges', groups: 'join'};

/**
 * Where messages of a kind go: the `action` of the set, or the link of the document. `undefined` means read-only:
 * there are no default addresses, so nothing is ever sent where nobody said that it should go.
 */
export function targetOf(
  loaded: Loaded | undefined,
  set: EndpointSet,
  kind: Kind,
  gathering?: string,
): Target | undefined {
  const slots = {kind, ...(gathering !== undefined && {gathering})};
  const {ack, redirects} = set;
  if (set.action) {
    const href = addressOf(set.action, slots, undefined);
    return href
      ? {href, encoding: 'json', idempotent: false, idempotencyHeader: false, ack, redirects}
      : undefined;
  }
  const link = loaded?.document.links?.find(
    ({rel, encoding = 'json'}) => rel === REL[kind] && encoding === 'json',
  );
  const href = link && addressOf(link.href, slots, loaded?.url);
  if (!href) return undefined;
  return {
    href,
    encoding: 'json',
    idempotent: link.idempotent === true,
    idempotencyHeader: link.idempotency === 'header',
    ack,
    redirects,
  };
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
  source: Loaded | string | undefined,
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

/** A template with its slots filled, as an absolute address; `undefined` when it must not be used. */
function addressOf(
  template: string,
  slots: Record<string, string>,
  base: string | undefined,
): string | undefined {
  let whole = true;
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(slots, name) ? slots[name]! : '';
    // A step named `..` would climb to another address.
    if (/^\.{0,2}$/.test(value)) whole = false;
    return encodeURIComponent(value);
  });
  if (!whole) return undefined;
  // The examples answer only to themselves: a real document must not pretend to have signed anyone up.
  if (filled.startsWith('mock:')) return !base || base.startsWith('mock:') ? filled : undefined;
  const url = fetchableUrl(filled, base);
  const weaker = url?.protocol === 'http:' && base?.startsWith('https:');
  return weaker ? undefined : url?.href;
}

function originOf(address: string): string {
  return address.startsWith('mock:') ? 'mock:' : new URL(address).origin;
}
