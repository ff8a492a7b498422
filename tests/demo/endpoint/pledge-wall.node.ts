// What anyone may read: the wall, a page at a time, and the badges of organisations.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {type CtgDocument, DocumentSchema} from '../../../src/protocol/document.js';
import {crowd} from '../../../demo/endpoint/seed/crowd.js';
import {FIVE} from '../../../demo/endpoint/seed/values.js';
import {decide, pledge, pledging, section, send, shown} from './pledge-rig.js';
import {type Answer, Rig} from './rig.js';

type Entry = NonNullable<NonNullable<CtgDocument['pledge']>['recent']>[number];

const hrefOf = ({links = []}: CtgDocument, rel: string) => links.find((link) => link.rel === rel)?.href;
/** An address out of a document, its slots filled. */
const filled = (href: string, slots: Record<string, string>) =>
  href.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');

async function wallOf(rig: Rig, slots: Record<string, string> = {}): Promise<Answer<CtgDocument>> {
  const {body} = await rig.ask<CtgDocument>('GET', 'ctg.json');
  return rig.ask('GET', filled(hrefOf(body, 'wall')!, {page: '1', ...slots}));
}

/** Every entry from this page on, by the links of the pages. */
async function walk(rig: Rig, first: CtgDocument, meanwhile?: () => Promise<unknown>): Promise<Entry[]> {
  const entries = [...first.pledge!.recent!];
  for (let next = hrefOf(first, 'older'); next !== undefined;) {
    await meanwhile?.();
    const {body} = await rig.ask<CtgDocument>('GET', next);
    entries.push(...body.pledge!.recent!);
    next = hrefOf(body, 'older');
  }
  return entries;
}

describe('the wall', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.start({
      ...pledging(),
      pledgers: () =>
        crowd(
          {people: 100, shown: 45, waiting: 4, days: 60},
          FIVE.map(({id}) => id),
        ),
    });
  });
  after(() => rig.close());

  it('has twenty on a page, newest first, and ends without a link', async () => {
    const {body} = await wallOf(rig);
    const entries = await walk(rig, body);

    assert.ok(DocumentSchema.safeParse(body).success);
    assert.equal(body.pledge?.recent?.length, 20);
    assert.equal(body.pledge?.shown?.all, 54);
    assert.equal(entries.length, 54);
    assert.equal(new Set(entries.map(({id}) => id)).size, 54);
    const times = entries.map(({at}) => Date.parse(at!));
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    );
    assert.deepEqual((await section(rig)).recent, body.pledge?.recent, 'the document has the first page');
  });

  it('shows each once and leaves none out while new ones come in front and others go', async () => {
    const {body} = await wallOf(rig);
    const before = await walk(rig, body);
    const goes = await shown(rig, {name: 'Somebody who goes'});
    const first = (await wallOf(rig)).body;

    await rig.ask('DELETE', goes.manage!);
    const entries = await walk(rig, first, () => shown(rig, {name: 'Somebody new'}));

    assert.deepEqual(
      entries.slice(1).map(({id}) => id),
      before.map(({id}) => id),
    );
  });

  it('goes on from what the document has', async () => {
    const {body} = await rig.ask<CtgDocument>('GET', 'ctg.json');
    const all = await walk(rig, (await wallOf(rig)).body);

    const entries = await walk(rig, body, () => shown(rig, {name: 'Somebody new'}));

    assert.deepEqual(entries, all);
  });

  it('is filtered by value and by kind, and each filter says how many there are', async () => {
    const {shown: many} = await section(rig);
    const loving = await walk(rig, (await wallOf(rig, {value: 'love'})).body);
    const organisations = await walk(rig, (await wallOf(rig, {kind: 'organisation'})).body);
    const both = await walk(rig, (await wallOf(rig, {kind: 'person', value: 'courage'})).body);
    const unknown = await wallOf(rig, {value: 'wealth'});

    assert.equal(loving.length, many?.byValue?.['love']);
    assert.ok(loving.every(({values}) => values?.includes('love')));
    assert.equal(organisations.length, many?.organisation);
    assert.ok(both.every(({kind, values}) => kind === 'person' && values?.includes('courage')));
    assert.deepEqual(unknown.body.pledge?.recent, []);
  });

  it('answers pages that are not there with none, and numbers that are none with the first', async () => {
    const first = (await wallOf(rig)).body.pledge?.recent;

    for (const page of ['0', '-1', 'x', '1e99', ''])
      assert.ok((await wallOf(rig, {page})).body.pledge!.recent!.length <= 20, page);
    assert.deepEqual((await wallOf(rig, {page: 'x'})).body.pledge?.recent, first);
    assert.deepEqual((await wallOf(rig, {page: '99999'})).body.pledge?.recent, []);
  });

  it('costs nothing to ask for again while nobody has pledged, as the document does not', async () => {
    for (const path of ['pledges?page=1', 'ctg.json']) {
      const first = await rig.page(path);
      const etag = first.headers.get('etag')!;

      const again = await fetch(`${rig.origin}/parish/${path}`, {headers: {'If-None-Match': etag}});
      await send(rig, pledge());
      const changed = await fetch(`${rig.origin}/parish/${path}`, {headers: {'If-None-Match': etag}});

      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
      assert.equal(changed.status, 200);
    }
  });

  it('has a name as its owner wants it, and nothing of who only wants to be counted', async () => {
    const words = [{id: 'love', wording: 'My words'}];
    const names = [];
    for (const [display, name] of [
      ['full', 'Ana María Ruiz'],
      ['initial', 'Ana María Ruiz'],
      ['initial', 'Ana'],
      ['initial', 'Jo\u0301 E\u0301va'],
    ] as const) {
      const {id} = await shown(rig, {display, name, values: words, place: 'Reno'});
      const [entry] = (await section(rig)).recent!;
      assert.notEqual(entry?.id, id, 'the key of the message stays with its owner');
      assert.deepEqual(entry?.words, words);
      names.push(entry?.name);
    }
    const hidden = await send(rig, pledge({name: 'Nobody knows', values: words}));
    const forced = await decide(rig, hidden.body.id!, 'approve');

    assert.deepEqual(names, ['Ana María Ruiz', 'Ana R.', 'Ana', 'Jo\u0301 E\u0301.']);
    assert.equal(forced.status, 409);
    assert.doesNotMatch(JSON.stringify(await section(rig)), /Nobody knows/);
  });
});

