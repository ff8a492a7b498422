/**
 * Tries how an endpoint takes messages: a few sign-ups of one person into one gathering, given up again at the end.
 *
 * What it finds out cannot be seen without writing, above all whether the same id twice is one booking or two.
 */
import {setTimeout as sleep} from 'node:timers/promises';

import {newId} from '../base/id.js';
import {isTaken} from '../endpoint/diagnosis/sent.js';
import type {Asked, Sent, Trial, Visited} from '../endpoint/diagnosis/observation.js';
import {manageHref} from '../endpoint/manage-href.js';
import {receiptIn} from '../endpoint/mapping/write-mapping.js';
import type {Loaded} from '../endpoint/client.js';
import type {Encoding} from '../endpoint/resolve.js';
import type {Target} from '../endpoint/target.js';
import {retryAfter} from '../endpoint/retry-after.js';
import type {Writer} from '../endpoint/writing.js';
import type {Gathering} from '../protocol/gathering.js';
import {LIMITS} from '../protocol/limits.js';
import {readManaged, readReceipt} from '../protocol/read-answers.js';
import type {Signup} from '../protocol/signup.js';
import {askOnce} from './follow.js';
import {NAME, signupFor} from './message.js';

/** The longest wait that an endpoint may ask for and gets, in milliseconds. */
const PATIENCE = 10_000;
const ACCEPT = 'application/json, application/problem+json';

/** What a trial is made with. */
export interface TrialOptions {
  readonly loaded: Loaded;
  readonly gathering: Gathering;
  readonly target: Target;
  /** Writes a message as the widget does. */
  readonly writer: Writer;
  /** Whether a mapping says how. */
  readonly isMapped: boolean;
  readonly origin: string;
  /** How long each answer may take, in milliseconds. */
  readonly timeout: number;
  /** How many people the document counts at the gathering just now. */
  readonly count: () => Promise<number | undefined>;
}

/** A trial, and what could not be taken back: ids of sign-ups that are still there. */
export interface Tried {
  readonly trial: Trial;
  readonly left: readonly string[];
}

/** Writes, and gives up what was written. */
export async function tryWriting(options: TrialOptions): Promise<Tried> {
  const {loaded, gathering, target, isMapped, origin, count} = options;
  const signup = signupFor(gathering, `${origin}/`, Date.now());
  const taken: Array<number | undefined> = [gathering.taken];
  const patience: Asked[] = [];

  let first = await send(signup, options);
  for (
    let wait = waitOf(first.asked);
    wait !== undefined && patience.length === 0;
    wait = waitOf(first.asked)
  ) {
    patience.push(first.asked);
    await sleep(wait);
    first = await send(signup, options);
  }
  const made: Sent[] = [first];
  const more: Partial<Record<'repeat' | 'altered' | 'invalid' | 'form', Sent>> = {};
  if (isTaken(first)) {
    taken.push(await count());
    more.repeat = await send(signup, options);
    taken.push(await count());
    if (isTaken(more.repeat)) {
      more.altered = await send({...signup, name: `${NAME} 2`}, options);
      taken.push(await count());
    }
    made.push(more.repeat, ...(more.altered ? [more.altered] : []));
  }
  if (first.asked.kind === 'seen' && first.asked.status < 500) {
    const {name: _, ...nobody} = {...signup, id: newId(), adults: 0};
    more.invalid = await send(nobody, options);
    made.push(more.invalid);
    // Where the page says how it writes, nothing else is of interest.
    if (target.encoding === 'json' && !isMapped) {
      more.form = await send({...signup, id: newId()}, options, 'form');
      made.push(more.form);
    }
  }

  const {visits, left, refusedManage} = await takeBack(made, loaded, target, options);
  return {
    trial: {
      origin,
      href: target.href,
      declared: first.isIdempotent,
      isMapped,
      patience,
      first,
      ...more,
      taken,
      ...(refusedManage !== undefined && {refusedManage}),
      visits,
    },
    left,
  };
}

async function send(
  message: Omit<Signup, 'name'> & {readonly name?: string},
  {target, writer, origin, timeout}: TrialOptions,
  encoding: Encoding = target.encoding,
): Promise<Sent> {
  const {id, adults} = message;
  const {body, headers, receipt: where, idempotent} = writer(message, {...target, encoding});
  const asked = await askOnce(
    target.href,
    {
      method: 'POST',
      body,
      headers: {
        Origin: origin,
        Accept: ACCEPT,
        'Content-Type': 'application/json',
        ...(target.idempotencyHeader && {'Idempotency-Key': `"${id}"`}),
        ...headers,
      },
    },
    {timeout, most: LIMITS.writeBytes},
  );
  const json = jsonOf(asked);
  const claim = where ? await receiptIn(json, where) : json;
  return {
    id,
    people: adults,
    asked,
    json,
    claim,
    isEcho: asked.kind === 'seen' && asked.text.includes(NAME),
    isIdempotent: idempotent,
    receipt: good(asked) ? (readReceipt(claim, id) ?? undefined) : undefined,
  };
}

function good(asked: Asked): boolean {
  return asked.kind === 'seen' && asked.status >= 200 && asked.status < 300;
}

function jsonOf(asked: Asked): unknown {
  if (asked.kind === 'unanswered') return undefined;
  try {
    return JSON.parse(asked.text);
  } catch {
    // A web page, or nothing: that it is no JSON is what is told.
    return undefined;
  }
}

/** How long an answer asks us to wait, if it does and it is not too long. */
function waitOf(asked: Asked): number | undefined {
  if (asked.kind === 'unanswered' || (asked.status !== 429 && asked.status !== 503)) return undefined;
  const json = jsonOf(asked) as {retryAfter?: unknown} | null | undefined;
  const {headers} = asked;
  const wait = retryAfter(
    {header: headers.get('Retry-After'), body: json?.retryAfter, date: headers.get('Date')},
    Date.now(),
  );
  return wait !== undefined && wait <= PATIENCE ? wait : undefined;
}

/** Looks at every sign-up that was taken, and gives it up. */
async function takeBack(
  made: readonly Sent[],
  loaded: Loaded,
  {href: posted}: Target,
  {origin, timeout}: TrialOptions,
): Promise<{visits: readonly Visited[]; left: readonly string[]; refusedManage?: string}> {
  const visits: Visited[] = [];
  const left = new Set<string>();
  const been = new Set<string>();
  let refusedManage: string | undefined;
  const options = {timeout, most: LIMITS.writeBytes};
  for (const sent of made) {
    if (!isTaken(sent)) continue;
    const href = sent.receipt && manageHref(sent.receipt, loaded, posted);
    if (!href) {
      // An answer that is no receipt may stand for a row or for an error; the host has to look.
      left.add(sent.id);
      refusedManage ??= sent.receipt?.manage;
      continue;
    }
    if (been.has(href)) continue;
    been.add(href);
    const headers = {Origin: origin, Accept: ACCEPT};
    const look = await askOnce(href, {headers}, options);
    const giveUp = await askOnce(href, {method: 'DELETE', headers}, options);
    const cancelled = good(giveUp) && readReceipt(jsonOf(giveUp), sent.id)?.status === 'cancelled';
    const found = good(look) && readManaged(jsonOf(look), sent.id) !== undefined;
    visits.push({id: sent.id, href, look, found, giveUp, cancelled});
    if (!cancelled) left.add(sent.id);
  }
  return {visits, left: [...left], ...(refusedManage !== undefined && {refusedManage})};
}
