import fc from 'fast-check';

import type {SourceDocument} from '../../src/network/network.js';
import type {Group} from '../../src/protocol/group.js';

/** Noon of a day, in milliseconds. */
export const NOW = Date.UTC(2026, 10, 26, 12);
export const ago = (days: number): string => new Date(NOW - days * 86_400_000).toISOString();

/** A document of these groups. */
export const documentOf = (
  url: string,
  groups: readonly Group[],
  more: Partial<SourceDocument> = {},
): SourceDocument => ({url, readAt: NOW, groups, ...more});

const SITES = ['https://a.example', 'https://b.example', 'https://c.example', 'https://d.example'];
const id = fc.oneof(fc.constantFrom(...SITES.map((site) => `${site}/`)), fc.constantFrom('g1', 'g2', 'g3'));
const kind = fc.option(fc.constantFrom('partners', 'supplies', 'supplied-by', 'member-of', 'has-member'), {
  nil: undefined,
});

const group: fc.Arbitrary<Group> = fc
  .record({
    id,
    name: fc.constantFrom('Garden', 'Mill', 'Bakery'),
    url: fc.option(fc.constantFrom(...SITES, 'https://e.example/'), {nil: undefined}),
    description: fc.option(fc.string({maxLength: 20}), {nil: undefined}),
    needs: fc.option(fc.subarray(['housing', 'energy', 'family']), {nil: undefined}),
    connections: fc.option(fc.array(fc.record({to: id, kind}), {maxLength: 4}), {nil: undefined}),
    declines: fc.option(fc.array(id, {maxLength: 2}), {nil: undefined}),
    updated: fc.option(fc.integer({min: 0, max: 500}).map(ago), {nil: undefined}),
  })
  .map((fields) => JSON.parse(JSON.stringify(fields)) as Group);

/** Documents of a few sites that speak of themselves and of each other. */
export const documents: fc.Arbitrary<readonly SourceDocument[]> = fc
  .uniqueArray(
    fc.record({
      url: fc.constantFrom(...[...SITES, 'https://city.example'].map((site) => `${site}/ctg.json`)),
      groups: fc.uniqueArray(group, {maxLength: 5, selector: (each) => each.id}),
    }),
    {maxLength: 5, selector: ({url}) => url},
  )
  .map((all) => all.map(({url, groups}) => documentOf(url, groups)));
