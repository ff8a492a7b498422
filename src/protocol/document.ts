/** The one document in which a site says everything it wants to say. */
import {count, flag, href, id, link, list, named, stamp, text} from './fields.js';
import {ConsentSchema, GatheringSchema} from './gathering.js';
import {GroupSchema} from './group.js';
import {LIMITS} from './limits.js';
import {PledgeSectionSchema} from './pledge.js';
import {z} from './zod.js';

/** What becomes of the data a visitor sends. */
export const PrivacySchema = z.strictObject({
  url: z.optional(link),
  contact: z.optional(text(LIMITS.name)),
  keepDays: z.optional(count),
});

/** Who speaks, and whom to ask. */
export const PublisherSchema = z.strictObject({
  id: z.optional(id),
  name: text(LIMITS.name),
  sector: z.optional(id),
  phone: z.optional(text(LIMITS.phone)),
  url: z.optional(link),
  privacy: z.optional(PrivacySchema),
});
/** Who speaks, and whom to ask. */
export type Publisher = z.output<typeof PublisherSchema>;

/** Where messages go, and where more can be read. A relative `href` starts from the final URL of the document. */
export const LinkSchema = z.strictObject({
  rel: id,
  href,
  encoding: z.optional(z.enum(['json', 'form', 'multipart'])),
  idempotent: z.optional(flag),
  idempotency: z.optional(z.enum(['body', 'header'])),
});
/** Where messages go, and where more can be read. */
export type Link = z.output<typeof LinkSchema>;

/** The document, version 1. Every section is optional: a static file that lists gatherings is a whole endpoint. */
export const DocumentSchema = z.strictObject({
  ctg: z.literal('1'),
  publisher: z.optional(PublisherSchema),
  updated: z.optional(stamp),
  gatherings: z.optional(named(GatheringSchema, LIMITS.items)),
  pledge: z.optional(PledgeSectionSchema),
  groups: z.optional(named(GroupSchema, LIMITS.items)),
  /** How many groups there are, where `groups` may be only some of them: on the whole, or in the box asked for. */
  groupsTotal: z.optional(count),
  /** What whoever adds a group is asked. */
  join: z.optional(z.strictObject({consents: z.optional(named(ConsentSchema))})),
  links: z.optional(list(LinkSchema, LIMITS.links)),
});
/** The document, version 1. */
export type CtgDocument = z.output<typeof DocumentSchema>;
