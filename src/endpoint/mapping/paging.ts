/** Where the next page of an answer is, as a mapping says it. */
import {numeric} from '../formats/raw.js';
import type {Expressions} from './expression.js';
import type {Finder} from './finder.js';
import {MappingError, only, partOf, textIn} from './flaw.js';

/** The address of the page after one; `undefined` where that was the last. `count` is how many entries it had. */
export type NextPage = (answer: unknown, url: string, count: number) => string | undefined;

/**
 * Reads `next` of a mapping: an expression for an address, `{"page": "page", "from": 1, "pages": "meta.pages"}` for a
 * number in the query, or `{"page": "cursor", "token": "meta.next"}` for a word of theirs. Throws a {@link MappingError}.
 */
export async function nextPageOf(next: unknown, expressions: Expressions): Promise<NextPage> {
  if (next === undefined) return () => undefined;
  if (typeof next === 'string') {
    const find = await expressions.compile(next, '/next');
    return (answer, url) => addressIn(find(answer), url);
  }
  const part = partOf(next, '/next');
  only(part, '/next', 'page', 'from', 'step', 'pages', 'token');
  const name = textIn(part, 'page', '/next');
  if (name === undefined)
    throw new MappingError('/next/page', 'should be the name of a parameter of the address');
  if (part['token'] !== undefined) {
    const token = await expressions.compile(part['token'], '/next/token');
    return (answer, url) => {
      const value = token(answer);
      return typeof value === 'string' || typeof value === 'number'
        ? withParameter(url, name, value)
        : undefined;
    };
  }
  const [from, step] = [wholeIn(part['from'] ?? 1, 'from'), wholeIn(part['step'] ?? 1, 'step')];
  if (step === 0) throw new MappingError('/next/step', 'should not be 0');
  const pages: Finder | undefined =
    part['pages'] === undefined ? undefined : await expressions.compile(part['pages'], '/next/pages');
  return (answer, url, count) => {
    const here = numeric(new URL(url).searchParams.get(name)) ?? from;
    const read = (here - from) / step + 1;
    const all = pages ? (numeric(pages(answer)) ?? 0) : count > 0 ? Infinity : 0;
    return read < all ? withParameter(url, name, here + step) : undefined;
  };
}

function wholeIn(value: unknown, key: string): number {
  if (!Number.isInteger(value) || (value as number) < 0)
    throw new MappingError(`/next/${key}`, 'should be a whole number');
  return value as number;
}

function addressIn(value: unknown, url: string): string | undefined {
  if (typeof value !== 'string' || value === '' || !URL.canParse(value, url)) return undefined;
  return new URL(value, url).href;
}

function withParameter(url: string, name: string, value: string | number): string | undefined {
  if (value === '') return undefined;
  const address = new URL(url);
  address.searchParams.set(name, String(value));
  return address.href;
}
