import {assert} from 'chai';
import {html} from 'lit';

import {assertAccessible} from '../testing/axe.js';
import {json} from '../testing/parish.js';
import {MapVisit, until} from './network-map.harness.js';

const real = globalThis.fetch;

/** A site with one group, under a host of that name. */
const site = (name: string, updated: string): object => ({
  ctg: '1',
  publisher: {id: `https://${name}.example/`, name: `The ${name}`},
  updated,
  gatherings: [],
  groups: [{id: `https://${name}.example/`, name, place: {label: 'Reno', lat: 39.5, lon: -119.8}}],
});

describe('<ctg-network-map> on where its groups come from', () => {
  let visit: MapVisit;

  beforeEach(async () => {
    visit = new MapVisit();
    globalThis.fetch = (input, init) => {
      const {url} = new Request(input);
      if (url.startsWith('https://oven.example/'))
        return Promise.resolve(json(site('oven', new Date().toISOString())));
      if (url.startsWith('https://attic.example/'))
        return Promise.resolve(json(site('attic', '2020-01-01T00:00:00Z')));
      return url.includes('.example/') ? Promise.reject(new TypeError('down')) : real(input, init);
    };
    await visit.arrive(
      html`<ctg-network-map
        view="list"
        endpoint="https://oven.example/ctg.json"
        sources="https://attic.example/ctg.json https://down.example/ctg.json"
      ></ctg-network-map>`,
    );
    await visit.reads('2 of 3 sites');
    await visit.isReady();
    await visit.press('2 of 3 sites');
    await visit.reads('The oven');
  });

  afterEach(() => {
    visit.end();
    globalThis.fetch = real;
  });

  it('says what became of each document, and whom the page has asked', async () => {
    await visit.reads('Read. Groups: 1. Last updated today.');
    await visit.reads('Out of date. Groups: 1.');
    await visit.reads('down.example could not be reached.');
    await visit.reads('Asked by this page: oven.example, attic.example, down.example');
    assert.equal(visit.root.querySelector('.foot button')!.ariaExpanded, 'true');
  });

  it('says that one is being read again, and leaves the focus where it was pressed', async () => {
    const {fetch: stand} = globalThis;
    let fall = (): void => undefined;
    globalThis.fetch = (input, init) =>
      new Request(input).url.startsWith('https://down.example/')
        ? new Promise((_, reject) => (fall = () => reject(new TypeError('down'))))
        : stand(input, init);

    await visit.press('Try again');
    await visit.reads('down.example Being read.');
    assert.equal(visit.root.activeElement?.textContent, 'Try again');
    fall();

    await visit.reads('down.example could not be reached.');
    assert.notInclude(visit.text, 'Being read.');
    assert.equal(visit.root.activeElement?.textContent, 'Try again');
  });

  for (const [why, answer, sentence] of [
    ['is gone', () => new Response('', {status: 404}), 'attic.example has nothing at that address.'],
    ['refuses', () => new Response('', {status: 403}), 'This page may not read attic.example.'],
    ['is broken', () => new Response('', {status: 500}), 'attic.example could not be reached.'],
    [
      'says what nobody understands',
      () => new Response('{}'),
      'What attic.example sends could not be understood.',
    ],
  ] as const)
    it(`says of a source that was read before, and now ${why}, that this is so and that what is seen is older`, async () => {
      const {fetch: stand} = globalThis;
      globalThis.fetch = (input, init) =>
        new Request(input).url.startsWith('https://attic.example/')
          ? Promise.resolve(answer())
          : stand(input, init);

      await visit.press('Try again');

      const today = new Intl.DateTimeFormat('en', {dateStyle: 'long'}).format(Date.now());
      await visit.reads(`The attic ${sentence} You see what it said on ${today}. Groups: 1.`);
      await visit.reads('The oven Read. Groups: 1. Last updated today.');
      assert.include(visit.listed, 'attic');
    });

  it('says of a source that was never there that it has nothing, and not that nobody answers', async () => {
    const {fetch: stand} = globalThis;
    globalThis.fetch = (input, init) =>
      new Request(input).url.startsWith('https://down.example/')
        ? Promise.resolve(new Response('', {status: 410}))
        : stand(input, init);

    await visit.press('Try again');

    await visit.reads('down.example has nothing at that address.');
    assert.notInclude(visit.text, 'could not be reached');
  });

  it('tells the page once of what was read anew, when it was read', async () => {
    const {fetch: stand} = globalThis;
    const loads: number[] = [];
    const load = ({detail}: CustomEvent<{entries: number}>): void => void loads.push(detail.entries);
    let go = (): void => undefined;
    await visit.arrive(
      html`<ctg-network-map endpoint="https://oven.example/anew.json" @ctg-load=${load}></ctg-network-map>`,
    );
    await until(() => assert.deepEqual(loads, [1]));
    const isAnswered = new Promise<void>((resolve) => (go = resolve));
    globalThis.fetch = async (input, init) => {
      await isAnswered;
      return stand(input, init);
    };

    const whole = visit.map.refresh();
    await visit.map.bring('weaving');
    await visit.stage.settled();
    const early = loads.length;
    go();
    await whole;
    await until(() => assert.isAtLeast(loads.length, early + 1));

    assert.deepEqual(loads, [1, 1]);
  });

  it('keeps what was read where it is moved on the page while that is read anew', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('down'));
    const {map} = visit;

    void map.refresh();
    map.remove();
    await Promise.resolve();
    visit.stage.root.append(map);
    await visit.stage.settled();

    await visit.reads('2 of 3 sites');
    assert.lengthOf(visit.listed, 2);
  });

  it('has nothing that axe would find', async () => {
    await assertAccessible(visit.map);
  });
});
