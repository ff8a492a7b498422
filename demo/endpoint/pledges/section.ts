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

/** What a document says of pledges. */
export interface Published {
  /** The `pledge` section: counted, with the latest that may be shown. */
  readonly pledge?: PledgeSection;
  /** Public id of the last of these; absent where nobody is left to be shown after it. */
  readonly after?: string;
}

/** What a document says of pledges, as of now; nothing where the site asks for none. */
export async function readSection(queries: Queries, site: Site): Promise<Published> {
  const intention = intentionOf(site);
  if (!intention) return {};
  const values = valuesOf(intention);
  const {counts, shown} = await readTallies(queries, site.id, values);
  const {entries, more} = await readShown(queries, site.id, {values, page: 1, many: RECENT});
  return {pledge: {...intention, counts, shown, recent: entries}, ...(more && {after: more})};
}
