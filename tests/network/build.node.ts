import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import fc from 'fast-check';

import {buildNetwork} from '../../src/network/build.js';
import {possibleDuplicates} from '../../src/network/duplicates.js';
import type {Network, NetworkGroup, SourceDocument} from '../../src/network/network.js';
import type {Group} from '../../src/protocol/group.js';
import {ago, documentOf, documents, NOW} from './arbitraries.js';

const A = 'https://a.example/';
const B = 'https://b.example/';
const build = (...sources: readonly SourceDocument[]): Network => buildNetwork(sources, NOW);
const of = (url: string, ...groups: readonly Group[]): SourceDocument =>
  documentOf(new URL('ctg.json', url).href, groups);
const named = ({groups}: Network, name: string): NetworkGroup =>
  groups.find((group) => group.name === name) ?? assert.fail(name);
const statesOf = ({ties}: Network): readonly string[] => ties.map(({state}) => state);

describe('what many documents say of one group', () => {
  test('is one group with its own word first, and the origin of each field', () => {
    const city = of('https://city.example/', {
      id: A,
      name: 'The garden',
      description: 'Of the city',
      sector: 'resident',
    });
    const own = of(A, {id: 'https://A.example', name: 'Garden', description: 'Our own', updated: ago(3)});

    const {groups} = build(city, own);

    assert.equal(groups.length, 1);
    const {name, description, sector, origins, own: spoke, sources} = groups[0]!;
    assert.deepEqual([name, description, sector, spoke], ['Garden', 'Our own', 'resident', true]);
    assert.deepEqual([origins['description'], origins['sector'], sources], [1, 0, [1, 0]]);
  });

  test('stays two where only a part of the address is the same', () => {
    const {groups} = build(
      of('https://city.example/', {id: 'https://a.org/', name: 'A'}, {id: 'https://ba.org/', name: 'BA'}),
    );

    assert.equal(groups.length, 2);
  });

  test('is one by its web address, but never against a document that tells two apart', () => {
    const one = {id: 'g1', name: 'Garden', url: 'https://garden.example/'};
    const two = {id: 'g2', name: 'Garden shop', url: 'https://garden.example/'};

    assert.equal(build(of(A, one), of(B, one)).groups.length, 1);
    assert.equal(build(of(A, one, two), of(B, one)).groups.length, 3);
  });

  test('is not one because two documents number their groups alike', () => {
    assert.equal(build(of(A, {id: '1', name: 'Garden'}), of(B, {id: '1', name: 'Mill'})).groups.length, 2);
  });

  test('may be one by name and place, which is said and not done', () => {
    const place = {lat: 39.5, lon: -119.8};
    const near = {lat: 39.5015, lon: -119.8};
    const far = {lat: 39.6, lon: -119.8};
    const network = build(
      of(A, {id: 'g', name: 'Café Río', place}),
      of(B, {id: 'g', name: 'cafe rio', place: near}),
      of('https://c.example/', {id: 'g', name: 'Cafe Rio', place: far}),
    );

    assert.equal(network.groups.length, 3);
    assert.deepEqual(possibleDuplicates(network.groups), [[0, 1]]);
  });

  test('says how old it is, and believes no date that is still to come', () => {
    const network = build(
      of(
        A,
        {id: '1', name: 'Fresh', updated: ago(10)},
        {id: '2', name: 'Ageing', updated: ago(300)},
        {id: '3', name: 'Stale', updated: ago(400)},
        {id: '4', name: 'Ahead', updated: ago(-40)},
        {id: '5', name: 'Gone', expires: ago(1)},
      ),
    );

    assert.deepEqual(
      network.groups.map(({name, freshness}) => [name, freshness.state]),
      [
        ['Fresh', 'fresh'],
        ['Ageing', 'ageing'],
        ['Stale', 'stale'],
        ['Ahead', 'undated'],
      ],
    );
    assert.deepEqual(network.leftOut, [{reason: 'expired', count: 1}]);
  });

  test('is gone when its own word says so, whatever others still say, and only then', () => {
    const city = of('https://city.example/', {id: A, name: 'Garden'}, {id: B, name: 'Mill', expires: ago(1)});

    const {groups, leftOut} = build(
      city,
      of(A, {id: A, name: 'Garden', expires: ago(2)}),
      of(B, {id: B, name: 'Mill'}),
    );

    assert.deepEqual(
      groups.map(({name}) => name),
      ['Mill'],
    );
    assert.deepEqual(leftOut, [{reason: 'expired', count: 1}]);
  });

  test('has the place that another gives where its own is none, but not where it names a town alone', () => {
    const place = {lat: 39.5, lon: -119.8};
    const city = of('https://city.example/', {id: A, name: 'A', place}, {id: B, name: 'B', place});

    const {groups} = build(
      city,
      of(A, {id: A, name: 'A', place: {lat: 0, lon: 0}}),
      of(B, {id: B, name: 'B', place: {label: 'Reno'}}),
    );

    assert.deepEqual(
      groups.map((group) => [group.place, group.origins['place']]),
      [
        [place, 0],
        [{label: 'Reno'}, 2],
      ],
    );
  });

  test('has no place at 0/0, nor with half of one, and keeps its town', () => {
    const network = build(
      of(
        A,
        {id: '1', name: 'Nowhere', place: {lat: 0, lon: 0, label: 'Reno'}},
        {id: '2', name: 'Half', place: {lat: 4}},
      ),
    );

    assert.deepEqual(named(network, 'Nowhere').place, {label: 'Reno'});
    assert.equal(named(network, 'Half').place?.lat, undefined);
    assert.deepEqual(network.leftOut, [{reason: 'place', count: 2}]);
  });
});

