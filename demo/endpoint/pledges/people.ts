/** Whose a pledge is, without keeping who that is: so that each counts once. */
import {createHmac} from 'node:crypto';
import {domainToASCII} from 'node:url';
import type {Pledge} from '../../../src/protocol/pledge.js';

/** What a mail host ignores in front of the @, and the other names that it has. */
interface Habits {
  readonly name: string;
  /** Whether `a.n.a` is `ana`. */
  readonly dots: boolean;
}

/**
 * The hosts that are known to deliver `ana+anything` to `ana`. Elsewhere a plus may be part of somebody's name, and
 * two people must not become one.
 */
const HOSTS: ReadonlyMap<string, Habits> = new Map(
  [
    {names: ['gmail.com', 'googlemail.com'], dots: true},
    {names: ['outlook.com'], dots: false},
    {names: ['hotmail.com'], dots: false},
    {names: ['live.com'], dots: false},
    {names: ['icloud.com', 'me.com', 'mac.com'], dots: false},
    {names: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'], dots: true},
    {names: ['fastmail.com', 'fastmail.fm'], dots: false},
  ].flatMap(({names, dots}) => names.map((name) => [name, {name: names[0]!, dots}])),
);

/**
 * One spelling for all in which letters reach the same mailbox: lower case, composed letters, the host as DNS has it,
 * and without dots and `+tag` where the host ignores them.
 */
export function canonicalEmail(address: string): string {
  const text = address.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  const written = text.slice(at + 1).toLowerCase();
  const host = domainToASCII(written).replace(/\.$/, '') || written;
  const local = text.slice(0, at).toLowerCase().normalize('NFC');
  const habits = HOSTS.get(host);
  if (!habits || local.startsWith('"')) return `${local}@${host}`;
  const [mailbox = ''] = local.split('+');
  return `${(habits.dots ? mailbox.replaceAll('.', '') : mailbox) || local}@${habits.name}`;
}

/**
 * Whose pledge it is, as a keyed hash; undefined without an address: then each message counts.
 *
 * Who speaks for an organisation may pledge for themselves too, and for a second organisation: both count.
 */
export function personOf({kind, name, email}: Pledge, key: string): string | undefined {
  if (email === undefined) return undefined;
  const party = kind === 'organisation' ? name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ') : '';
  return createHmac('sha256', key)
    .update(JSON.stringify([kind, party.trim(), canonicalEmail(email)]))
    .digest('base64url');
}
