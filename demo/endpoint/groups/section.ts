import type {Consent} from '../../../src/protocol/gathering.js';
import type {Group} from '../../../src/protocol/group.js';
import type {Queries} from '../database.js';
import {readSite, type Site} from '../documents.js';
import {readArea} from './area.js';

/** Groups that stand in the site's document itself. Where there are more, they are asked for by area. */
const IN_DOCUMENT = 1_000;

/** What a site with a network of groups has said of it. */
export interface Network {
  /** What whoever adds a group is to agree to. */
  readonly consents?: readonly Consent[];
  /** Documents of others, as addresses that start from the site's own. */
  readonly peers?: readonly string[];
}

/** What a site has said of its network; undefined where it has none. */
export function networkOf({extra}: Pick<Site, 'extra'>): Network | undefined {
  return extra['network'] as Network | undefined;
}

/** A site that has a network, and what it has said of it. */
export interface Networked {
  readonly site: Site;
  readonly network: Network;
}

/** The site with this id, where it has a network. */
export async function networkedOf(queries: Queries, id = ''): Promise<Networked | undefined> {
  const site = await readSite(queries, id);
  const network = site && networkOf(site);
  return network && {site, network};
}

/** What a document says of groups. */
export interface GroupSection extends Network {
  readonly groups: readonly Group[];
  readonly total: number;
  /** When anything of them was last changed, in milliseconds; 0 for none. */
  readonly changed: number;
}

/** The groups of a site as its document lists them: those without a place first, which no area has. */
export async function readGroupSection(queries: Queries, site: Site): Promise<GroupSection | undefined> {
  const network = networkOf(site);
  return network && {...network, ...(await readArea(queries, site.id, {limit: IN_DOCUMENT}))};
}
