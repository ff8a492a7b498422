/** A gathering as an endpoint publishes it: when, where, who hosts, and what the host would like to know. */
import {
  count,
  flag,
  id,
  language,
  latitude,
  link,
  list,
  longitude,
  moment,
  named,
  stamp,
  text,
  zone,
} from './fields.js';
import {LIMITS} from './limits.js';
import {z} from './zod.js';

/** Where a gathering takes place. With `revealed: 'confirmed'` the address comes in the receipt. */
export const PlaceSchema = z.strictObject({
  name: z.optional(text(LIMITS.name)),
  address: z.optional(text(LIMITS.address)),
  lat: z.optional(latitude),
  lon: z.optional(longitude),
  precision: z.optional(z.enum(['exact', 'street', 'town', 'region'])),
  online: z.optional(z.nullable(link)),
  revealed: z.optional(z.enum(['always', 'confirmed'])),
});
/** Where a gathering takes place. */
export type Place = z.output<typeof PlaceSchema>;

/** One part of a gathering. */
export const AgendaItemSchema = z.strictObject({
  minutes: z.optional(count),
  title: text(LIMITS.name),
  text: z.optional(text(LIMITS.text)),
});
/** One part of a gathering. */
export type AgendaItem = z.output<typeof AgendaItemSchema>;

/** One thing to choose in a question. */
export const OptionSchema = z.strictObject({value: id, label: text(LIMITS.name)});

/** Something the host would like to know. */
export const QuestionSchema = z.strictObject({
  id,
  type: z.enum(['text', 'textarea', 'email', 'tel', 'number', 'date', 'select', 'radio', 'checkbox']),
  label: text(LIMITS.name),
  options: z.optional(list(OptionSchema)),
  required: z.optional(flag),
  help: z.optional(text(LIMITS.text)),
});
/** Something the host would like to know. */
export type Question = z.output<typeof QuestionSchema>;

/** Something a visitor is asked to agree to, in the wording of one version. */
export const ConsentSchema = z.strictObject({
  id,
  text: text(LIMITS.text),
  version: z.optional(id),
  required: z.optional(flag),
  url: z.optional(link),
});
/** Something a visitor is asked to agree to, in the wording of one version. */
export type Consent = z.output<typeof ConsentSchema>;

/** A gathering. Only `id` and `name` are needed: one without a usable date is "date to be confirmed", not nothing. */
export const GatheringSchema = z.strictObject({
  id,
  name: text(LIMITS.name),
  description: z.optional(text(LIMITS.text)),
  start: z.optional(moment),
  end: z.optional(moment),
  timeZone: z.optional(zone),
  status: z.optional(z.enum(['scheduled', 'full', 'closed', 'cancelled', 'postponed'])),
  capacity: z.optional(count),
  minimum: z.optional(count),
  taken: z.optional(count),
  waitlist: z.optional(flag),
  waiting: z.optional(count),
  partyMax: z.optional(count),
  place: z.optional(PlaceSchema),
  contact: z.optional(z.enum(['either', 'email', 'phone'])),
  host: z.optional(z.strictObject({name: text(LIMITS.name)})),
  sector: z.optional(id),
  needs: z.optional(list(id)),
  values: z.optional(list(id)),
  language: z.optional(language),
  series: z.optional(z.strictObject({id, label: z.optional(text(LIMITS.name))})),
  opens: z.optional(z.nullable(moment)),
  closes: z.optional(z.nullable(moment)),
  agenda: z.optional(list(AgendaItemSchema)),
  questions: z.optional(named(QuestionSchema)),
  consents: z.optional(named(ConsentSchema)),
  url: z.optional(link),
  image: z.optional(link),
  updated: z.optional(stamp),
});
/** A gathering as an endpoint publishes it. */
export type Gathering = z.output<typeof GatheringSchema>;
