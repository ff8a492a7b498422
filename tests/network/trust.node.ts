import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import fc from 'fast-check';

import {buildNetwork} from '../../src/network/build.js';
import {identityOf, normalUrl} from '../../src/network/identity.js';
import type {Network, SourceDocument} from '../../src/network/network.js';
import type {Group} from '../../src/protocol/group.js';
import {ago, documentOf, documents, NOW} from './arbitraries.js';

const A = 'https://a.example/';
const B = 'https://b.example/';
const STRANGER = 'https://stranger.example/';
const build = (...sources: readonly SourceDocument[]): Network => buildNetwork(sources, NOW);
const of = (url: string, ...groups: readonly Group[]): SourceDocument =>
  documentOf(new URL('ctg.json', url).href, groups);
const statesOf = ({ties}: Network): readonly string[] => ties.map(({state}) => state);

describe('a stranger', () => {
  const garden = {id: A, url: A, name: 'Garden', updated: ago(300)};

  for (const [what, stranger] of [
    [
      'names it as its publisher',
      {
        ...of(STRANGER, {id: A, name: 'Not the garden', updated: ago(1)}),
        publisher: {id: A, name: 'Not the garden'},
      },
    ],
    ['gives its web address', of(STRANGER, {id: 'g', url: A, name: 'Not the garden', updated: ago(1)})],
    [
      'gives its web address under a name of its own',
      of(STRANGER, {id: STRANGER, url: A, name: 'Not the garden', updated: ago(1)}),
    ],
  ] as const)
    test(`that ${what} does not speak before the group’s own site, however new its word is`, () => {
      for (const network of [build(of(A, garden), stranger), build(stranger, of(A, garden))]) {
        assert.deepEqual(
          network.groups.map(({name, own}) => [name, own]),
          [['Garden', true]],
        );
        assert.equal(network.groups[0]!.freshness.state, 'ageing');
      }
    });

  const mill = of(B, {id: B, name: 'Mill', connections: [{to: A}]});
  const tied = {...garden, connections: [{to: B}]};
  /** What is made of the garden and the mill, whichever is read first. */
  const both = (own: SourceDocument, stranger: SourceDocument): readonly Network[] => [
    build(own, mill, stranger),
    build(stranger, mill, own),
  ];
  const gardenIn = ({groups}: Network): unknown =>
    groups.filter(({id}) => id === A).map(({name, own, contact}) => ({name, own, contact}));
  const itself = [{name: 'Garden', own: true, contact: undefined}];
  const contact = {email: 'stranger@stranger.example'};

  const strangers: ReadonlyArray<readonly [what: string, entries: readonly Group[]]> = [
    [
      'spells its id twice',
      [
        {id: STRANGER, name: 'Stranger', contact, declines: [B], updated: ago(0)},
        {id: `${STRANGER}/`, url: A, name: 'Stranger', updated: ago(0)},
      ],
    ],
    [
      'gives its address for its own page',
      [{id: STRANGER, url: A, name: 'Stranger', contact, declines: [B]}],
    ],
  ];
  for (const [what, entries] of strangers)
    for (const [where, own] of [
      ['its own site', of(A, tied)],
      [
        'elsewhere, and names it as its publisher',
        {...of('https://files.example/', tied), publisher: {id: A, name: 'Garden'}},
      ],
    ] as const)
      test(`that ${what} neither is a group that speaks on ${where} nor says no for it`, () => {
        for (const network of both(own, of(STRANGER, ...entries))) {
          assert.deepEqual(gardenIn(network), itself);
          assert.deepEqual(statesOf(network), ['confirmed']);
        }
      });

  for (const page of ['https://www.a.example/', 'https://big-service.example/garden'])
    test(`that says to publish for it does not speak before its own site, whose page is ${page}`, () => {
      const own = of(A, {...garden, url: page});
      const stranger = of(STRANGER, {id: A, name: 'Stranger', updated: ago(0), expires: ago(0), contact});

      for (const network of both(own, {...stranger, publisher: {id: A, name: 'Garden'}}))
        assert.deepEqual(gardenIn(network), itself);
    });

  test('that gives the page it has with a big service is not it', () => {
    const page = 'https://big-service.example/garden';
    const own = {...of(A, {...garden, url: page}), publisher: {id: A, name: 'Garden'}};
    const stranger = of(STRANGER, {id: STRANGER, name: 'Stranger', url: page, updated: ago(0), contact});
    const publisher = {id: STRANGER, name: 'Stranger'};

    for (const network of [...both(own, stranger), ...both(own, {...stranger, publisher})])
      assert.deepEqual(gardenIn(network), itself);
  });

  test('does not get what others say of it by giving its address', () => {
    const city = of('https://city.example/', {id: 'z', url: A, name: 'Garden', description: 'Of the city'});
    const stranger = of(
      STRANGER,
      {id: STRANGER, name: 'Stranger'},
      {id: `${STRANGER}/`, url: A, name: 'Stranger'},
    );

    for (const network of [build(of(A, garden), stranger, city), build(city, stranger, of(A, garden))])
      assert.deepEqual(network.groups.map(({name, description}) => `${name} ${description}`).sort(), [
        'Garden Of the city',
        'Stranger undefined',
      ]);
  });

  test('says neither where a group that speaks itself is written to nor where its links lead', () => {
    const url = STRANGER;
    const stranger = of(STRANGER, {id: B, name: 'Mill', contact, url, image: url, description: 'Told'});

    const {groups} = build(mill, stranger);

    assert.deepEqual(
      groups.map((group) => [group.contact, group.url, group.image, group.description]),
      [[undefined, undefined, undefined, 'Told']],
    );
  });

  test('is not the own site of a group whose name belongs to no site', () => {
    assert.equal(build(of(STRANGER, {id: 'urn:uuid:1', name: 'Garden'})).groups[0]!.own, false);
  });

  test('cannot say no for a group to what another says itself', () => {
    const says = of(A, {id: A, name: 'Garden', connections: [{to: B, kind: 'partners'}]});

    assert.deepEqual(statesOf(build(says, of(STRANGER, {id: B, name: 'Mill', declines: [A]}))), [
      'unchecked',
    ]);
  });
});

