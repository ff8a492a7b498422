import {assert} from 'chai';
import fc from 'fast-check';

import '../../src/values-pledge.js';
import type {Loaded} from '../../src/endpoint/loaded.js';
import type {EndpointSet} from '../../src/endpoint/resolve.js';
import type {ShownPledge} from '../../src/protocol/pledge.js';
import {Pages} from '../../src/widgets/values-pledge/wall/pages.js';
import {crowd, League, shown} from '../testing/league.js';
import {json} from '../testing/parish.js';

/** What an endpoint is like: how many there are, how many it gives at a time, and how many come before each page. */
interface Endpoint {
  readonly many: number;
  readonly page: number;
  readonly recent: number;
  readonly leadsOn: boolean;
  readonly coming: readonly number[];
}

describe('reading a wall on from the document', () => {
  const endpoints: fc.Arbitrary<Endpoint> = fc.record({
    many: fc.nat(90),
    page: fc.integer({min: 10, max: 40}),
    recent: fc.nat(30),
    leadsOn: fc.boolean(),
    coming: fc.array(fc.nat(4), {maxLength: 6}),
  });

  it('shows everyone once, whoever comes meanwhile and however long the pages are', async () => {
    await fc.assert(
      fc.asyncProperty(endpoints, async (endpoint) => {
        const {document, league, came} = open(endpoint);
        const {url} = league;
        const loaded: Loaded = {document, dropped: [], format: 'ctg', url, at: 0};
        const pages = new Pages({endpoint: url, format: 'auto'} as EndpointSet, loaded, {});

        try {
          // One press after the other; none does nothing while there is more.
          do {
            const before = pages.entries.length;
            assert.isTrue(await pages.fill({}, before));
            assert.isTrue(pages.entries.length > before || !pages.more);
          } while (pages.more);
        } finally {
          league.close();
        }

        const ids = pages.entries.map(({id}) => id!);
        assert.lengthOf(new Set(ids), ids.length);
        assert.includeMembers(
          ids,
          crowd(endpoint.many).map(({id}) => id!),
        );
        assert.includeMembers([...crowd(endpoint.many).map(({id}) => id!), ...came], ids);
      }),
      {numRuns: 150},
    );
  });

  /** An endpoint on which some come in front of all others before each page is given. */
  function open({many, page: size, recent, leadsOn, coming}: Endpoint) {
    let wall: readonly ShownPledge[] = crowd(many);
    const came: string[] = [];
    const league = new League();
    const asked = [...coming];
    league.onWall = (query) => {
      for (let left = asked.shift() ?? 0; left > 0; left -= 1) {
        const id = `new${came.length}`;
        came.push(id);
        wall = [shown({id}), ...wall];
      }
      const end = Number(query.get('page')) * size;
      return json({
        ctg: '1',
        pledge: {shown: {all: wall.length}, recent: wall.slice(end - size, end)},
        links: wall.length > end ? [{rel: 'older', href: `pledges?page=${end / size + 1}`}] : [],
      });
    };
    // A document that leads on has as many as a page.
    const first = wall.slice(0, leadsOn ? size : recent);
    const next = leadsOn && many > size ? [{rel: 'older', href: 'pledges?page=2'}] : [];
    const document: Loaded['document'] = {
      ctg: '1',
      pledge: {shown: {all: many}, recent: first},
      links: [{rel: 'wall', href: 'pledges?page={page}'}, ...next],
    };
    return {document, league, came};
  }
});
