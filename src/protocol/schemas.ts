/** Every message family by name, the strict side, from which the published JSON Schemas are written. */
import {DocumentSchema} from './document.js';
import {GatheringSchema} from './gathering.js';
import {GroupSchema} from './group.js';
import {GroupMessageSchema, ManagedGroupSchema} from './group-message.js';
import {MappingSchema} from './mapping.js';
import {PledgeSchema, PledgeSectionSchema} from './pledge.js';
import {ProblemSchema} from './problem.js';
import {ManagedPledgeSchema, ManagedSchema, ReceiptSchema} from './receipt.js';
import {SignupSchema} from './signup.js';
import {z} from './zod.js';

/** Every message family by name. */
export const schemas = {
  document: DocumentSchema,
  gathering: GatheringSchema,
  'pledge-section': PledgeSectionSchema,
  group: GroupSchema,
  signup: SignupSchema,
  pledge: PledgeSchema,
  'group-message': GroupMessageSchema,
  receipt: ReceiptSchema,
  managed: ManagedSchema,
  'managed-pledge': ManagedPledgeSchema,
  'managed-group': ManagedGroupSchema,
  problem: ProblemSchema,
  mapping: MappingSchema,
} as const;

/** The published JSON Schema (draft 2020-12) of one message family. */
export function jsonSchema(name: keyof typeof schemas): object {
  return z.toJSONSchema(schemas[name], {io: 'input'});
}
