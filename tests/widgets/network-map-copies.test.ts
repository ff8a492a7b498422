import {assert} from 'chai';
import {html} from 'lit';

// Compiled before a test waits for them.
import '../../src/context/copies.js';
import '../../src/widgets/network-map/following/index.js';
import '../../src/widgets/network-map/source-list/index.js';
import {endKeeping} from '../../src/context/copies.js';
import {client} from '../../src/context/page.js';
import {Client} from '../../src/endpoint/client.js';
import {COPIES} from '../../src/outbox/exists.js';
import {assertAccessible} from '../testing/axe.js';
import {json} from '../testing/parish.js';
import {kept, said, spoil} from './map-copies.js';
import {MapVisit, until} from './network-map.harness.js';

const real = globalThis.fetch;

/** A site with one group, under a host of that name. */
const site = (name: string, peer?: string): object => ({
  ctg: '1',
  publisher: {id: `https://${name}.example/`, name: `The ${name}`},
  groups: [{id: `https://${name}.example/`, name: `Friends of the ${name}`}],
  links: peer === undefined ? [] : [{rel: 'peer', href: peer}],
});

describe('<ctg-network-map> on copies of its sources', () => {
  let visit: MapVisit;
  /** What becomes of a host; it answers where nothing is said. */
  let hosts: Record<string, () => Response>;

  const down = (): never => {
    throw new TypeError('down');
  };

  beforeEach(() => {
    visit = new MapVisit();
    hosts = {};
    globalThis.fetch = async (input, init) => {
      const {url} = new Request(input);
      const [, name] = /^https:\/\/(\w+)\.example\//.exec(url) ?? [];
      if (name === undefined) return real(input, init);
      return (
        hosts[name]?.() ?? json(site(name, name === 'oven' ? 'https://peer.example/ctg.json' : undefined))
      );
    };
  });

  afterEach(async () => {
    visit.end();
    globalThis.fetch = real;
    Reflect.deleteProperty(client, 'load');
    await endKeeping();
  });

  /** Comes to the page anew, without what the page has in its memory. */
  const arrive = async (follow = 0): Promise<void> => {
    visit.end();
    visit = new MapVisit();
    const fresh = new Client();
    client.load = (...asked) => fresh.load(...asked);
    await visit.arrive(
      html`<ctg-network-map
        view="list"
        follow=${follow}
        endpoint="https://oven.example/ctg.json"
        sources="https://attic.example/ctg.json"
      ></ctg-network-map>`,
    );
  };
  const openSources = async (name: string): Promise<void> => {
    await visit.reads(name);
    await visit.isReady();
    await visit.press(name);
    await visit.reads('Asked by this page');
  };
  const box = (): HTMLInputElement => visit.root.querySelector<HTMLInputElement>('.keeping input')!;
  const databases = async (): Promise<readonly (string | undefined)[]> =>
    (await indexedDB.databases()).map(({name}) => name);

  it('keeps nothing, and opens nothing, before a visitor wants it', async () => {
    await arrive();
    await openSources('2 of 2 sites');
    assert.isFalse(box().checked);

    assert.notInclude(await databases(), COPIES);
  });

  /** Ticks or unticks, and waits until that is so. */
  const tick = async (isOn: boolean): Promise<void> => {
    box().click();
    await until(async () => {
      if ((await databases()).includes(COPIES) !== isOn) throw new Error('Not done yet');
    });
  };

  it('shows what a source said when it can no longer be reached, and says so', async () => {
    await arrive();
    await openSources('2 of 2 sites');
    await tick(true);
    await kept(2);

    hosts = {attic: down, oven: () => new Response('', {status: 503})};
    await arrive();
    await openSources('0 of 2 sites');

    const today = new Intl.DateTimeFormat('en', {dateStyle: 'long'}).format(Date.now());
    await visit.reads('Friends of the attic');
    await visit.reads('Friends of the oven');
    await visit.reads(`attic.example could not be reached. You see what it said on ${today}. Groups: 1.`);
    await visit.reads(`oven.example could not be reached. You see what it said on ${today}. Groups: 1.`);
    assert.isTrue(box().checked);
    await assertAccessible(visit.map);
  });

  it('deletes all of it when the tick is taken away, and shows nothing of it on the next visit', async () => {
    await arrive();
    await openSources('2 of 2 sites');
    await tick(true);
    await kept(2);
    await tick(false);
    assert.notInclude(await databases(), COPIES);

    hosts = {attic: down};
    await arrive();
    await openSources('1 of 2 sites');

    await visit.reads('attic.example could not be reached.');
    assert.notInclude(visit.text, 'Friends of the attic');
    assert.isFalse(box().checked);
  });

  for (const [why, answer, sentence] of [
    ['refuses', () => new Response('', {status: 403}), 'This page may not read attic.example.'],
    ['is gone', () => new Response('', {status: 410}), 'attic.example has nothing at that address.'],
    [
      'says what nobody understands',
      () => new Response('{}'),
      'What attic.example sends could not be understood.',
    ],
    ['says too much', () => new Response('{}', {headers: {'Content-Length': '900000000'}}), 'too large'],
  ] as const)
    it(`shows no copy of a source that ${why}`, async () => {
      await arrive();
      await openSources('2 of 2 sites');
      await tick(true);
      await kept(2);

      hosts = {attic: answer};
      await arrive();
      await openSources('1 of 2 sites');

      await visit.reads(sentence);
      assert.notInclude(visit.text, 'Friends of the attic');
    });

  it('keeps what it follows as well', async () => {
    await arrive(1);
    await openSources('3 of 3 sites');
    await tick(true);
    await kept(3);

    hosts = {peer: down};
    await arrive(1);
    await openSources('2 of 3 sites');

    await visit.reads('Friends of the peer');
    await visit.reads('peer.example could not be reached. You see what it said on');
    await visit.reads('Named by oven.example.');
  });

  it('keeps a newer answer in place of the older one', async () => {
    await arrive();
    await openSources('2 of 2 sites');
    await tick(true);
    await kept(2);
    hosts = {attic: () => json(site('cellar'))};
    await arrive();
    await visit.reads('Friends of the cellar');
    await until(async () => assert.include(await said(), 'Friends of the cellar'));

    hosts = {attic: down};
    await arrive();
    await visit.reads('Friends of the cellar');
    await kept(2);
  });

  it('drops the copy of a source that has outgrown what is kept, since nothing would ever replace it', async () => {
    await arrive();
    await openSources('2 of 2 sites');
    await tick(true);
    await kept(2);
    const groups = Array.from({length: 5_001}, (_, at) => ({
      id: `https://attic.example/${at}`,
      name: `${at}`,
    }));
    hosts = {attic: () => json({...site('attic'), groups})};
    await arrive();
    await kept(1);

    hosts = {attic: down};
    await arrive();
    await openSources('1 of 2 sites');

    await visit.reads('attic.example could not be reached.');
    assert.notInclude(visit.text, 'Friends of the attic');
  });

  it('says so where copies could not be deleted, and keeps the tick', async () => {
    await arrive();
    await openSources('2 of 2 sites');
    await tick(true);
    await kept(2);
    const {transaction} = IDBDatabase.prototype;
    const {deleteDatabase} = IDBFactory.prototype;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('broken', 'DataError');
    };
    IDBFactory.prototype.deleteDatabase = () =>
      Object.defineProperty({} as IDBOpenDBRequest, 'onerror', {
        set(told: () => void) {
          queueMicrotask(told);
        },
      });
    try {
      box().click();

      await visit.reads('The copies could not be deleted.');
      assert.isTrue(box().checked);
      assert.notInclude(visit.text, 'could not keep a copy');
    } finally {
      IDBDatabase.prototype.transaction = transaction;
      IDBFactory.prototype.deleteDatabase = deleteDatabase;
    }
    await tick(false);
    const keeping = visit.root.querySelector('.keeping')!;
    await until(() => assert.notInclude(keeping.textContent, 'could not be deleted'));
  });

  it('believes no copy more than an answer', async () => {
    await arrive();
    await openSources('2 of 2 sites');
    await tick(true);
    await kept(2);
    await spoil();

    hosts = {attic: down};
    await arrive();
    await openSources('1 of 2 sites');

    await visit.reads('attic.example could not be reached.');
    assert.notInclude(visit.text, 'You see what it said');
  });

  it('says so where the device keeps nothing, and leaves nothing behind', async () => {
    const {transaction} = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await arrive();
      await openSources('2 of 2 sites');
      box().click();

      await visit.reads('This device could not keep a copy. Nothing was kept.');
      assert.isFalse(box().checked);
      assert.notInclude(await databases(), COPIES);
      await visit.reads('Friends of the attic');
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  });
});
