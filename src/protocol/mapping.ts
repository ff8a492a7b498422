/**
 * How a site says what the JSON of its endpoint means, and how its messages are written.
 *
 * The published schema, for editors and for `ctg validate`. A page does not load it: what reads a mapping there names
 * the first thing that is wrong by itself, and a test holds the two together.
 */
import {z} from './zod.js';

/** A path or an expression (JMESPath) into their JSON. */
const expression = z.string().check(z.minLength(1), z.maxLength(1_000));
/** Fields of ours and where they are in theirs; `each` in the fields of a list says where the list is. */
const inner = z.record(z.string(), expression);
const fields = z.record(
  z.string(),
  z.union([expression, z.record(z.string(), z.union([expression, inner]))]),
);
const thing = z.intersection(z.looseObject({id: expression, name: expression}), fields);
const words = z.record(z.string(), z.json());
/** A place in a message: `fields.full_name`, or `/entry.1` where a key has a dot in it. */
const place = z.string().check(z.minLength(1), z.maxLength(200));

/** How a message is written in their words. */
export const RewriteSchema = z.strictObject({
  rename: z.optional(z.record(place, place)),
  set: z.optional(z.record(place, expression)),
  add: z.optional(z.record(place, z.json())),
  drop: z.optional(z.union([z.literal('rest'), z.array(place)])),
});

/** A mapping. */
export const MappingSchema = z.strictObject({
  items: z.optional(
    z.union([expression, z.strictObject({gathering: z.optional(expression), group: z.optional(expression)})]),
  ),
  next: z.optional(
    z.union([
      expression,
      z.strictObject({
        page: z.string().check(z.minLength(1)),
        from: z.optional(z.int().check(z.gte(0))),
        step: z.optional(z.int().check(z.gte(1))),
        pages: z.optional(expression),
        token: z.optional(expression),
      }),
    ]),
  ),
  gathering: z.optional(thing),
  group: z.optional(thing),
  publisher: z.optional(fields),
  pledge: z.optional(fields),
  decode: z.optional(z.array(z.string())),
  zone: z.optional(expression),
  dates: z.optional(z.union([z.string(), z.record(z.string(), z.string())])),
  words: z.optional(z.record(z.string(), words)),
  signup: z.optional(RewriteSchema),
  pledging: z.optional(RewriteSchema),
  joining: z.optional(RewriteSchema),
  receipt: z.optional(
    z.strictObject({
      id: z.optional(expression),
      status: z.optional(expression),
      waitsFor: z.optional(expression),
      position: z.optional(expression),
      token: z.optional(expression),
      manage: z.optional(expression),
      message: z.optional(expression),
      words: z.optional(words),
    }),
  ),
});
/** A mapping. */
export type Mapping = z.output<typeof MappingSchema>;
