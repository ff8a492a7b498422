import {assert} from 'chai';
import {html} from 'lit';

import {assertAccessible} from '../testing/axe.js';
import {json} from '../testing/parish.js';
import {MapVisit} from './network-map.harness.js';

const real = globalThis.fetch;

/** A document of `name` that names `peers`, with so many groups. */
const site = (name: string, peers: readonly string[] = [], groups = 1): object => ({
  ctg: '1',
  publisher: {id: `https://${name}.example/`, name: `The ${name}`},
  groups: Array.from({length: groups}, (_, index) => ({
    id: `https://${name}.example/${index || ''}`,
    name: index ? `${name} ${index}` : name,
  })),
  links: peers.map((href) => ({rel: 'peer', href})),
});
/** A page reads each address once: each test has its own. */
let visits = 0;
const at = (name: string): string => `https://${name}.example/${visits}.json`;

/** An answer that a redirect has led to. */
const moved = (answer: Response, url: string): Response => Object.defineProperty(answer, 'url', {value: url});

/** A body that never ends: a letter at a time, or as much as anybody takes. */
const endless = (piece: string): Response =>
  new Response(
    new ReadableStream<Uint8Array>(
      {pull: (body) => body.enqueue(new TextEncoder().encode(piece))},
      {highWaterMark: 0},
    ),
  );

