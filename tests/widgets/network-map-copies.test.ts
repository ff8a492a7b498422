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
    ['is gone', () => new Response('', {status: 410}), 'attic.example could not be reached.'],
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

/** All that lies in the database. */
async function store<Value>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Value>) {
  const open = indexedDB.open(COPIES);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    open.onupgradeneeded = () => open.transaction!.abort();
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error!);
  });
  try {
    return await new Promise<Value>((resolve, reject) => {
      const request = ask(database.transaction(COPIES, mode).objectStore(COPIES));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
  } finally {
    database.close();
  }
}

/** Waits until so many copies are kept. */
const kept = (n: number): Promise<true> =>
  until(async () =>
    assert.lengthOf(
      (await store('readonly', (all) => all.getAllKeys())).filter((key) => String(key).startsWith('copy:')),
      n,
    ),
  );

/** What all copies say. */
const said = async (): Promise<string> =>
  (await store('readonly', (all) => all.getAll() as IDBRequest<{body?: Uint8Array}[]>))
    .map(({body}) => new TextDecoder().decode(body))
    .join('\n');

/** Puts in place of every copy what is none. */
async function spoil(): Promise<void> {
  for (const key of await store('readonly', (all) => all.getAllKeys()))
    if (String(key).startsWith('copy:')) {
      const body = new TextEncoder().encode('{"ctg": "1", "groups": ');
      await store('readwrite', (all) =>
        all.put({url: 'https://attic.example/', format: 'ctg', at: Date.now(), body}, key),
      );
    }
}
