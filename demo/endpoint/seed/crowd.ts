/** People and organisations that do not exist, who pledged: the same ones in the same order for the same numbers. */
import type {Pledge} from '../../../src/protocol/pledge.js';
import type {State} from '../pledges/pledges.js';
import {FIRST_NAMES, LAST_NAMES, ORGANISATIONS, PLACES, WORDS} from './crowd-words.js';

/** An invented pledge: what was sent, what became of it, and how many days ago. */
export interface Pledger extends Pick<Pledge, 'kind' | 'name' | 'display' | 'place' | 'url' | 'values'> {
  readonly state: State;
  readonly daysAgo: number;
  /** Public id, where a page of the demonstration names it. */
  readonly badge?: string;
}

/** How many pledge, and how many of them are shown or wait to be. */
export interface Crowd {
  readonly people: number;
  /** People whose name the host has approved. */
  readonly shown: number;
  /** People whose name waits to be read: the last who came. */
  readonly waiting: number;
  /** Days over which they came, the last of them today. */
  readonly days: number;
}

/** How likely each value is to be chosen; others are as likely as not. */
const LIKELY: Readonly<Record<string, number>> = {
  love: 0.82,
  integrity: 0.43,
  courage: 0.28,
  service: 0.65,
  respect: 0.53,
};
/** How many of those who are shown wrote something in their own words, and say where they live. */
const WRITE = 0.7;
const SAY_WHERE = 0.6;

/** A crowd, those who came first first. Organisations are spread evenly among the people, and all are shown. */
export function crowd({people, shown, waiting, days}: Crowd, values: readonly string[]): Pledger[] {
  const all = people + ORGANISATIONS.length;
  const every = Math.floor(all / (ORGANISATIONS.length + 1));
  const readers = people - waiting;
  let person = 0;
  return Array.from({length: all}, (_, index) => {
    const daysAgo = ((all - 1 - index) / all) * days;
    const organisation = (index + 1) % every === 0 ? ORGANISATIONS[(index + 1) / every - 1] : undefined;
    if (organisation) {
      const said = valuesOf(index, values, 'shown', 'We');
      return {...organisation, kind: 'organisation', display: 'full', state: 'shown', values: said, daysAgo};
    }
    const state = stateOf(person, {readers, shown});
    person += 1;
    return {...personOf(person, state), values: valuesOf(index, values, state), state, daysAgo};
  });
}

/** Shown ones lie evenly among those who are only counted; the last to come wait. */
function stateOf(person: number, {readers, shown}: {readers: number; shown: number}): State {
  if (person >= readers) return 'waiting';
  const before = Math.floor((person * shown) / readers);
  return Math.floor(((person + 1) * shown) / readers) > before ? 'shown' : 'counted';
}

function personOf(index: number, state: State): Pick<Pledger, 'kind' | 'name' | 'display' | 'place'> {
  const name = `${pick(FIRST_NAMES, index, 1)} ${pick(LAST_NAMES, index, 2)}`;
  const seen = state !== 'counted';
  return {
    kind: 'person',
    name,
    display: seen ? (chance(index, 3) < 0.6 ? 'initial' : 'full') : 'anonymous',
    ...(seen && chance(index, 4) < SAY_WHERE && {place: pick(PLACES, index, 5)}),
  };
}

/** @param who whoever speaks, where not everybody could say every sentence */
function valuesOf(index: number, values: readonly string[], state: State, who = ''): Pledge['values'] {
  const chosen = values.filter((id, at) => chance(index, 10 + at) < (LIKELY[id] ?? 0.5));
  const ids = chosen.length > 0 ? chosen : [pick(values, index, 6)];
  const writes = state !== 'counted' && chance(index, 7) < WRITE;
  const about = writes ? ids[Math.floor(chance(index, 8) * ids.length)] : undefined;
  return ids.map((id) => {
    const sayable = (WORDS[id] ?? []).filter((words) => words.startsWith(who));
    const wording = id === about ? pick(sayable, index, 9) : undefined;
    return wording === undefined ? {id} : {id, wording};
  });
}

function pick<Item>(items: readonly Item[], index: number, salt: number): Item {
  return items[Math.floor(chance(index, salt) * items.length)]!;
}

/** A number from 0 to 1 that looks drawn by lot and is always the same for the same two (after murmur's last step). */
function chance(index: number, salt: number): number {
  let hash = Math.imul(index + 1, 0x9e_37_79_b1) ^ Math.imul(salt + 1, 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