describe('a site', () => {
  const garden = {id: A, name: 'Garden', connections: [{to: B, kind: 'partners'}]};
  const mill = {id: B, name: 'Mill', connections: [{to: A, kind: 'partners'}]};

  test('cannot confirm its own tie by speaking for the other end too', () => {
    const network = build(of(A, garden, mill));

    assert.deepEqual(
      network.ties.map(({state, by}) => [state, by]),
      [['unchecked', 0]],
    );
  });

  test('that is neither end confirms a tie by speaking for both', () => {
    assert.deepEqual(statesOf(build(of('https://city.example/', garden, mill))), ['confirmed']);
  });
});

test('a tie without a kind is taken for one with a kind only where none fits better', () => {
  const garden = of(A, {id: A, name: 'Garden', connections: [{to: B}, {to: B, kind: 'partners'}]});
  const mill = of(B, {id: B, name: 'Mill', connections: [{to: A, kind: 'partners'}]});

  for (const network of [build(garden, mill), build(mill, garden)])
    assert.deepEqual(network.ties.map(({kind, state}) => `${kind} ${state}`).sort(), [
      'partners confirmed',
      'undefined claimed',
    ]);
});

test('a place off the earth is none, as where latitude and longitude are swapped', () => {
  const places = [
    {lat: -119.8, lon: 39.5},
    {lat: 39.5, lon: 181},
    {lat: Infinity, lon: 1},
    {lat: 1, lon: NaN},
  ];
  const {groups, leftOut} = build(
    of(
      A,
      ...places.map((place, index) => ({id: String(index), name: 'G', place: {...place, label: 'Reno'}})),
    ),
  );

  assert.deepEqual(
    groups.map(({place}) => place),
    places.map(() => ({label: 'Reno'})),
  );
  assert.deepEqual(leftOut, [{reason: 'place', count: 4}]);
});

