/** A group of the network: an organisation, a circle or, by their own choice, a person. */
import {email, id, latitude, link, list, longitude, stamp, text} from './fields.js';
import {LIMITS} from './limits.js';
import {z} from './zod.js';

/** A tie from one group to another, as one of the two says it. */
export const ConnectionSchema = z.strictObject({
  to: id,
  kind: z.optional(id),
  note: z.optional(text(LIMITS.text)),
});

/** What a group says of itself, in a document and in a message alike. */
export const groupFields = {
  id,
  name: text(LIMITS.name),
  kind: z.optional(z.enum(['group', 'organisation', 'person'])),
  sector: z.optional(id),
  needs: z.optional(list(id)),
  offers: z.optional(list(text(LIMITS.name))),
  values: z.optional(list(id)),
  description: z.optional(text(LIMITS.text)),
  url: z.optional(link),
  place: z.optional(
    z.strictObject({
      label: z.optional(text(LIMITS.name)),
      lat: z.optional(latitude),
      lon: z.optional(longitude),
      precision: z.optional(z.enum(['exact', 'street', 'town', 'region'])),
    }),
  ),
  contact: z.optional(z.strictObject({url: z.optional(link), email: z.optional(email)})),
  image: z.optional(link),
  connections: z.optional(list(ConnectionSchema, LIMITS.ties)),
  declines: z.optional(list(id)),
  updated: z.optional(stamp),
  expires: z.optional(stamp),
};

/** A group as a document lists it. */
export const GroupSchema = z.strictObject(groupFields);
/** A group as a document lists it. */
export type Group = z.output<typeof GroupSchema>;
