// The invented network of a region: what a map has to have to show everything that it can.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Hono} from 'hono';
import {regionDocument, regionRoutes, regionSources, withPeers} from '../../demo/region.js';
import {NEEDS, SECTORS} from '../../demo/endpoint/groups/words.js';
import {regionGroups} from '../../demo/endpoint/seed/network.js';
import {SITES} from '../../demo/endpoint/seed/seed.js';
import {type CtgDocument, DocumentSchema} from '../../src/protocol/document.js';
import type {Group} from '../../src/protocol/group.js';

const DAY = 24 * 3_600_000;
const NOW = Date.parse('2027-03-14T15:09:26Z');
const NAMES = ['tahoe', 'capital', 'desert'] as const;

/** The documents, each with what it lists. */
const documents = (now = NOW) => ({
  business: regionGroups(now),
  ...Object.fromEntries(NAMES.map((name) => [name, regionDocument(name, now)?.groups ?? []])),
});
const everything = (): readonly Group[] => Object.values(documents()).flat();

/** What one end calls a tie when the other end calls it that. */
const INVERSES: Readonly<Record<string, string>> = {
  supplies: 'supplied-by',
  funds: 'funded-by',
  refers: 'referred-by',
  introduces: 'introduced-by',
  'has-member': 'member-of',
  parent: 'child',
};
const inverse = (kind: string) =>
  INVERSES[kind] ?? Object.entries(INVERSES).find(([, other]) => other === kind)?.[0] ?? kind;

/** Every tie that one end tells, with what the other end says of it. */
function told(): {readonly kind: string; readonly ends: string; readonly says: string}[] {
  const groups = everything();
  const known = new Set(groups.map(({id}) => id));
  return groups.flatMap(({id, connections = []}) =>
    connections.map(({to, kind = ''}) => {
      const others = groups.filter((other) => other.id === to);
      const back = others.flatMap((other) => other.connections ?? []).find((tie) => tie.to === id);
      const declined = others.some((other) => other.declines?.includes(id));
      const says = !known.has(to) ? 'unknown' : declined ? 'no' : back ? (back.kind ?? '') : 'nothing';
      return {kind, ends: `${id} ${to}`, says};
    }),
  );
}