describe('a badge', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.start(pledging());
  });
  after(() => rig.close());

  const shop = {
    kind: 'organisation',
    name: 'Riverside Bakery & Sons',
    url: 'https://bakery.example/',
    speaks: true,
    display: 'full',
    values: [{id: 'integrity'}, {id: 'love'}],
  } as const;
  const proof = (id: string) => rig.ask<CtgDocument>('GET', `pledges/${id}/badge`);
  const picture = (id: string) => rig.page(`pledges/${id}/badge.svg`);

  it('is proven once the host has said yes, and not any more when it is taken back', async () => {
    const {body} = await send(rig, pledge({...shop, values: [...shop.values]}));
    const waiting = [(await proof(body.badge!)).status, (await picture(body.badge!)).body];

    await decide(rig, body.id!, 'approve');
    const proven = await proof(body.badge!);
    const drawn = await picture(body.badge!);
    await rig.ask('DELETE', body.manage!);
    const gone = await proof(body.badge!);
    const blank = await picture(body.badge!);

    assert.equal(waiting[0], 404);
    assert.match(String(waiting[1]), /can’t confirm/);
    assert.ok(DocumentSchema.safeParse(proven.body).success);
    assert.deepEqual(
      proven.body.pledge?.values?.map(({label}) => label),
      ['Love', 'Integrity'],
    );
    const [entry] = proven.body.pledge!.recent!;
    assert.deepEqual([entry?.id, entry?.name, entry?.url], [body.badge, shop.name, shop.url]);
    assert.match(drawn.headers.get('content-type') ?? '', /^image\/svg\+xml/);
    assert.match(drawn.body, /Love and\s+Integrity\./);
    assert.match(drawn.body, /Riverside Bakery &amp; Sons/);
    assert.doesNotMatch(drawn.body, /<script|href=|url\(|<image/);
    assert.equal(gone.status, 404);
    assert.equal(blank.status, 200, 'in a page, browsers draw no picture with another status');
    assert.match(blank.body, /can’t confirm/);
    assert.doesNotMatch(blank.body, /Riverside/);
    assert.match(blank.headers.get('cache-control') ?? '', /max-age=60$/);
  });

  it('is an organisation’s: a person on the wall has none, and neither has who does not exist', async () => {
    await shown(rig);
    const [entry] = (await section(rig)).recent!;

    assert.equal((await proof(entry!.id!)).status, 404);
    assert.equal((await proof('nobody')).status, 404);
  });
});
