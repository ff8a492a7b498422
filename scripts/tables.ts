/**
 * Writes the lenient reader's tables from the strict schemas, so that each rule is said once.
 *
 * `node --import tsx scripts/tables.ts` writes them; `--check` compares and says which one is out of date.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {DocumentSchema} from '../src/protocol/document.js';
import {ruleOf} from '../src/protocol/fields.js';
import {GroupMessageSchema} from '../src/protocol/group-message.js';
import {PledgeSchema} from '../src/protocol/pledge.js';
import {ProblemSchema} from '../src/protocol/problem.js';
import {ManagedSchema, ReceiptSchema} from '../src/protocol/receipt.js';
import type {Node, Shape} from '../src/protocol/shape.js';
import type {z} from '../src/protocol/zod.js';

type Schema = z.core.$ZodTypes;

/** What may be left out or null. */
function unwrap(schema: Schema): {inner: Schema; needed: boolean} {
  const {def} = schema._zod;
  if (def.type !== 'optional' && def.type !== 'nullable') return {inner: schema, needed: true};
  return {inner: unwrap(def.innerType as Schema).inner, needed: false};
}

/** The reader's node for a schema. Throws for a kind the reader does not know: that is a gap to close here. */
export function nodeOf(schema: Schema): Node {
  const known = ruleOf.get(schema as never)?.rule ?? parentRule(schema);
  if (known) return known;
  const {def} = schema._zod;
  switch (def.type) {
    case 'object':
      return shapeOf(schema);
    case 'array':
      return [nodeOf(unwrap(def.element as Schema).inner), longest(schema)];
    case 'record':
      return {'*': nodeOf(unwrap(def.valueType as Schema).inner)};
    case 'enum':
      return `=${Object.values(def.entries).join(' ')}`;
    case 'literal':
      return `=${def.values.join(' ')}`;
    default:
      throw new Error(`The reader has no way to read "${def.type}".`);
  }
}

/** A field that was narrowed further (`count.check(…)`) keeps the rule of the field it came from. */
function parentRule(schema: Schema): string | undefined {
  const parent = schema._zod.parent as Schema | undefined;
  return parent && (ruleOf.get(parent as never)?.rule ?? parentRule(parent));
}

function longest(schema: Schema): number {
  const checks = (schema._zod.def.checks ?? []).map(({_zod}) => _zod.def as {maximum?: number});
  const most = checks.find(({maximum}) => maximum !== undefined)?.maximum;
  if (most === undefined) throw new Error('A list without a longest length.');
  return most;
}

function shapeOf(schema: Schema, keys?: readonly string[]): Shape {
  const {shape} = schema._zod.def as z.core.$ZodObjectDef;
  const entries = Object.entries(shape).filter(([key]) => !keys || keys.includes(key));
  return Object.fromEntries(
    entries.map(([key, field]) => {
      const {inner, needed} = unwrap(field as Schema);
      return [needed ? `!${key}` : key, nodeOf(inner)];
    }),
  );
}

const part = (...keys: readonly string[]): Shape => shapeOf(DocumentSchema as never, keys);
const whole = (schema: unknown): Shape => shapeOf(schema as Schema);

const FILES: Record<string, Record<string, [docs: string, shape: Shape]>> = {
  tables: {
    HEAD: [
      'What every widget reads of a document, besides its own section.',
      part('publisher', 'updated', 'links'),
    ],
  },
  // A file each: whatever a lazy part reads besides its widget's own section must not be in the first view.
  'gatherings-table': {GATHERINGS: ['The gatherings of a document.', part('gatherings')]},
  'pledge-table': {PLEDGE: ['The pledge of a document.', part('pledge')]},
  'groups-table': {GROUPS: ['The groups of a document.', part('groups', 'groupsTotal', 'join')]},
  'answer-tables': {
    RECEIPT: ['A receipt.', whole(ReceiptSchema)],
    PROBLEM: ['A refusal.', whole(ProblemSchema)],
    MANAGED: ['A signup with its receipt.', whole(ManagedSchema)],
  },
  'group-tables': {
    JOINING: ['A group as it is sent.', whole(GroupMessageSchema)],
  },
  'pledge-tables': {
    SENT: ['A pledge as it is sent.', whole(PledgeSchema)],
  },
};

/** Writes a shape out, unless it is one of those that `named` has by name already. */
function write(node: Node, named: ReadonlyMap<string, string>): string {
  if (typeof node === 'string') return `'${node}'`;
  if (Array.isArray(node)) return `[${write(node[0], named)}, ${node[1]}]`;
  const entries = Object.entries(node as Shape).map(([key, value]) => {
    return `${/^\w+$/.test(key) ? key : `'${key}'`}: ${named.get(JSON.stringify(value)) ?? write(value, named)}`;
  });
  return `{${entries.join(', ')}}`;
}

/** The text of one generated file. */
export function fileOf(tables: Record<string, [docs: string, shape: Shape]>): string {
  const head =
    "// Written by scripts/tables.ts from the schemas. Change those, not this.\nimport type {Shape} from './shape.js';\n";
  const named = new Map<string, string>();
  const bodies = Object.entries(tables).map(([name, [docs, shape]]) => {
    const body = `\n/** ${docs} */\nexport const ${name}: Shape = ${write(shape, named)};\n`;
    named.set(JSON.stringify(shape), name);
    return body;
  });
  return head + bodies.join('');
}

const {format, resolveConfig} = await import('prettier');
let stale = 0;
for (const [name, tables] of Object.entries(FILES)) {
  const path = new URL(`../src/protocol/${name}.ts`, import.meta.url);
  const config = await resolveConfig(path);
  const made = await format(fileOf(tables), {...config, parser: 'typescript'});
  if (!process.argv.includes('--check')) await writeFile(path, made);
  else if (made !== (await readFile(path, 'utf8').catch(() => ''))) {
    stale += 1;
    console.error(`src/protocol/${name}.ts is out of date: run node --import tsx scripts/tables.ts`);
  }
}
process.exitCode = stale ? 1 : 0;
