import {assert} from 'chai';
import fc from 'fast-check';

import type {Outcome} from '../../src/protocol/outcome.js';
import {
  Clock,
  entryOf,
  FULL,
  NO_RECEIPT,
  receiptFor,
  Rig,
  SERVER,
  TIMEOUT,
  UNREACHABLE,
  type Tab,
} from './rig.js';

/** Something that can happen to two tabs that share an outbox. */
type Step =
  | {do: 'add' | 'sleep' | 'wake' | 'press' | 'reopen'; tab: number}
  | {do: 'answer'; call: number; with: number}
  | {do: 'later'; ms: number};

const ANSWERS: readonly ((id: string) => Outcome)[] = [
  receiptFor,
  () => receiptFor('somebody-else'),
  () => UNREACHABLE,
  () => TIMEOUT,
  () => SERVER,
  () => NO_RECEIPT,
  () => FULL,
  () => ({kind: 'retry', code: 'slow-down', after: 5_000}),
];

const tab = fc.nat({max: 1});
const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 3, arbitrary: fc.record({do: fc.constant('add' as const), tab})},
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      call: fc.nat({max: 5}),
      with: fc.nat({max: ANSWERS.length - 1}),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({do: fc.constant('later' as const), ms: fc.integer({min: 1, max: 60_000})}),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('sleep' as const, 'wake' as const, 'press' as const, 'reopen' as const),
      tab,
    }),
  },
);

/** Plays `steps` and gives back what must hold whatever they were. */
async function play(steps: readonly Step[], idempotent: boolean, locks: object): Promise<void> {
  const rig = new Rig();
  const clock = new Clock();
  const added: string[] = [];
  const received = new Set<string>();
  const tabs: Tab[] = [rig.tab(locks, clock), rig.tab(locks, clock)];
  const answer = (at: number, outcome: (id: string) => Outcome) => {
    const calls = [...rig.endpoint.underWay];
    const call = calls[at % calls.length];
    if (!call) return;
    const given = outcome(call.entry.id);
    if (given.kind === 'confirmed' && given.receipt.id === call.entry.id) received.add(call.entry.id);
    call.answer(given);
  };
  /** Everything that is added is either here or has its receipt; nothing is both, and nothing is anywhere else. */
  const account = async () => {
    const left = (await tabs[0]!.outbox.entries()).map(({id}) => id);
    assert.deepEqual([...left, ...received].sort(), [...added].sort());
    const mine = (await tabs[0]!.outbox.mine()).map(({id}) => id);
    assert.deepEqual(mine.sort(), [...received].sort());
  };
  const settle = async () => {
    for (const {quiet} of tabs) await quiet();
  };

  for (const one of steps) {
    if (one.do === 'answer') answer(one.call, ANSWERS[one.with]!);
    else if (one.do === 'later') clock.advance(one.ms);
    else if (one.do === 'add') {
      const id = `entry-${added.length}`;
      await tabs[one.tab]!.outbox.add(entryOf(id, {idempotent}));
      added.push(id);
    } else if (one.do === 'wake') await tabs[one.tab]!.outbox.wake();
    else if (one.do === 'press') await tabs[one.tab]!.outbox.sendNow();
    else {
      tabs[one.tab]!.outbox.rest();
      if (one.do === 'reopen') tabs[one.tab] = rig.tab(locks, clock);
    }
    await settle();
    await account();
  }
  const waits = async () => (await tabs[0]!.outbox.entries()).some(({state}) => state === 'waiting');
  for (let i = 0; i < 40 && (await waits()); i++) {
    for (const {outbox} of tabs) void outbox.wake();
    clock.advance(3_600_000);
    await settle();
    while (rig.endpoint.underWay.size) {
      answer(0, receiptFor);
      await settle();
    }
  }
  await account();
  assert.isFalse(await waits(), 'what can be delivered is delivered in the end');
  assert.isEmpty(rig.endpoint.doubled, 'nothing is ever on its way twice at once');
  await rig.close();
}

describe('Whatever happens', () => {
  for (const [kind, locks] of [
    ['Web Locks', {}],
    ['a lease', {locks: undefined}],
  ] as const) {
    it(`nothing is lost, deleted without its own receipt, or sent twice at once (${kind})`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(fc.array(step, {minLength: 4, maxLength: 20}), fc.boolean(), (steps, idempotent) =>
          play(steps, idempotent, locks),
        ),
        {numRuns: 15},
      );
    });
  }
});
