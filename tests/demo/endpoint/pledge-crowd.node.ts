// Ten thousand pledges, and what reading and adding to them costs.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {CtgDocument} from '../../../src/protocol/document.js';
import {crowd} from '../../../demo/endpoint/seed/crowd.js';
import {FIVE} from '../../../demo/endpoint/seed/values.js';
import {pledge, pledging, section, send} from './pledge-rig.js';
import {Rig} from './rig.js';

const PEOPLE = 10_000;
const IDS = FIVE.map(({id}) => id);

/** The middle of what `act` takes in milliseconds, of `times` tries. */
async function middle(times: number, act: (index: number) => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const began = performance.now();
    await act(index);
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

describe('ten thousand pledges', () => {
  let rig: Rig;
  let empty: Rig;
  before(async () => {
    empty = await Rig.start(pledging());
    const began = performance.now();
    rig = await Rig.start({
      ...pledging(),
      pledgers: () => crowd({people: PEOPLE, shown: PEOPLE - 200, waiting: 100, days: 900}, IDS),
    });
    console.log(`${PEOPLE} pledges written at the start: ${(performance.now() - began).toFixed(0)} ms`);
  });
  after(async () => {
    await rig.close();
    await empty.close();
  });

  it('are counted, and each of them is on one page of the wall', async () => {
    const {counts, shown} = await section(rig);
    const ids = new Set<string>();
    let pages = 0;
    for (let next: string | undefined = 'pledges?page=1'; next !== undefined; pages += 1) {
      const {body}: {body: CtgDocument} = await rig.ask('GET', next);
      for (const {id} of body.pledge?.recent ?? []) ids.add(id!);
      next = body.links?.find(({rel}) => rel === 'older')?.href;
    }

    assert.equal(counts?.people, PEOPLE);
    assert.equal(ids.size, shown?.all);
    assert.equal(pages, Math.ceil(shown!.all! / 20));
  });

  it('cost about what none cost, wherever one reads', async () => {
    const read = (from: Rig, path: string) => middle(15, () => from.ask('GET', path));
    const last = `pledges?page=${Math.floor(PEOPLE / 20) - 15}`;

    const none = await read(empty, 'pledges?page=1');
    const figures = {
      document: await read(rig, 'ctg.json'),
      first: await read(rig, 'pledges?page=1'),
      'by value': await read(rig, 'pledges?page=1&value=courage&kind=person'),
      organisations: await read(rig, 'pledges?page=1&kind=organisation'),
      'last by number': await read(rig, last),
      post: await middle(15, () => send(rig, pledge({email: `${crypto.randomUUID()}@guest.example`}))),
    };

    for (const [name, took] of Object.entries(figures)) console.log(`${name}: ${took.toFixed(1)} ms`);
    console.log(`a wall of nobody: ${none.toFixed(1)} ms`);
    for (const name of ['document', 'first', 'by value', 'organisations'] as const)
      assert.ok(figures[name] < 10 * none + 50, `${name} took ${figures[name]} ms, an empty wall ${none} ms`);
  });

  it('answer somebody new and somebody who pledged before after the same time', async () => {
    const email = 'known@guest.example';
    await send(rig, pledge({email}));
    const times = 40;

    // Turn by turn, so that whatever else the machine does meets both.
    const took = {known: [] as number[], fresh: [] as number[]};
    for (let index = 0; index < times; index += 1)
      for (const [who, address] of [
        ['known', email],
        ['fresh', `fresh${index}@guest.example`],
      ] as const)
        took[who].push(await middle(1, () => send(rig, pledge({email: address}))));
    const [known, fresh] = [took.known, took.fresh].map(
      (each) => each.sort((a, b) => a - b)[Math.floor(times / 2)]!,
    );

    console.log(`known: ${known!.toFixed(1)} ms, fresh: ${fresh!.toFixed(1)} ms`);
    assert.ok(known! < 2 * fresh! && fresh! < 2 * known!, `${known} and ${fresh}`);
  });
});