describe('the network of a region', () => {
  it('is strict, of at least sixty groups, with every need, every sector, and no person', () => {
    const groups = everything();

    for (const name of NAMES) DocumentSchema.parse(regionDocument(name, NOW));
    assert.ok(new Set(groups.map(({id}) => id)).size >= 60);
    assert.deepEqual(
      new Set(groups.flatMap(({needs = []}) => needs)),
      new Set(NEEDS.map(({value}) => value)),
    );
    assert.deepEqual(new Set(groups.map(({sector}) => sector)), new Set(SECTORS.map(({value}) => value)));
    assert.ok(groups.every(({kind, id}) => kind !== 'person' && /^https:\/\/[a-z-]+\.example\/$/.test(id)));
  });

  it('lies in Northern Nevada and the Sierra beside it, told no closer than it may be, some of it nowhere', () => {
    const groups = everything();
    const placed = groups.filter(({place}) => place);

    assert.ok(groups.length - placed.length >= 3);
    assert.ok(new Set(placed.map(({place}) => place?.label)).size >= 20);
    for (const {name, place} of placed) {
      assert.ok(place!.lat! > 38.5 && place!.lat! < 40.7, name);
      assert.ok(place!.lon! > -120.8 && place!.lon! < -118.3, name);
      const decimals = place!.precision === 'street' ? 1_000 : 100;
      assert.equal(Math.round(place!.lat! * decimals) / decimals, place!.lat, name);
    }
  });

  it('has ties that both ends tell alike, many of them from one document to another', () => {
    const both = told().filter(({says}) => !['unknown', 'no', 'nothing'].includes(says));
    const lists = Object.values(documents()).map((list) => new Set(list.map(({id}) => id)));
    const across = both.filter(({ends}) => {
      const [from, to] = ends.split(' ') as [string, string];
      return !lists.some((list) => list.has(from) && list.has(to));
    });

    for (const {kind, says, ends} of both) assert.equal(says, inverse(kind), ends);
    assert.ok(both.length / 2 >= 80 && across.length / 2 >= 15);
    assert.ok(new Set(both.map(({kind}) => kind)).size >= 12);
  });

  it('has ties that one end alone tells, some that the other declines, and some to whom nobody lists', () => {
    const count = (says: string) => told().filter((tie) => tie.says === says).length;

    assert.ok(count('nothing') >= 25);
    assert.equal(count('no'), 3);
    assert.equal(count('unknown'), 2);
  });

  it('has a hub, and somebody who waits for a first tie', () => {
    const ties = told().flatMap(({ends}) => ends.split(' '));
    const degree = ({id}: Group) => ties.filter((end) => end === id).length;

    assert.ok(everything().some((group) => degree(group) >= 15));
    assert.deepEqual(
      everything()
        .filter((group) => degree(group) === 0)
        .map(({name}) => name),
      ['Hangar Youth Club'],
    );
  });

  it('was updated lately, but for one document that is more than a year old; none in the future', () => {
    const age = (name: string) => (NOW - Date.parse(regionDocument(name, NOW)?.updated ?? '')) / DAY;

    assert.ok(age('tahoe') < 30 && age('capital') < 30);
    assert.ok(age('desert') > 365 && age('desert') < 500);
    assert.ok(everything().every(({updated}) => Date.parse(updated ?? '') <= NOW));
    const ends = everything().flatMap(({expires}) => (expires === undefined ? [] : [Date.parse(expires)]));
    assert.ok(ends.some((end) => end < NOW) && ends.some((end) => end > NOW));
  });

  it('stays the same all day, and is a day younger the next', () => {
    const morning = Date.parse('2027-03-14T00:00:00Z');
    const document = (now: number) => regionDocument('tahoe', now);

    assert.deepEqual(document(morning), document(morning + DAY - 1));
    assert.equal(
      Date.parse(document(morning + DAY)?.updated ?? '') - Date.parse(document(morning)?.updated ?? ''),
      DAY,
    );
  });

  it('has two groups that two documents list, with different words', () => {
    const ids = everything().map(({id}) => id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);

    assert.deepEqual(twice, ['https://riverside.example/', 'https://lantern-kitchen.example/']);
  });
});

describe('its other documents', () => {
  const app = new Hono();
  regionRoutes(app, () => NOW);
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, {headers: {Origin: 'https://elsewhere.example', ...headers}});

  for (const name of NAMES)
    it(`can be read by every website: ${name}`, async () => {
      const answer = await get(`/network/${name}.json`);
      const again = await get(`/network/${name}.json`, {'If-None-Match': answer.headers.get('etag') ?? ''});

      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      assert.ok(((await answer.json()) as CtgDocument).groups!.length > 10);
      assert.equal(again.status, 304);
    });

  it('are one too few: a host is down, and says so to every website', async () => {
    const [down, none] = [await get('/network/black-rock.json'), await get('/network/constructor.json')];

    assert.deepEqual([down.status, none.status], [503, 404]);
    assert.equal(down.headers.get('access-control-allow-origin'), '*');
    assert.ok(Number(down.headers.get('retry-after')) > 0);
  });

  it('are named by the site that has a network, on two more origins', () => {
    const sources = regionSources('http://localhost:8000', 'http://127.0.0.1:8000');
    const peers = withPeers(SITES, sources).map(({id, network}) => [id, network?.peers]);

    assert.deepEqual(Object.fromEntries(peers), {church: undefined, business: sources, nonprofit: undefined});
    assert.deepEqual(sources.map((source) => new URL(source).origin).sort(), [
      'http://127.0.0.1:8000',
      'http://127.0.0.1:8000',
      'http://localhost:8000',
      'http://localhost:8000',
    ]);
  });
});
