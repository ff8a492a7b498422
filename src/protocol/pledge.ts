/** A pledge to live by shared values: what a page shows of it, and what a visitor sends. */
import {count, email, flag, id, language, link, list, named, page, stamp, text, uuid} from './fields.js';
import {ConsentSchema} from './gathering.js';
import {LIMITS} from './limits.js';
import {AgreedSchema} from './signup.js';
import {z} from './zod.js';

/** How many have pledged. */
export const CountsSchema = z.strictObject({
  people: z.optional(count),
  organisations: z.optional(count),
  byValue: z.optional(z.record(id, count)),
});
/** How many have pledged. */
export type Counts = z.output<typeof CountsSchema>;

/** A value that can be chosen. */
export const ValueSchema = z.strictObject({
  id,
  label: text(LIMITS.name),
  definition: z.optional(text(LIMITS.text)),
  practice: z.optional(text(LIMITS.text)),
});

/** What somebody wrote of one value in their own words. */
const WordsSchema = z.strictObject({id, wording: text(LIMITS.text)});

/** A pledge that may be shown to everyone. Its `id` is public, and never the one under which it was sent. */
export const ShownPledgeSchema = z.strictObject({
  id: z.optional(id),
  name: text(LIMITS.name),
  kind: z.optional(z.enum(['person', 'organisation'])),
  place: z.optional(text(LIMITS.name)),
  /** Of an organisation: the website that its badge belongs to. */
  url: z.optional(link),
  values: z.optional(list(id)),
  /** One text for all of it, or `words` for each value. */
  wording: z.optional(text(LIMITS.text)),
  words: z.optional(named(WordsSchema)),
  at: z.optional(stamp),
});
/** A pledge that may be shown to everyone. */
export type ShownPledge = z.output<typeof ShownPledgeSchema>;

/** How many pledges there are to see, which is not how many there are: who only wants to be counted is not shown. */
export const ShownCountsSchema = z.strictObject({
  all: z.optional(count),
  person: z.optional(count),
  organisation: z.optional(count),
  byValue: z.optional(z.record(id, count)),
});

/** The `pledge` section of a document, or of a further page of the wall, where only `recent` and the counts are needed. */
export const PledgeSectionSchema = z.strictObject({
  title: z.optional(text(LIMITS.name)),
  text: z.optional(text(LIMITS.text)),
  button: z.optional(text(LIMITS.name)),
  values: z.optional(named(ValueSchema)),
  goal: z.optional(count),
  counts: z.optional(CountsSchema),
  shown: z.optional(ShownCountsSchema),
  recent: z.optional(list(ShownPledgeSchema, LIMITS.items)),
  consents: z.optional(named(ConsentSchema)),
});
/** The `pledge` section of a document. */
export type PledgeSection = z.output<typeof PledgeSectionSchema>;

/** What a visitor sends who pledges. The commitment for the month stays on the device and is not in it. */
export const PledgeSchema = z.strictObject({
  ctg: z.literal('1'),
  id: uuid,
  kind: z.enum(['person', 'organisation']),
  name: text(LIMITS.name),
  email: z.optional(email),
  display: z.enum(['full', 'initial', 'anonymous']),
  place: z.optional(text(LIMITS.name)),
  url: z.optional(link),
  values: named(z.strictObject({id, wording: z.optional(text(LIMITS.text))})).check(z.minLength(1)),
  /** Of an organisation: whoever sends it may speak for it, and is called so. Never shown. */
  speaks: z.optional(flag),
  contact: z.optional(text(LIMITS.name)),
  consents: named(AgreedSchema),
  language,
  page: z.optional(page),
  at: stamp,
});
/** What a visitor sends who pledges. */
export type Pledge = z.output<typeof PledgeSchema>;
