/** Reading an endpoint that answers as a test says. */
import {Client, type Loaded, type LoadResult} from '../../src/endpoint/client.js';
import {translatorOf, type Translator} from '../../src/endpoint/mapping/read-mapping.js';
import type {EndpointSet} from '../../src/endpoint/resolve.js';
import {as, fetchOf} from './answers.js';
import '../testing/sections.js';

/** Where it is. */
export const ENDPOINT = 'https://a.example/api/events';
/** A set that says nothing but that. */
export const SET: EndpointSet = {
  endpoint: ENDPOINT,
  format: 'auto',
  encoding: 'json',
  ack: 'receipt',
  redirects: 'refuse',
};
type Answers = Parameters<typeof fetchOf>;

/** What comes of reading such answers with such a set, and what was asked. */
export async function read(more: Partial<EndpointSet>, ...answers: Answers) {
  const fetch = fetchOf(
    ...answers.map((answer) => as(answer as () => Response, {url: ENDPOINT}) as () => Response),
  );
  const result = await new Client({fetch, now: () => 0, timeout: 5_000}).load({...SET, ...more});
  return {result, asked: fetch.asked};
}

/** What was read; throws where nothing was. */
export const good = (result: LoadResult): Loaded => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`);
  return result.value;
};
/** Why nothing was read, in one line. */
export const failure = (result: LoadResult): string =>
  result.ok ? 'none' : [result.failure.code, result.failure.detail].filter(Boolean).join(' ');
/** The names of the gatherings that were read. */
export const names = (result: LoadResult): string =>
  (good(result).document.gatherings ?? []).map(({name}) => name).join(', ');

/** What a mapping reads by. Throws where it is wrong, and where it only writes. */
export async function readerOf(mapping: unknown): Promise<Translator> {
  const translator = await translatorOf(mapping);
  if (!translator) throw new Error('It only says how to write.');
  return translator;
}
