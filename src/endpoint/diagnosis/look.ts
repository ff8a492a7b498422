/**
 * Looks at an endpoint from a page, which sees little: asks again, and then in ways that tell causes apart.
 *
 * It only reads, and only where the widget itself would go: the endpoint, and the address of the sign-ups where that
 * has the same origin.
 */
import type {Loaded, LoadResult} from '../client.js';
import type {EndpointSet} from '../resolve.js';
import {originOf, targetOf} from '../target.js';
import {ask, type AskOptions} from './ask.js';
import {guarded, guardedInSignup, namesOf, ownHeaders, readingHeaders, type Named} from './guarded.js';
import type {Asked, Preflight} from './observation.js';
import {understand} from './understand.js';

/** What a page saw. */
export interface Look {
  readonly read?: Asked;
  readonly load?: LoadResult;
  readonly preflights: readonly Preflight[];
  /** Every request, in the order in which they were made. */
  readonly asked: readonly Asked[];
}

type Question = (url: string, init: RequestInit) => Promise<Asked>;

/** Asks the endpoint of `set` from a page of `origin`, as the widget does. It never rejects. */
export async function look(set: EndpointSet, origin: string, options: AskOptions = {}): Promise<Look> {
  const {endpoint} = set;
  if (!endpoint || endpoint.startsWith('mock:')) return {preflights: [], asked: []};
  const own = ownHeaders(set);
  // The widget does not ask either.
  if (!own.ok) return {load: own, preflights: [], asked: []};
  const asked: Asked[] = [];
  const question: Question = async (url, init) => {
    const answer = await ask(url, init, options);
    asked.push(answer);
    return answer;
  };

  let read = await question(endpoint, {headers: readingHeaders(own.value)});
  if (read.kind === 'unanswered' && read.why === 'hidden') {
    const refused = await leaveRefused(endpoint, own.value, question);
    if (refused) return {read, preflights: [refused], asked};
    // An answer that nobody may read still tells that somebody is there.
    const blind = await question(endpoint, {mode: 'no-cors'});
    read = {...read, answersBlindly: blind.kind === 'seen'};
  }
  if (read.kind === 'unanswered' || read.cut) return {read, preflights: [], asked};
  const load = await understand(set, read);
  const loaded = load.ok ? load.value : undefined;
  const preflights = await leaveToWrite(set, {loaded, own: own.value, origin, question});
  return {read, load, preflights, asked};
}

/** Whether it is the headers of the site that are not let through: without them there is an answer. */
async function leaveRefused(url: string, own: Named, question: Question): Promise<Preflight | undefined> {
  const headers = namesOf(guarded(own));
  if (headers.length === 0) return undefined;
  const plain = await question(url, {headers: readingHeaders({})});
  return plain.kind === 'seen' ? {url, method: 'GET', headers, answer: 'refused'} : undefined;
}

/**
 * Whether browsers get leave to send what a sign-up sends. Found out by a GET that has to ask the same leave: that it is
 * refused and the same GET without those headers is not can have one reason only.
 */
async function leaveToWrite(
  set: EndpointSet,
  {
    loaded,
    own,
    origin,
    question,
  }: {loaded: Loaded | undefined; own: Named; origin: string; question: Question},
): Promise<readonly Preflight[]> {
  const target = targetOf(loaded, set, 'signups', 'ctg-debug');
  if (!target || target.href.startsWith('mock:')) return [];
  const there = originOf(target.href);
  const known = [set.endpoint, loaded?.url].some((each) => each && originOf(each) === there);
  const headers = guardedInSignup(target, set, own);
  if (there === origin || !known || Object.keys(headers).length === 0) return [];
  const about = {url: target.href, method: 'POST', headers: namesOf(headers)};
  const isLet = (await question(target.href, {headers: {...readingHeaders({}), ...headers}})).kind === 'seen';
  if (isLet) return [{...about, answer: 'passes'}];
  const plain = await question(target.href, {headers: readingHeaders({})});
  return plain.kind === 'seen' ? [{...about, answer: 'refused'}] : [];
}
