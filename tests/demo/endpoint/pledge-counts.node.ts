// The counts, whatever happens in whatever order: always what one would count by hand.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import fc from 'fast-check';
import {newId} from '../../../src/base/id.js';
import type {Pledge} from '../../../src/protocol/pledge.js';
import {FIVE} from '../../../demo/endpoint/seed/values.js';
import {pledge, pledging, section, send, tokenOf} from './pledge-rig.js';
import {Rig, type Said} from './rig.js';

type State = 'waiting' | 'shown' | 'counted' | 'declined' | 'withdrawn';

/** One pledge as somebody with paper and pencil would keep it. */
interface Line {
  message: Pledge;
  readonly manage: string;
  /** Whose it is: who gave no address is somebody else each time. */
  person: string;
  state: State;
  /** Changed since it was made; a program that approves it without saying what it read is refused. */
  changed?: boolean;
}

const IDS = FIVE.map(({id}) => id);
const values = fc.subarray(IDS, {minLength: 1}).map((ids) => ids.map((id) => ({id})));
const said = fc.record({
  kind: fc.constantFrom<Pledge['kind']>('person', 'person', 'organisation'),
  who: fc.constantFrom(
    'ana@guest.example',
    'Ana@Guest.example',
    'ben@gmail.com',
    'b.e.n+x@googlemail.com',
    '',
  ),
  display: fc.constantFrom<Pledge['display']>('anonymous', 'initial', 'full'),
  values,
});
const deed = fc.oneof(
  fc.record({do: fc.constant('pledge' as const), said}),
  fc.record({do: fc.constant('again' as const), at: fc.nat(30)}),
  fc.record({do: fc.constant('change' as const), at: fc.nat(30), said}),
  fc.record({do: fc.constant('withdraw' as const), at: fc.nat(30)}),
  fc.record({do: fc.constantFrom('approve' as const, 'hide' as const, 'decline' as const), at: fc.nat(30)}),
);

const canonical = (who: string) =>
  who === '' ? newId() : who.includes('@g') && who.includes('mail.com') ? 'ben' : 'ana';
const personOf = ({kind, who}: {kind: string; who: string}) => `${kind} ${canonical(who)}`;

let rig: Rig;
before(async () => {
  rig = await Rig.start(pledging());
});
after(() => rig.close());

describe('the counts', () => {
  it('are what one would count by hand, after any pledges, repeats, changes, answers and withdrawals', async () => {
    const run = async (deeds: readonly (typeof deed extends fc.Arbitrary<infer Deed> ? Deed : never)[]) => {
      const lines: Line[] = [];
      for (const each of deeds) await act(lines, each);

      assert.deepEqual((await section(rig)).counts, countedByHand(lines));
      assert.deepEqual((await section(rig)).shown, shownByHand(lines));
      for (const {manage} of lines) await rig.ask('DELETE', manage);
      assert.deepEqual((await section(rig)).counts, countedByHand([]), 'nothing is left of any of them');
    };

    await fc.assert(fc.asyncProperty(fc.array(deed, {maxLength: 14}), run), {numRuns: 25});
  });

  it('are exact when 200 pledge in the same moment, twenty of them one and the same person', async () => {
    const was = await section(rig);
    const messages = Array.from({length: 200}, (_, index) =>
      pledge({email: index < 20 ? 'same@guest.example' : `guest${index}@guest.example`}),
    );

    const began = performance.now();
    const answers = await Promise.all(messages.map((message) => send(rig, message)));
    const took = performance.now() - began;

    assert.ok(answers.every(({status, body}) => status === 201 && body.status === 'confirmed'));
    assert.equal((await section(rig)).counts?.people, (was.counts?.people ?? 0) + 181);
    console.log(`200 pledges at once: ${took.toFixed(0)} ms, ${(200_000 / took).toFixed(0)} a second`);
  });

  it('fall only when the last pledge of a person is taken back', async () => {
    const was = (await section(rig)).counts?.people ?? 0;
    const first = await send(rig, pledge({email: 'twice@guest.example', values: [{id: 'love'}]}));
    const second = await send(rig, pledge({email: 'Twice@guest.example', values: [{id: 'courage'}]}));

    const counts = [(await section(rig)).counts];
    for (const {body} of [first, second]) {
      await rig.ask('DELETE', body.manage!);
      counts.push((await section(rig)).counts);
    }

    assert.deepEqual(
      counts.map((each) => each?.people),
      [was + 1, was + 1, was],
    );
    assert.equal((counts[1]?.byValue?.['courage'] ?? 0) - (counts[0]?.byValue?.['courage'] ?? 0), 1);
  });
});