describe('a tie', () => {
  const pair = (mine: Partial<Group>, theirs: Partial<Group>): Network =>
    build(of(A, {id: A, name: 'Garden', ...mine}), of(B, {id: B, name: 'Mill', ...theirs}));

  test('is confirmed where both say so, in words that are each other’s inverse', () => {
    const network = pair(
      {connections: [{to: B, kind: 'supplied-by'}]},
      {connections: [{to: A, kind: 'supplies', note: 'Flour'}]},
    );

    assert.equal(network.ties.length, 1);
    const {from, to, kind, state, note} = network.ties[0]!;
    assert.deepEqual([from, to, kind, state, note], [1, 0, 'supplies', 'confirmed', 'Flour']);
  });

  test('is two where both say they give: neither confirms the other', () => {
    const network = pair(
      {connections: [{to: B, kind: 'supplies'}]},
      {connections: [{to: A, kind: 'supplies'}]},
    );

    assert.deepEqual(statesOf(network), ['claimed', 'claimed']);
  });

  test('is claimed where the other has spoken and is silent about it', () => {
    assert.deepEqual(statesOf(pair({connections: [{to: B, kind: 'partners'}]}, {})), ['claimed']);
  });

  test('is unchecked where the other has not been heard', () => {
    const network = build(
      of(A, {id: A, name: 'Garden', connections: [{to: B}]}),
      of('https://city.example/', {id: B, name: 'Mill'}),
    );

    assert.deepEqual(statesOf(network), ['unchecked']);
  });

  test('is declined where the other says no, whatever anybody claims', () => {
    const network = pair(
      {connections: [{to: B, kind: 'partners'}]},
      {declines: [A], connections: [{to: A, kind: 'partners'}]},
    );

    assert.deepEqual(statesOf(network), ['declined']);
    assert.equal(network.ties[0]!.decliner, 1);
    assert.deepEqual(
      network.groups.map(({ties}) => ties),
      [[0], [0]],
    );
  });

  test('to oneself, or to nobody, is left out and counted; of very many the first fifty stay', () => {
    const many = Array.from({length: 10_000}, (_, index) => ({
      id: `https://g${index}.example/`,
      name: `G${index}`,
    }));
    const network = build(
      of(A, {
        id: A,
        name: 'Hub',
        connections: [{to: A}, {to: 'https://nobody.example/'}, ...many.map(({id}) => ({to: id}))],
      }),
      of('https://city.example/', ...many),
    );

    assert.equal(network.ties.length, 50);
    assert.deepEqual(
      new Map(network.leftOut.map(({reason, count}) => [reason, count])),
      new Map([
        ['self-tie', 1],
        ['tie-to-nobody', 1],
        ['too-many-ties', 9_950],
      ]),
    );
  });
});

describe('any documents', () => {
  /** What is said, without the numbers that the order of the documents gives. */
  const said = (network: Network, sources: readonly SourceDocument[]): unknown => {
    const url = (source: number): string => sources[source]!.url;
    const key = (group: number): string => {
      const {id, name, sources: from} = network.groups[group]!;
      return `${id} ${name} ${from.map(url).join(' ')}`;
    };
    const groups = network.groups.map(({index: _, ties: __, sources: ___, origins, ...group}) =>
      JSON.stringify([key(_), group, Object.entries(origins).map(([field, source]) => [field, url(source)])]),
    );
    const ties = network.ties.map(({from, to, state, kind}) =>
      JSON.stringify([key(from), key(to), state, kind]),
    );
    return [
      groups.sort(),
      ties.filter((tie) => !tie.includes('declined')).sort().length,
      network.leftOut.length,
    ];
  };

  test('say the same whichever of them is read first', () => {
    fc.assert(
      fc.property(documents, fc.infiniteStream(fc.nat()), (sources, dice) => {
        const keys = new Map(sources.map((source) => [source, dice.next().value as number]));
        const shuffled = [...sources].sort((one, other) => keys.get(one)! - keys.get(other)!);

        assert.deepEqual(
          said(buildNetwork(shuffled, NOW), shuffled),
          said(buildNetwork(sources, NOW), sources),
        );
      }),
    );
  });

  test('give ties between two different groups, each known to both', () => {
    fc.assert(
      fc.property(documents, (sources) => {
        const {groups, ties} = buildNetwork(sources, NOW);
        for (const [index, {from, to, by}] of ties.entries()) {
          assert.notEqual(from, to);
          assert.ok(by === from || by === to);
          assert.ok(groups[from]!.ties.includes(index) && groups[to]!.ties.includes(index));
        }
      }),
    );
  });

  test('never make one group of two that a document tells apart', () => {
    fc.assert(
      fc.property(documents, (sources) => {
        const {groups} = buildNetwork(sources, NOW);
        for (const [at, {groups: told}] of sources.entries())
          assert.ok(groups.filter(({sources: from}) => from.includes(at)).length <= told.length);
        const spoken = groups.reduce((sum, {sources: from}) => sum + from.length, 0);
        assert.equal(
          spoken,
          sources.reduce((sum, {groups: told}) => sum + told.length, 0),
        );
      }),
    );
  });
});