describe('<ctg-network-map>, following what documents name', () => {
  let visit: MapVisit;
  let asked: string[];
  let loads: number[];
  let web: Record<string, () => Response>;

  beforeEach(() => {
    visit = new MapVisit();
    visits++;
    [asked, loads] = [[], []];
    globalThis.fetch = (input, init) => {
      const {url} = new Request(input);
      // The parts of the widget come from where the test runs.
      if (url.startsWith(`${location.origin}/`)) return real(input, init);
      asked.push(url);
      const answer = web[url];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('down'));
    };
  });

  afterEach(() => {
    visit.end();
    globalThis.fetch = real;
  });

  /** Shows the network of `oven`, with what that names, and what became of each. */
  async function follow(depth: number, sums: string, sources = ''): Promise<void> {
    await visit.arrive(
      html`<ctg-network-map
        view="list"
        endpoint=${at('oven')}
        sources=${sources}
        follow=${depth}
        @ctg-load=${({detail}: CustomEvent<{entries: number}>) => loads.push(detail.entries)}
      ></ctg-network-map>`,
    );
    await visit.reads(sums);
    await visit.press(sums);
    await visit.reads('Asked by this page');
  }

  it('reads nobody who is only named, unless it is told to', async () => {
    web = {[at('oven')]: () => json(site('oven', [at('mill')]))};

    await follow(0, '1 of 1 site');

    assert.deepEqual(asked, [at('oven')]);
  });

  it('reads those that a document names, says who named them, and tells of the load at the end of all', async () => {
    web = {
      [at('oven')]: () => json(site('oven', [at('mill'), at('down')])),
      [at('mill')]: () => json(site('mill', [at('field'), at('oven'), at('mill')])),
      [at('field')]: () => json(site('field')),
    };

    await follow(1, '2 of 3 sites');

    await visit.reads('The mill Read. Groups: 1. Named by oven.example.');
    await visit.reads('down.example could not be reached. Named by oven.example.');
    await visit.reads('Asked by this page: oven.example, mill.example, down.example');
    assert.deepEqual([...visit.listed].sort(), ['mill', 'oven']);
    assert.deepEqual(loads, [2]);
    assert.deepEqual(asked, [at('oven'), at('mill'), at('down')]);
    await assertAccessible(visit.map);
  });

  it('asks nobody a second time whom the page names itself, also where that is down', async () => {
    web = {
      [at('oven')]: () => json(site('oven', [at('down'), at('mill')])),
      [at('mill')]: () => json(site('mill')),
    };

    await follow(1, '2 of 3 sites', `${at('mill')} ${at('down')}`);

    assert.deepEqual(asked, [at('oven'), at('mill'), at('down')]);
    assert.notInclude(visit.text, 'Named by');
  });

  it('asks nobody a second time whom the page names itself while that is still on its way', async () => {
    const slow = at('slow').replace('https', 'HTTPS').replace('.example', '.EXAMPLE:443');
    let isAsked = (): void => {};
    const mill = new Promise<void>((resolve) => (isAsked = resolve));
    let answer = (response: Response): void => void response;
    const waiting = new Promise<Response>((resolve) => (answer = resolve));
    const before = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const {url} = new Request(input);
      if (url === at('mill')) isAsked();
      if (url !== at('slow')) return before(input, init);
      asked.push(url);
      return waiting;
    };
    web = {
      [at('oven')]: () => json(site('oven', [slow, `${at('slow')}#groups`, at('mill')])),
      [at('mill')]: () => json(site('mill', [at('slow')])),
    };

    const followed = follow(2, '3 of 3 sites', at('slow'));
    await mill;
    await visit.reads('mill');
    answer(json(site('slow')));
    await followed;

    assert.deepEqual([...asked].sort(), [at('mill'), at('oven'), at('slow')]);
  });

  it('says of a site that another one of the page has moved to that it is here already', async () => {
    let answer = (response: Response): void => void response;
    const waiting = new Promise<Response>((resolve) => (answer = resolve));
    const before = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      new Request(input).url === at('slow') ? waiting : before(input, init);
    web = {
      [at('oven')]: () => json(site('oven', [at('mill')])),
      [at('mill')]: () => json(site('mill')),
    };

    const followed = follow(1, '2 of 2 sites', at('slow'));
    await visit.reads('mill');
    answer(moved(json(site('mill')), at('mill')));
    await followed;

    await visit.reads('Leads to a list of groups that is here already. Named by oven.example.');
    assert.deepEqual([...visit.listed].sort(), ['mill', 'oven']);
  });

  it('goes a second step where it is told to, and never a third', async () => {
    web = {
      [at('oven')]: () => json(site('oven', [at('mill')])),
      [at('mill')]: () => json(site('mill', [at('field')])),
      [at('field')]: () => json(site('field', [at('sky')])),
    };

    await follow(9, '3 of 3 sites');

    await visit.reads('The field Read. Groups: 1. Named by mill.example.');
    assert.notInclude(asked, at('sky'));
  });

  it('reads documents that name each other and themselves once each, however they spell it', async () => {
    const spelled = (name: string): readonly string[] => [
      at(name),
      `${at(name)}#groups`,
      at(name).replace('https', 'HTTPS').replace('.example', '.EXAMPLE:443'),
      `${visits}.json`,
    ];
    const all = ['oven', 'mill', 'farm', 'field'].flatMap(spelled);
    web = Object.fromEntries(
      ['oven', 'mill', 'farm', 'field'].map((name) => [at(name), () => json(site(name, all))]),
    );

    await follow(2, '4 of 4 sites', at('farm'));

    assert.deepEqual([...asked].sort(), ['farm', 'field', 'mill', 'oven'].map(at));
    assert.deepEqual([...visit.listed].sort(), ['farm', 'field', 'mill', 'oven']);
    assert.deepEqual(loads, [4]);
  });

  it('fetches nothing that a stranger must not have it fetch, and names each', async () => {
    const bad = [
      'https://192.168.1.2/ctg.json',
      'https://0x0a.2/',
      'https://3232235777/',
      'https://0254.16.0.1/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254./latest',
      'https://printer.local/',
      'https://wiki.internal./',
      'https://mill.example:8443/',
      'http://mill.example/',
      'https://ana:secret@mill.example/',
    ];
    web = {[at('oven')]: () => json(site('oven', bad))};

    await follow(1, '1 of 1 site');

    assert.deepEqual(asked, [at('oven')]);
    const items = [...visit.root.querySelectorAll('.sources li')].map(({textContent}) => textContent);
    const refused = items.filter((text) => text.includes('Not asked. Another website named this address'));
    assert.isAtLeast(refused.length, bad.length - 1);
    await visit.reads('192.168.1.2');
    await visit.reads('Asked by this page: oven.example');
  });

  it('reads nothing of where a redirect has led if a stranger must not lead it there', async () => {
    web = {
      [at('oven')]: () => json(site('oven', [at('fox'), at('old')])),
      [at('fox')]: () => moved(json(site('fox')), 'https://10.0.0.1/ctg.json'),
      [at('old')]: () => moved(json(site('oven')), at('oven')),
    };

    await follow(1, '1 of 2 sites');

    await visit.reads('fox.example leads to an address that another website may not send this page to.');
    await visit.reads('Leads to a list of groups that is here already.');
    assert.deepEqual([...visit.listed], ['oven']);
  });

  it('stops at its limits: large ones, ones without end, ones with too many groups, and too many', async () => {
    const many = Array.from({length: 30}, (_, index) => at(`p${index}`));
    web = {
      [at('oven')]: () => json(site('oven', [at('flood'), at('huge'), at('crowd'), ...many])),
      [at('flood')]: () => endless(' '.repeat(65_536)),
      [at('huge')]: () => new Response('', {headers: {'Content-Length': '100000000'}}),
      [at('crowd')]: () => json(site('crowd', [], 2_100)),
      ...Object.fromEntries(many.map((url) => [url, () => json(site(new URL(url).host.split('.')[0]!))])),
    };

    await follow(1, '24 of 26 sites');

    await visit.reads('What flood.example sends is too large.');
    await visit.reads('What huge.example sends is too large.');
    await visit.reads('Groups left out because one website may add 2,000 at most: 100');
    await visit.reads('Not asked. This page has asked as many websites as it may.');
    assert.lengthOf(asked, 26);
    assert.deepEqual(loads, [1 + 2_000 + 22]);
  });

  it('shows a hundred of those that strangers name, and more where somebody asks', async () => {
    const names = Array.from({length: 130}, (_, index) => `https://printer${index}.local/`);
    web = {[at('oven')]: () => json(site('oven', names))};
    const shown = (): number => visit.root.querySelectorAll('.sources li').length;

    await follow(1, '1 of 1 site');

    assert.equal(shown(), 100);
    await visit.press('Show 31 more');
    assert.equal(shown(), 131);
    assert.include(visit.root.activeElement?.textContent, 'printer99.local');
    assert.notInclude(visit.text, 'more');
  });

  it('says what of a document was of no use', async () => {
    const ties = Array.from({length: 10_000}, (_, index) => ({to: `https://n${index}.example/`}));
    const [group] = (site('mill') as {groups: object[]}).groups;
    web = {
      [at('oven')]: () => json(site('oven', [at('mill')])),
      [at('mill')]: () =>
        json({
          ...site('mill'),
          groups: [{...group, connections: ties, place: {lat: 'x'}}, {id: 'nameless'}, 7],
        }),
    };

    await follow(1, '2 of 2 sites');

    await visit.reads('Entries left out because they could not be used: 2');
    await visit.reads('Lists that were too long and were cut: 1');
    await visit.reads('Ties left out because they lead to no group: 50');
  });
});
