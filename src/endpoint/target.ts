/** Where a message goes. */
import {fetchableUrl} from '../base/safe-url.js';
import type {Link} from '../protocol/document.js';
import type {Loaded} from './loaded.js';
import type {EndpointSet, Encoding} from './resolve.js';

/** What a message is about. */
export type Kind = 'signups' | 'pledges' | 'groups';

/** Where a message goes, and what is known about that place. */
export interface Target {
  readonly href: string;
  readonly encoding: Encoding;
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
  const {action, ack, redirects} = set;
  const link: Partial<Link> | undefined = action
    ? {href: action}
    : loaded?.document.links?.find(({rel}) => rel === REL[kind]);
  const href = link?.href && addressOf(link.href, slots, action ? undefined : loaded?.url);
  if (!href || set.allow?.includes(originOf(href)) === false) return undefined;
  return {
    href,
    encoding: link.encoding ?? set.encoding,
    idempotent: !!link.idempotent,
    idempotencyHeader: link.idempotency === 'header',
    ack,
    redirects,
  };
}

/** The origin of an absolute address; all built-in examples are one. */
export function originOf(address: string): string {
  return address.startsWith('mock:') ? 'mock:' : new URL(address).origin;
}

/** The host that a message goes to, as the visitor is told. */
export function hostOf(href: string): string {
  return URL.canParse(href) && new URL(href).host ? new URL(href).host : href.split('/')[0]!;
}

/** A template with its slots filled, as an absolute address; `undefined` when it must not be used. */
export function addressOf(
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
