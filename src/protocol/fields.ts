/**
 * The fields that messages are built of: each a zod schema that knows the rule it enforces by name, from which the
 * reader's tables are generated, and the JSON Schema words nearest to that rule.
 */
import {LIMITS} from './limits.js';
import * as rules from './rules.js';
import {z} from './zod.js';

/** The name under which the lenient reader knows the rule of a field. */
export const ruleOf = z.registry<{rule: string}>();

type Words = Record<string, string | number>;

function ruled(rule: string, most: number, test: (value: unknown) => boolean, words: Words = {}) {
  const field = z.string().check(z.maxLength(most, {abort: true}), z.refine(test));
  field.register(z.globalRegistry, words);
  field.register(ruleOf, {rule});
  return field;
}

/** A text for people, at most `most` UTF-16 code units, with something to see in it. The reader cuts it to fit. */
export function text(most: number) {
  return ruled(String(most), most, rules.isText, {minLength: 1});
}

/** Something that names one thing among others. */
export const id = ruled('id', LIMITS.id, rules.isId, {minLength: 1});
/** A UUID that a device made: the key under which an endpoint must act only once. */
export const uuid = ruled('uuid', 36, rules.isUuid, {format: 'uuid'});
/** A link that may be shown. */
export const link = ruled('link', LIMITS.url, rules.isLink, {format: 'uri-reference'});
/** A template of an address that messages go to. */
export const href = ruled('href', LIMITS.url, rules.isHref, {format: 'uri-template'});
/** A page of the web without its query and fragment. */
export const page = ruled('page', LIMITS.url, rules.isPage, {format: 'uri'});
/** A date and time, with an offset or local to the gathering's zone. */
export const moment = ruled('moment', 40, rules.isMoment, {
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?$',
});
/** A date and time that names an instant. */
export const stamp = ruled('stamp', 40, rules.isOffsetMoment, {
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$',
});
/** The name of a time zone, `America/Los_Angeles`. */
export const zone = ruled('zone', 64, rules.isZone);
/** A language tag, `en` or `pt-BR`. */
export const language = ruled('language', 35, rules.isLanguage);
/** An e-mail address, letters of any script. */
export const email = ruled('email', LIMITS.email, rules.isEmail, {format: 'idn-email'});
/** A telephone number as people write it. */
export const phone = ruled('phone', LIMITS.phone, rules.isPhone);

function known<Schema extends z.ZodMiniType>(rule: string, field: Schema): Schema {
  ruleOf.add(field, {rule});
  return field;
}

/** Degrees north. */
export const latitude = known('lat', z.number().check(z.gte(-90), z.lte(90)));
/** Degrees east. */
export const longitude = known('lon', z.number().check(z.gte(-180), z.lte(180)));
/** How many people, places or minutes. */
export const count = known('count', z.int().check(z.gte(0), z.lte(LIMITS.count)));
/** The grown-ups of a party, the sender included. */
export const adults = known('adults', z.int().check(z.gte(1), z.lte(LIMITS.party)));
/** The children of a party. */
export const children = known('children', z.int().check(z.gte(0), z.lte(LIMITS.party)));
/** Yes or no. */
export const flag = known('flag', z.boolean());

const shortString = z.string().check(z.maxLength(LIMITS.answer));
/** What a visitor answered: a text, a number, yes or no, or several texts. */
export const answer = known(
  'answer',
  z.union([shortString, z.number(), z.boolean(), z.array(shortString).check(z.maxLength(LIMITS.few))]),
);

/** A list of at most `most`. */
export function list<Schema extends z.ZodMiniType>(item: Schema, most: number = LIMITS.few) {
  return z.array(item).check(z.maxLength(most, {abort: true}));
}

/** A list of things that are told apart by their `id`. */
export function named<Schema extends z.ZodMiniType<{id: string}>>(item: Schema, most: number = LIMITS.few) {
  return list(item, most).check(
    z.refine((items) => new Set(items.map((each) => each.id)).size === items.length, {error: 'duplicate'}),
  );
}
