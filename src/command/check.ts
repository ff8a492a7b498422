/** Asks a server what a widget on a page would ask, and more: everything that a browser would hide from it. */
import type {Loaded} from '../endpoint/client.js';
import {diagnose, sorted} from '../endpoint/diagnose.js';
import type {Finding} from '../endpoint/diagnosis/finding.js';
import {
  guarded,
  guardedInSignup,
  namesOf,
  ownHeaders,
  readingHeaders,
  type Named,
} from '../endpoint/diagnosis/guarded.js';
import type {Asked, Observations, Preflight, Trial} from '../endpoint/diagnosis/observation.js';
import {understand} from '../endpoint/diagnosis/understand.js';
import {writingFindings} from '../endpoint/diagnosis/writing.js';
import {resolveSet, type EndpointAttributes, type EndpointSet, type Encoding} from '../endpoint/resolve.js';
import {addressOf, originOf, targetOf, type Target} from '../endpoint/target.js';
import {writerFor} from '../endpoint/writing.js';
import {LIMITS} from '../protocol/limits.js';
import {askOnce, follow} from './follow.js';
import {tryWriting} from './trial.js';

/** What is asked, and from where. */
export interface CheckOptions {
  readonly endpoint: string;
  readonly action?: string | undefined;
  readonly format?: string | undefined;
  /** A mapping, as JSON. */
  readonly mapping?: string | undefined;
  /** How sign-ups are written, where the document does not say it. */
  readonly encoding?: Encoding | undefined;
  /** More headers for every request, as the widget has them. */
  readonly headers?: Named | undefined;
  /** Origin of the page that the widget will be on. */
  readonly origin: string;
  /** Id of the gathering that test sign-ups may go to; nothing is written without it. */
  readonly gathering?: string | undefined;
  /** How long each answer may take, in milliseconds. */
  readonly timeout?: number | undefined;
}

/** Everything that was seen, and what it means. */
export interface Report {
  readonly endpoint: string;
  readonly origin: string;
  readonly read: Asked | undefined;
  readonly loaded: Loaded | undefined;
  readonly target: Target | undefined;
  /** Where pledges go; nothing is ever sent there. */
  readonly pledging: Target | undefined;
  readonly preflights: readonly Preflight[];
  readonly trial: Trial | undefined;
  /** Ids of test sign-ups that could not be taken back. */
  readonly left: readonly string[];
  readonly findings: readonly Finding[];
}

/** The named gathering is not there, so nothing may be written. */
export class NoSuchGathering extends Error {}

/** Checks one endpoint. Rejects only with {@link NoSuchGathering}. */
export async function check(options: CheckOptions): Promise<Report> {
  const {endpoint, action, format, mapping, encoding, headers, origin, timeout = LIMITS.readMs} = options;
  const attributes: EndpointAttributes = {endpoint, action, format, mapping, encoding, headers};
  const resolved = resolveSet([attributes], `${origin}/`);
  // A page would stop here; what else is wrong with the endpoint is worth knowing all the same.
  const anyway = resolved.ok ? resolved : resolveSet([attributes], 'http://localhost/');
  const set = anyway.ok ? anyway.value : undefined;
  const given = set && ownHeaders(set);
  const own = given?.ok ? given.value : {};
  const ask = (url: string): Promise<Asked> =>
    follow(url, {...readingHeaders(own), Origin: origin}, {timeout});

  const read = set?.endpoint === undefined ? undefined : await ask(set.endpoint);
  const load = set && read?.kind === 'seen' && !read.cut ? await understand(set, read) : undefined;
  const loaded = load?.ok ? load.value : undefined;
  const target = set && targetOf(loaded, set, 'signups', options.gathering ?? 'any');
  const asksForPledges = (loaded?.document.pledge?.values ?? []).length > 0;
  const pledging = asksForPledges && set ? targetOf(loaded, set, 'pledges') : undefined;
  const targets = [target, pledging].filter((each) => each !== undefined);
  const preflights = set ? await preflightsOf(set, {own, targets, loaded, origin, timeout}) : [];
  const seen: Observations = {
    eyes: 'program',
    origin,
    now: Date.now(),
    set,
    ...(!resolved.ok && {setFailure: resolved.failure}),
    ...(read && {read}),
    ...(load && {load}),
    preflights,
  };
  const tried =
    options.gathering !== undefined && set && loaded && target
      ? await tryOut(options.gathering, {set, loaded, target, origin, timeout, ask})
      : undefined;
  return {
    endpoint,
    origin,
    read,
    loaded,
    target,
    pledging,
    preflights,
    trial: tried?.trial,
    left: tried?.left ?? [],
    findings: sorted([...diagnose(seen), ...(tried ? writingFindings(tried.trial) : [])]),
  };
}

/** Links to what was sent before. */
const MANAGED = new Set(['manage', 'manage-pledge']);

/** Asks for leave as a browser would: before headers or JSON are sent, and before what was sent is changed or taken back. */
async function preflightsOf(
  set: EndpointSet,
  {
    own,
    targets,
    loaded,
    origin,
    timeout,
  }: {
    own: Named;
    targets: readonly Target[];
    loaded: Loaded | undefined;
    origin: string;
    timeout: number;
  },
): Promise<readonly Preflight[]> {
  const leave = async (url: string, method: string, headers: readonly string[]): Promise<Preflight> => ({
    url,
    method,
    headers,
    answer: await askOnce(
      url,
      {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': method,
          ...(headers.length > 0 && {'Access-Control-Request-Headers': headers.join(',')}),
        },
      },
      {timeout, most: LIMITS.writeBytes},
    ),
  });
  const made: Preflight[] = [];
  const toRead = namesOf(guarded(own));
  if (set.endpoint && originOf(set.endpoint) !== origin && toRead.length > 0)
    made.push(await leave(set.endpoint, 'GET', toRead));
  for (const target of targets) {
    const toWrite = namesOf(guardedInSignup(target, set, own));
    if (originOf(target.href) !== origin && toWrite.length > 0)
      made.push(await leave(target.href, 'POST', toWrite));
  }
  for (const {rel, href} of loaded?.document.links ?? []) {
    const manage = MANAGED.has(rel) ? addressOf(href, {token: 'ctg-check'}, loaded?.url) : undefined;
    if (manage && new URL(manage).origin !== origin)
      made.push(await leave(manage, 'PUT', ['content-type']), await leave(manage, 'DELETE', []));
  }
  return made;
}

async function tryOut(
  id: string,
  {
    set,
    loaded,
    target,
    origin,
    timeout,
    ask,
  }: {
    set: EndpointSet;
    loaded: Loaded;
    target: Target;
    origin: string;
    timeout: number;
    ask: (url: string) => Promise<Asked>;
  },
): ReturnType<typeof tryWriting> {
  const all = loaded.document.gatherings ?? [];
  const gathering = all.find((one) => one.id === id);
  if (!gathering)
    throw new NoSuchGathering(
      `There is no gathering "${id}". There are: ${all.map((one) => one.id).join(', ') || 'none'}.`,
    );
  const count = async (): Promise<number | undefined> => {
    const asked = await ask(loaded.url);
    if (asked.kind === 'unanswered' || asked.cut) return undefined;
    const again = await understand(set, asked);
    return again.ok ? again.value.document.gatherings?.find((one) => one.id === id)?.taken : undefined;
  };
  const writer = await writerFor(set, 'signups');
  return tryWriting({loaded, gathering, target, writer, isMapped: !!set.mapping, origin, timeout, count});
}
