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

/** Asks the endpoint of `set` from a page of `origin`. It never rejects. */
export async function look(set: EndpointSet, origin: string, options: AskOptions = {}): Promise<Look> {
  const {endpoint} = set;
  if (!endpoint || endpoint.startsWith('mock:')) return {preflights: [], asked: []};
  const asked: Asked[] = [];
  const question = async (url: string, init: RequestInit): Promise<Asked> => {
    const answer = await ask(url, init, options);
    asked.push(answer);
    return answer;
  };

  let read = await question(endpoint, {headers: {Accept: 'application/json'}});
  if (read.kind === 'unanswered' && read.why === 'hidden') {
    // An answer that nobody may read still tells that somebody is there.
    const blind = await question(endpoint, {mode: 'no-cors'});
    read = {...read, answersBlindly: blind.kind === 'seen'};
  }
  if (read.kind === 'unanswered' || read.cut) return {read, preflights: [], asked};
  const load = await understand(set, read);
  const preflights = await leave(set, load.ok ? load.value : undefined, origin, question);
  return {read, load, preflights, asked};
}

/**
 * Whether browsers get leave to send JSON. Found out by a GET that has to ask the same leave: that it is refused and
 * the same GET without the header is not can have one reason only.
 */
async function leave(
  set: EndpointSet,
  loaded: Loaded | undefined,
  origin: string,
  question: (url: string, init: RequestInit) => Promise<Asked>,
): Promise<readonly Preflight[]> {
  const target = targetOf(loaded, set, 'signups', 'ctg-debug');
  if (!target || target.encoding !== 'json' || target.href.startsWith('mock:')) return [];
  const there = originOf(target.href);
  if (there === origin || there !== originOf(set.endpoint ?? target.href)) return [];
  const headers = {Accept: 'application/json', 'Content-Type': 'application/json'};
  const about = {url: target.href, method: 'POST', headers: ['content-type']};
  const isLet = (await question(target.href, {headers})).kind === 'seen';
  if (isLet) return [{...about, answer: 'passes'}];
  const plain = await question(target.href, {headers: {Accept: 'application/json'}});
  return plain.kind === 'seen' ? [{...about, answer: 'refused'}] : [];
}
