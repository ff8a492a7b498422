import {assert} from 'chai';
import fc from 'fast-check';

import {newId} from '../../src/base/id.js';
import {mockFetch} from '../../src/endpoint/mock/mock-fetch.js';
import {STATES} from '../../src/endpoint/mock/states.js';
import {DocumentSchema, type CtgDocument} from '../../src/protocol/document.js';
import type {Pledge, PledgeSection} from '../../src/protocol/pledge.js';
import type {ManagedPledge, Receipt} from '../../src/protocol/receipt.js';

const PLEDGE: Pledge = {
  ctg: '1',
  id: newId(),
  kind: 'person',
  name: 'Ana María Ruiz',
  display: 'anonymous',
  values: [{id: 'love', wording: 'I greet people.'}],
  consents: [],
  language: 'en',
  at: '2026-11-20T10:00:00Z',
};

async function ask<Body>(
  path: string,
  method = 'GET',
  message?: object,
): Promise<{status: number; body: Body}> {
  const init = message ? {method, body: JSON.stringify(message)} : {method};
  const response = await mockFetch(path, init);
  return {status: response.status, body: (await response.json()) as Body};
}
const read = (path: string) => ask<CtgDocument>(path);
const section = async (name: string): Promise<PledgeSection> => (await read(`mock:${name}`)).body.pledge!;
const send = (name: string, change: Partial<Pledge> = {}) =>
  ask<Receipt>(`mock:${name}/pledges`, 'POST', {...PLEDGE, id: newId(), ...change});

/** Every page of a wall, by the way that each shows to the next. */
async function walk(address: string): Promise<CtgDocument[]> {
  const {body} = await read(address);
  const older = body.links?.find(({rel}) => rel === 'older')?.href;
  return older ? [body, ...(await walk(older))] : [body];
}

describe('The built-in examples of a pledge', () => {
  for (const name of STATES.keys())
    if (!['slow', 'down'].includes(name))
      it(`mock:${name} keeps to the format`, async () => {
        const {body} = await read(`mock:${name}`);

        assert.isTrue(DocumentSchema.safeParse(body).success);
        for (const page of await walk(`mock:${name}/pledges?page=1&value=&kind=`))
          assert.isTrue(DocumentSchema.safeParse(page).success);
      });

  it('counts a pledge once, however often it is sent, and no more once it is taken back', async () => {
    const was = (await section('open')).counts!;

    const message = {...PLEDGE, id: newId()};
    const first = await send('open', message);
    const second = await send('open', message);
    const counted = (await section('open')).counts!;
    await ask(first.body.manage!, 'DELETE');
    const after = (await section('open')).counts!;

    assert.deepEqual(second.body, first.body);
    assert.equal(counted.people, was.people! + 1);
    assert.equal(counted.byValue!['love'], was.byValue!['love']! + 1);
    assert.deepEqual(after, was);
  });

  it('shows nobody who only wants to be counted, and others as they want to be seen', async () => {
    const was = (await section('open')).shown!.all!;

    await send('open');
    assert.equal((await section('open')).shown!.all, was);
    await send('open', {display: 'initial'});

    const {shown, recent} = await section('open');
    assert.equal(shown!.all, was + 1);
    assert.equal(recent![0]!.name, 'Ana R.');
  });

  it('has a name read by the host first in mock:pending', async () => {
    const named = await send('pending', {display: 'full'});
    const counted = await send('pending');

    assert.deepEqual([named.body.status, named.body.waitsFor], ['pending', 'host']);
    assert.equal(counted.body.status, 'confirmed');
    assert.notEqual((await section('pending')).recent![0]!.name, PLEDGE.name);
  });

  it('shows each of those who want to be seen once, over all pages, of one value or kind if asked', async () => {
    const {shown} = await section('full');

    const names = (documents: CtgDocument[]) => documents.flatMap(({pledge}) => pledge!.recent!);
    const all = names(await walk('mock:full/pledges?page=1&value=&kind='));
    const loving = names(await walk('mock:full/pledges?page=1&value=love&kind='));
    const organisations = names(await walk('mock:full/pledges?page=1&value=&kind=organisation'));

    assert.equal(new Set(all.map(({id}) => id)).size, shown!.all);
    assert.equal(loving.length, shown!.byValue!['love']);
    assert.isTrue(loving.every(({values}) => values!.includes('love')));
    assert.deepEqual(
      organisations.map(({name}) => name),
      ['Riverside Bakery'],
    );
  });

  it('proves the badge of an organisation, and no other', async () => {
    const proof = await read('mock:open/pledges/riverside-bakery/badge');
    const person = await read('mock:open/pledges/seen-1/badge');

    assert.equal(proof.body.pledge!.recent![0]!.name, 'Riverside Bakery');
    assert.isTrue(DocumentSchema.safeParse(proof.body).success);
    assert.equal(person.status, 404);
  });

  it('gives an organisation the id of its badge until it takes the pledge back', async () => {
    const {body} = await send('three', {kind: 'organisation', display: 'full'});
    const badge = `mock:three/pledges/${body.badge}/badge`;
    assert.equal((await read(badge)).status, 200);

    await ask(body.manage!, 'DELETE');

    assert.equal((await read(badge)).status, 404);
  });

  it('changes a pledge for whoever has its link, and says what it is then', async () => {
    const message = {...PLEDGE, id: newId()};
    const {body} = await send('past', message);

    const changed = {...message, values: [{id: 'courage'}]};
    await ask(body.manage!, 'PUT', changed);

    const {pledge} = (await ask<ManagedPledge>(body.manage!)).body;
    assert.deepEqual(pledge, changed);
    assert.equal((await ask(body.manage!, 'PUT', {...changed, id: newId()})).status, 404);
  });

  it('says where there is nobody yet, few or many values, or nowhere to send a pledge', async () => {
    const [none, three, twelve, closed] = await Promise.all(
      ['empty', 'three', 'twelve', 'closed'].map(section),
    );

    assert.deepEqual([none!.counts!.people, none!.recent], [0, []]);
    assert.deepEqual([three!.values!.length, twelve!.values!.length], [3, 12]);
    assert.equal(twelve!.counts!.people, 10_000);
    assert.lengthOf(closed!.values!, 5);
    const {body} = await read('mock:closed');
    assert.isUndefined(body.links!.find(({rel}) => rel === 'pledges'));
    assert.equal((await send('closed')).status, 409);
  });

  it('names what is wrong in mock:invalid, and takes no message that is not a pledge', async () => {
    const {status, body} = await ask<{errors: {pointer: string}[]}>('mock:invalid/pledges', 'POST', PLEDGE);
    assert.equal(status, 422);
    assert.deepEqual(
      body.errors.map(({pointer}) => pointer),
      ['/name', '/values/0/wording'],
    );

    await fc.assert(
      fc.asyncProperty(fc.object(), async (message) => {
        assert.equal((await ask('mock:open/pledges', 'POST', message)).status, 422);
      }),
      {numRuns: 50},
    );
  });
});
