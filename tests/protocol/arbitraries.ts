/** Values drawn from the schemas themselves, so that a new field is tested without anyone thinking of it. */
import fc from 'fast-check';
import {ruleOf} from '../../src/protocol/fields.js';
import type {z} from '../../src/protocol/zod.js';

type Schema = z.core.$ZodTypes;

const visible = fc
  .string({unit: 'grapheme', minLength: 1, maxLength: 20})
  .filter((text) => /(?!\p{DI})[\p{L}\p{N}]/u.test(text));
const printable = visible.filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
const instant = fc
  .date({min: new Date('1900-01-02T00:00Z'), max: new Date('2999-12-30T00:00Z'), noInvalidDate: true})
  .map((date) => date.toISOString());

/** Something that fits, for each rule that fields are made of. */
const BY_RULE: Record<string, fc.Arbitrary<unknown>> = {
  id: printable,
  uuid: fc.uuid(),
  link: fc.oneof(fc.webUrl(), fc.constantFrom('/relative', 'mailto:a@b.example', 'tel:+1775')),
  href: fc.oneof(fc.webUrl(), fc.constantFrom('/gatherings/{gathering}/signups', 'mock:open/x')),
  page: fc.webUrl(),
  moment: fc.oneof(
    instant,
    instant.map((text) => text.slice(0, 16)),
    instant.map((text) => `${text.slice(0, 19)}-08:00`),
  ),
  stamp: fc.oneof(
    instant,
    instant.map((text) => `${text.slice(0, 16)}+05:45`),
  ),
  zone: fc.constantFrom('America/Los_Angeles', 'Europe/Berlin', 'UTC', 'Etc/GMT+8', 'Mars/Olympus'),
  language: fc.constantFrom('en', 'es', 'pt-BR', 'zh-Hant-TW'),
  email: fc.emailAddress({size: '-1'}),
  phone: fc.constantFrom('+1 775 555 0142', '112', '٠١٢٣٤'),
  lat: fc.double({min: -90, max: 90, noNaN: true}),
  lon: fc.double({min: -180, max: 180, noNaN: true}),
  count: fc.nat(1_000_000),
  adults: fc.integer({min: 1, max: 1_000}),
  children: fc.nat(1_000),
  flag: fc.boolean(),
  answer: fc.oneof(
    fc.string(),
    fc.double({noNaN: true, noDefaultInfinity: true}),
    fc.boolean(),
    fc.array(fc.string(), {maxLength: 3}),
  ),
};

function ruleNameOf(schema: Schema): string | undefined {
  const parent = schema._zod.parent as Schema | undefined;
  return ruleOf.get(schema as never)?.rule ?? (parent && ruleNameOf(parent));
}

/** Values that `schema` takes. */
export function fitting(schema: Schema): fc.Arbitrary<unknown> {
  const rule = ruleNameOf(schema);
  // A field whose rule is a number is a text of at most that length.
  if (rule) return BY_RULE[rule] ?? visible;
  const {def} = schema._zod;
  switch (def.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, fitting(field as Schema)])),
        {noNullPrototype: true, requiredKeys: requiredOf(def.shape as Record<string, Schema>)},
      );
    case 'optional':
    case 'nullable':
      return fitting(def.innerType as Schema);
    case 'array':
      return fc.uniqueArray(fitting(def.element as Schema), {maxLength: 3, selector: nameOf});
    case 'record':
      return fc.dictionary(
        printable.filter((key) => key !== '__proto__'),
        fitting(def.valueType as Schema),
        {maxKeys: 3, noNullPrototype: true},
      );
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    default:
      throw new Error(`Nothing is drawn for "${def.type}".`);
  }
}

/** Mostly what `schema` takes, with a part of it replaced by what nobody expected. */
export function damaged(schema: Schema): fc.Arbitrary<unknown> {
  const anything = fc.oneof(
    fc.anything(),
    fc.constantFrom<unknown>(
      null,
      '',
      ' ',
      -1,
      1e308,
      '12',
      'javascript:alert(1)',
      '2026-02-31T10:00Z',
      [],
      {},
      'x'.repeat(5_000),
    ),
  );
  return fc
    .tuple(fitting(schema), fc.array(fc.tuple(fc.nat(), anything), {maxLength: 6}))
    .map(([value, blows]) => {
      const copy = structuredClone(value);
      for (const [where, by] of blows) {
        const places = placesOf(copy);
        const [owner, key] = places[where % Math.max(1, places.length)] ?? [];
        if (owner && key !== undefined)
          Object.defineProperty(owner, key, {
            value: by,
            enumerable: true,
            writable: true,
            configurable: true,
          });
      }
      return copy;
    });
}

function placesOf(value: unknown): [object, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    [value, key] as [object, string],
    ...placesOf(child),
  ]);
}

function requiredOf(shape: Record<string, Schema>): string[] {
  return Object.keys(shape).filter((key) => shape[key]!._zod.def.type !== 'optional');
}

function nameOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}
