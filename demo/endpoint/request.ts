import {getConnInfo} from '@hono/node-server/conninfo';
import type {Context} from 'hono';
import type {Result} from '../../src/base/result.js';
import {fail, ok} from '../../src/base/result.js';
import type {Tools} from './app.js';
import {type Fields, readFields} from './form.js';
import {BODY_BYTES} from './limits.js';
import {refusal, type Refusal} from './problems.js';
import type {Settings} from './settings.js';

/** What was sent: a message of a widget's, or the fields of a form. */
export type Sent =
  {readonly kind: 'json'; readonly message: unknown} | {readonly kind: 'form'; readonly fields: Fields};

/** Origin and path under which this visitor reaches the endpoint, without a slash at the end. */
export function baseOf(context: Context, {publicUrl}: Settings): string {
  return publicUrl ?? new URL(context.req.url).origin;
}

/** Whether the answer should be a page: a browser that shows what it gets says so, a script does not. */
export function wantsPage(context: Context): boolean {
  return /\btext\/html\b/.test(context.req.header('Accept') ?? '');
}

/** Refuses whoever writes too often; undefined for everyone else. */
export function tooOften(context: Context, {allowance, settings}: Tools): Refusal | undefined {
  const wait = allowance.take(addressOf(context, settings), settings.now());
  if (wait === 0) return undefined;
  return refusal(429, 'slow-down', 'Too many at once', `Try again in ${wait} seconds.`, {retryAfter: wait});
}

/** Reads what was sent, up to 64 kB; anything else is refused before it is looked at. */
export async function readSent(context: Context): Promise<Result<Sent, Refusal>> {
  const type = context.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const form = type === 'application/x-www-form-urlencoded';
  if (!form && type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    return fail(
      refusal(
        415,
        'media-type',
        'This kind of message is not read here',
        'Send application/json or application/x-www-form-urlencoded.',
      ),
    );
  }
  const text = await readText(context.req.raw);
  if (text === undefined) {
    return fail(refusal(413, 'too-big', 'Too long', `A message may have ${BODY_BYTES} bytes at most.`));
  }
  if (form) return ok({kind: 'form', fields: readFields(text)});
  try {
    return ok({kind: 'json', message: JSON.parse(text)});
  } catch {
    // Cut off or not JSON at all: the sender's mistake, told as such.
    return fail(refusal(400, 'not-json', 'This is not JSON', 'The message could not be read.'));
  }
}

/** The body as text; undefined when it is longer than it may be, whatever its headers said. */
async function readText(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > BODY_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function addressOf(context: Context, {trustProxy}: Settings): string {
  const told = trustProxy ? context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  return told || (getConnInfo(context).remote.address ?? 'unknown');
}
