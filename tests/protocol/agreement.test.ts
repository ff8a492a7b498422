import {assert} from 'chai';
import fc from 'fast-check';
import {MANAGED, PROBLEM, RECEIPT} from '../../src/protocol/answer-tables.js';
import {DocumentSchema} from '../../src/protocol/document.js';
import {ProblemSchema} from '../../src/protocol/problem.js';
import {ANSWER_RULES, strictSignup} from '../../src/protocol/read-answers.js';
import {type Dropped, readDocument, readShape} from '../../src/protocol/read.js';
import {PledgeSchema} from '../../src/protocol/pledge.js';
import {GroupMessageSchema} from '../../src/protocol/group-message.js';
import {strictGroup} from '../../src/protocol/read-group.js';
import {strictPledge} from '../../src/protocol/read-pledge.js';
import {ManagedSchema, ReceiptSchema} from '../../src/protocol/receipt.js';
import {GROUPS} from '../../src/protocol/groups-table.js';
import {PLEDGE} from '../../src/protocol/pledge-table.js';
import type {Shape} from '../../src/protocol/shape.js';
import {SignupSchema} from '../../src/protocol/signup.js';
import {GATHERINGS} from '../../src/protocol/gatherings-table.js';
import type {z} from '../../src/protocol/zod.js';
import {damaged, fitting} from './arbitraries.js';

type Schema = z.ZodMiniType;
type Read = (json: unknown) => {value: unknown; dropped: readonly Dropped[]};

const answers =
  (shape: Shape): Read =>
  (json) => {
    const dropped: Dropped[] = [];
    return {value: readShape(shape, json, dropped, ANSWER_RULES), dropped};
  };

const families: readonly [string, Schema, Read][] = [
  [
    'document',
    DocumentSchema,
    (json) => {
      const result = readDocument(json, {...GATHERINGS, ...PLEDGE, ...GROUPS}, ANSWER_RULES);
      return result.ok
        ? {value: result.value.document, dropped: result.value.dropped}
        : {value: undefined, dropped: []};
    },
  ],
  ['receipt', ReceiptSchema, answers(RECEIPT)],
  ['managed signup', ManagedSchema, answers(MANAGED)],
  ['refusal', ProblemSchema, answers(PROBLEM)],
];

/** What the strict side has against a value, in a form that a failing property can print. */
function complaints(schema: Schema, value: unknown): unknown[] {
  const outcome = schema.safeParse(value);
  return outcome.success ? [] : outcome.error.issues.map(({path, code}) => [path.join('/'), code]);
}

for (const [name, schema, read] of families) {
  describe(`strict and lenient agree on a ${name}`, () => {
    it('what the strict side takes, the reader gives back unchanged', () => {
      fc.assert(
        fc.property(fitting(schema as never), (value) => {
          assert.isEmpty(complaints(schema, value));
          const {value: back, dropped} = read(value);

          assert.deepEqual(back, value);
          assert.isEmpty(dropped);
        }),
        {numRuns: 150},
      );
    });

    it('what the reader makes of anything damaged, the strict side takes', () => {
      fc.assert(
        fc.property(damaged(schema as never), (value) => {
          const {value: back} = read(value);

          if (back !== undefined) assert.isEmpty(complaints(schema, back));
        }),
        {numRuns: 300},
      );
    });

    it('what the reader made once, it gives back unchanged', () => {
      fc.assert(
        fc.property(damaged(schema as never), (value) => {
          const {value: back} = read(value);
          if (back === undefined) return;

          assert.deepEqual(read(back), {value: back, dropped: []});
        }),
      );
    });
  });
}

/** As it goes over the wire, without the one key that travels nowhere. */
const wire = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value) ?? 'null', (key, member: unknown) =>
    key === '__proto__' ? undefined : member,
  );

const messages: readonly [string, Schema, (message: unknown) => unknown][] = [
  ['signup', SignupSchema, strictSignup],
  ['pledge', PledgeSchema, strictPledge],
  ['group', GroupMessageSchema, strictGroup],
];

for (const [name, schema, strictly] of messages) {
  describe(`strict and lenient agree on a ${name} that is to be sent`, () => {
    it('the reader lets through what the strict side takes, and nothing else', () => {
      const values = fc.oneof(fitting(schema as never), damaged(schema as never));
      fc.assert(
        fc.property(values, (value) => {
          const message = wire(value);
          assert.equal(strictly(message) !== undefined, schema.safeParse(message).success);
        }),
        {numRuns: 300},
      );
    });
  });
}
