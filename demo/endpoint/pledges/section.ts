import type {PledgeSection} from '../../../src/protocol/pledge.js';
import type {Queries} from '../database.js';
import {readSite, type Site} from '../documents.js';
import {readTallies} from './tallies.js';
import {readShown} from './wall.js';

/** Entries of the wall that stand in the document itself: the first page of it, in the same request. */
const RECENT = 20;

/** What a site asks people to pledge: its words, values, goal and consents, without what is counted. */
export type Intention = Omit<PledgeSection, 'values' | 'counts' | 'shown' | 'recent'> & {
  readonly values: NonNullable<PledgeSection['values']>;
};

/** What a site asks people to pledge; undefined where it asks for nothing. */
export function intentionOf({extra}: Pick<Site, 'extra'>): Intention | undefined {
  return extra['pledge'] as Intention | undefined;
}

/** A site that asks for pledges, and what it asks. */
export interface Asking {
  readonly site: Site;
  readonly intention: Intention;
}

/** The site with this id, where it asks for pledges. */
export async function askingOf(queries: Queries, id = ''): Promise<Asking | undefined> {
  const site = await readSite(queries, id);
  const intention = site && intentionOf(site);
  return intention && {site, intention};
}

/** The ids of the values that there are. */
export function valuesOf({values}: Intention): string[] {
  return values.map(({id}) => id);
}

/** The `pledge` section as it is published: counted, with the latest that may be shown. */
export async function readSection(queries: Queries, site: Site): Promise<PledgeSection | undefined> {
  const intention = intentionOf(site);
  if (!intention) return undefined;
  const values = valuesOf(intention);
  const {counts, shown} = await readTallies(queries, site.id, values);
  const {entries} = await readShown(queries, site.id, {values, page: 1, many: RECENT});
  return {...intention, counts, shown, recent: entries};
}
