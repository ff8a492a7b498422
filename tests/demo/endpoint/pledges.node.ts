import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {DocumentSchema} from '../../../src/protocol/document.js';
import type {Pledge} from '../../../src/protocol/pledge.js';
import {ProblemSchema} from '../../../src/protocol/problem.js';
import {ReceiptSchema} from '../../../src/protocol/receipt.js';
import {pledge, pledging, section, send} from './pledge-rig.js';
import {Rig, type Said} from './rig.js';

describe('pledging', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.start(pledging());
  });
  after(() => rig.close());

  it('counts who only wants to be counted, at once, and gives them a private address', async () => {
    const was = await section(rig);

    const {status, body} = await send(rig, pledge({values: [{id: 'love'}, {id: 'service'}]}));

    const {counts, recent} = await section(rig);
    assert.equal(status, 201);
    assert.deepEqual(ReceiptSchema.parse(body), body);
    assert.equal(body.status, 'confirmed');
    assert.equal(counts?.people, (was.counts?.people ?? 0) + 1);
    assert.equal(body.counts?.people, counts?.people);
    assert.equal(counts?.byValue?.['service'], (was.counts?.byValue?.['service'] ?? 0) + 1);
    assert.deepEqual(recent, []);
  });

  it('counts a message once, however often it comes, whatever it says the second time', async () => {
    const message = pledge();
    const first = await send(rig, message);
    const was = await section(rig);

    const again = await send(rig, message);
    const other = await send(rig, {...message, name: 'Someone else', values: [{id: 'courage'}]});

    assert.deepEqual([first.status, again.status, other.status], [201, 200, 200]);
    assert.equal(again.body.token, first.body.token);
    assert.equal(other.body.token, first.body.token);
    assert.deepEqual((await section(rig)).counts, was.counts);
  });

  it('counts organisations apart, and gives them the id of a badge while they wait', async () => {
    const was = await section(rig);

    const {body} = await send(
      rig,
      pledge({kind: 'organisation', name: 'A bakery', display: 'full', speaks: true}),
    );

    const {counts} = await section(rig);
    assert.equal(body.status, 'pending');
    assert.equal(body.waitsFor, 'host');
    assert.match(body.badge ?? '', /^[\w-]{32}$/);
    assert.equal(counts?.organisations, (was.counts?.organisations ?? 0) + 1);
    assert.equal(counts?.people, was.counts?.people);
  });

  it('lets its owner read it, change it and take it back, and the counts follow', async () => {
    const {body: receipt} = await send(rig, pledge({email: 'owner@guest.example', place: 'Reno'}));
    const was = await section(rig);
    const own = await rig.ask<{receipt: Said; pledge: Pledge}>('GET', receipt.manage!);

    const changed = await rig.ask<Said>('PUT', receipt.manage!, {
      ...own.body.pledge,
      values: [{id: 'courage'}],
    });
    const between = await section(rig);
    const gone = await rig.ask<Said>('DELETE', receipt.manage!);
    const twice = await rig.ask<Said>('DELETE', receipt.manage!);

    assert.equal(own.body.pledge.place, 'Reno');
    assert.equal(own.body.pledge.email, undefined, 'the address is not kept');
    assert.equal(changed.body.status, 'confirmed');
    assert.equal(between.counts?.byValue?.['love'], (was.counts?.byValue?.['love'] ?? 0) - 1);
    assert.equal(between.counts?.byValue?.['courage'], (was.counts?.byValue?.['courage'] ?? 0) + 1);
    assert.equal(gone.body.status, 'cancelled');
    assert.equal(twice.body.status, 'cancelled');
    assert.equal((await section(rig)).counts?.people, (was.counts?.people ?? 0) - 1);
    const after = await rig.ask<Said>('GET', receipt.manage!);
    assert.equal(after.status, 410);
    assert.deepEqual(ProblemSchema.parse(after.body), after.body);
  });

  it('says everything in a document that the published schema allows', async () => {
    const {body} = await rig.ask('GET', 'ctg.json');

    assert.ok(DocumentSchema.safeParse(body).success);
  });
});