test('addresses are one where only case of the host, port, closing slashes or fragment differ', () => {
  const host = fc.domain();
  const path = fc.array(fc.stringMatching(/^[a-z0-9]{1,5}$/), {maxLength: 3});
  fc.assert(
    fc.property(host, path, fc.nat(3), (name, parts, slashes) => {
      const plain = ['https://' + name, ...parts].join('/');
      const other = ['https://' + name.toUpperCase() + ':443', ...parts].join('/') + '/'.repeat(slashes);
      assert.equal(identityOf(`${other}#top`, A), identityOf(plain, B));
      assert.notEqual(identityOf(plain.replace('https://', 'https://b'), A), identityOf(plain, A));
      assert.equal(normalUrl(normalUrl(other)!), normalUrl(other));
    }),
  );
});

test('a plain address is compared as any other, which is parsed', () => {
  const part = fc.stringMatching(/^[a-zA-Z0-9_.~%-]{1,6}$/);
  const host = fc.array(fc.stringMatching(/^(?:xn--)?[a-z0-9-]{1,4}$/), {minLength: 1, maxLength: 4});
  fc.assert(
    fc.property(host, fc.array(part, {maxLength: 3}), fc.boolean(), (labels, parts, isClosed) => {
      const address = ['https://' + labels.join('.'), ...parts].join('/') + (isClosed ? '/' : '');
      const parsed = URL.canParse(address) ? new URL(address).href.replace(/\/+$/, '') : undefined;
      assert.equal(normalUrl(address), parsed);
    }),
    {numRuns: 2_000},
  );
});

test('a name of five thousand letters, and an address of nothing but slashes, are as good as any', () => {
  const slashes = `${A}${'/'.repeat(5_000)}x`;
  const {groups} = build(
    of(A, {id: slashes, name: 'é'.repeat(5_000)}, {id: `${A}${'/'.repeat(5_000)}`, name: 'B'}),
  );

  assert.deepEqual(
    groups.map(({name}) => name.length),
    [5_000, 1],
  );
  assert.equal(normalUrl(slashes), slashes);
  assert.equal(normalUrl(`${A}${'/'.repeat(5_000)}`), A.slice(0, -1));
});

test('between two groups nothing is both declined and confirmed, and no tie is said twice', () => {
  fc.assert(
    fc.property(documents, (sources) => {
      const states = new Map<string, Set<string>>();
      const kinds = new Set<string>();
      const {ties} = buildNetwork(sources, NOW);
      for (const {from, to, kind, state} of ties) {
        const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
        states.set(pair, (states.get(pair) ?? new Set()).add(state));
        if (state === 'confirmed') kinds.add(`${from} ${to} ${kind}`);
      }
      for (const between of states.values())
        assert.ok(!(between.has('declined') && between.has('confirmed')));
      assert.equal(kinds.size, ties.filter(({state}) => state === 'confirmed').length);
    }),
  );
});

test('ties are the same, word for word, whichever document is read first', () => {
  /** Ties without numbers: by what a group is known by in the document that is trusted most. */
  const told = (sources: readonly SourceDocument[]): readonly string[] => {
    const {groups, ties} = buildNetwork(sources, NOW);
    const name = (at: number | undefined): string => {
      const group = at === undefined ? undefined : groups[at]!;
      return group ? identityOf(group.id, sources[group.sources[0]!]!.url) : '';
    };
    return ties
      .map(({from, to, by, decliner, kind, note, state}) =>
        JSON.stringify([name(from), name(to), name(by), name(decliner), kind, note, state]),
      )
      .sort();
  };
  fc.assert(
    fc.property(documents, (sources) => assert.deepEqual(told([...sources].reverse()), told(sources))),
    {numRuns: 500},
  );
});