async function act(lines: Line[], each: typeof deed extends fc.Arbitrary<infer Deed> ? Deed : never) {
  if (each.do === 'pledge') {
    const message = messageOf(each.said);
    const {status, body} = await send(rig, message);
    assert.equal(status, 201);
    const state = message.display === 'anonymous' ? 'counted' : 'waiting';
    assert.equal(body.status, state === 'waiting' ? 'pending' : 'confirmed');
    lines.push({message, manage: body.manage!, person: personOf(each.said), state});
    return;
  }
  const line = lines[each.at % Math.max(1, lines.length)];
  if (!line) return;
  switch (each.do) {
    case 'again':
      assert.equal((await send(rig, line.message)).status, 200);
      return;
    case 'change': {
      const next = {...messageOf(each.said), id: line.message.id};
      const {status} = await rig.ask<Said>('PUT', line.manage, next);
      const other = next.kind !== line.message.kind;
      const gone = line.state === 'withdrawn' ? 410 : line.state === 'declined' ? 409 : undefined;
      assert.equal(status, gone ?? (other ? 422 : 200));
      if (status !== 200) return;
      const asks = next.display !== 'anonymous';
      const same = next.kind === line.message.kind && next.display === line.message.display;
      line.state = !asks ? 'counted' : same ? line.state : 'waiting';
      line.message = next;
      line.changed = true;
      return;
    }
    case 'withdraw':
      assert.equal((await rig.ask<Said>('DELETE', line.manage)).body.status, 'cancelled');
      line.state = 'withdrawn';
      return;
    default: {
      const path = `pending/${line.message.id}/${each.do}?token=${tokenOf(rig)}`;
      const {status} = await rig.ask('POST', path);
      const unread = line.message.display === 'anonymous' || (line.changed && line.state !== 'shown');
      const refused = each.do === 'approve' && unread;
      assert.equal(status, line.state === 'withdrawn' ? 404 : refused ? 409 : 200);
      if (status === 200)
        line.state = each.do === 'approve' ? 'shown' : each.do === 'hide' ? 'counted' : 'declined';
    }
  }
}

function messageOf({
  kind,
  who,
  display,
  values: chosen,
}: typeof said extends fc.Arbitrary<infer Said> ? Said : never) {
  return pledge({
    kind,
    display,
    values: chosen,
    name: 'One name',
    ...(kind === 'organisation' && {speaks: true}),
    ...(who !== '' && {email: who}),
  });
}

function countedByHand(lines: readonly Line[]) {
  const standing = lines.filter(({state}) => state !== 'withdrawn' && state !== 'declined');
  const firsts = standing.filter(
    (line, index) => standing.findIndex(({person}) => person === line.person) === index,
  );
  const of = (kind: string) => firsts.filter(({message}) => message.kind === kind).length;
  return {people: of('person'), organisations: of('organisation'), byValue: byValue(firsts)};
}

function shownByHand(lines: readonly Line[]) {
  const shown = lines.filter(({state}) => state === 'shown');
  const of = (kind: string) => shown.filter(({message}) => message.kind === kind).length;
  const [person, organisation] = [of('person'), of('organisation')];
  return {all: person + organisation, person, organisation, byValue: byValue(shown)};
}

function byValue(lines: readonly Line[]) {
  return Object.fromEntries(
    IDS.map((id) => [
      id,
      lines.filter(({message}) => message.values.some((value) => value.id === id)).length,
    ]),
  );
}
