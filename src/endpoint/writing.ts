/**
 * How a message is written where that is not simply our JSON. Fetched only there, and before the form is shown, so that
 * whoever loses the connection while typing can still send.
 */
import {boundaryOf, encode} from './encode.js';
import {headersOf} from './headers.js';
import {jsonOf, type Part} from './mapping/flaw.js';
import {pointersIn, type Pointers} from './mapping/pointers.js';
import {rewriterOf} from './mapping/write-mapping.js';
import type {EndpointSet} from './resolve.js';
import {originOf, type Kind, type Target} from './target.js';

/** A message as it is sent, and what has to be known until it is. */
export interface Written {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The part of the mapping that says where our receipt is in their answer. */
  readonly receipt?: object;
  /** Which field of ours is meant where they name one of theirs. */
  readonly pointers?: Pointers;
  /** Where a receipt is looked for, a bare status proves nothing, whatever the site says: the answer may be a no. */
  readonly ack?: 'receipt';
  /** `false` where the id is not in what is sent, so that nobody can tell a second one from the first. */
  readonly idempotent: boolean;
}

/** Writes a message for a target. */
export type Writer = (message: {readonly id: string}, target: Target) => Written;

/** What part of a mapping a kind of message is written by. */
const PARTS: Record<Kind, string> = {signups: 'signup', pledges: 'pledging', groups: 'joining'};

/** What a body is called where it is a form: both kinds have a type that browsers let pass without asking leave. */
function typeOf(encoding: Target['encoding'], id: string): Readonly<Record<string, string>> {
  if (encoding === 'json') return {};
  const form = encoding === 'form';
  return {
    'Content-Type': form
      ? 'application/x-www-form-urlencoded'
      : `multipart/form-data; boundary=${boundaryOf(id)}`,
  };
}

/** The writer for messages of a kind to an endpoint. Throws a `MappingError` when the set is wrong. */
export async function writerFor(
  {mapping, headers, endpoint, action}: EndpointSet,
  kind: Kind,
): Promise<Writer> {
  const given = mapping ? jsonOf(mapping) : {};
  const part = given[PARTS[kind]];
  const rewrite = part === undefined ? undefined : await rewriterOf(part, `/${PARTS[kind]}`);
  // Read by now, so it is an object.
  const pointers = part === undefined ? undefined : pointersIn(part as Part, `/${PARTS[kind]}`);
  const more = headers ? headersOf(headers) : undefined;
  // They may be a key to one place; where the document sends a message elsewhere, they stay at home.
  const homes = [endpoint, action].flatMap((each) => (each ? [originOf(each)] : []));
  const {receipt} = given;
  return (message, target) => {
    const theirs = rewrite ? rewrite(message) : {...message};
    const body = encode(theirs, target.encoding, message.id);
    return {
      body,
      headers: {
        ...typeOf(target.encoding, message.id),
        ...(homes.includes(originOf(target.href)) && more),
      },
      ...(typeof receipt === 'object' && receipt !== null && ({receipt, ack: 'receipt'} as const)),
      ...(pointers && {pointers}),
      idempotent: target.idempotent && body.includes(message.id),
    };
  };
}
