/**
 * Reads whatever is not simply one document of ours: known formats, other JSON by a mapping, what a site says besides,
 * and documents in several pages. Fetched only where there is such a thing.
 *
 * Everything becomes one raw object shaped like the native document, which goes through the one lenient reader: no
 * format and no mapping is believed more than an answer of the endpoint itself.
 */
import {fail, ok, type Result} from '../base/result.js';
import {LIMITS} from '../protocol/limits.js';
import type {LoadFailure} from '../protocol/outcome.js';
import {readDocument} from '../protocol/read.js';
import {isHtml, isTooDeep} from './body.js';
import type {LoadResult, Raw, RawResult} from './loaded.js';
import {layerOf} from './defaults.js';
import type {Format, Source, Translation, Untranslated} from './formats/format.js';
import {detect, formatNamed} from './formats/index.js';
import {listOf, own, record} from './formats/raw.js';
import {headersOf as readHeaders} from './headers.js';
import {MappingError} from './mapping/flaw.js';
import {readPages, sourceOf} from './pages.js';
import type {EndpointSet} from './resolve.js';
import {originOf} from './target.js';

/** How a set is read: the name of it, and each page of it. */
interface Way {
  readonly name: string;
  readonly translate: (source: Source, page: number) => Promise<Translation>;
  readonly join?: Format['join'] | undefined;
}

/** A failure on its way out of something that only returns what it was asked for. */
export class Refused extends Error {
  readonly failure: LoadFailure;

  constructor(failure: LoadFailure) {
    super(failure.detail);
    this.failure = failure;
  }
}

/** The headers that a site asks for. Throws {@link Refused}. */
export function headersOf(given: unknown): Record<string, string> {
  try {
    return readHeaders(given);
  } catch (reason) {
    throw new Refused({code: 'bad-headers', detail: reason instanceof Error ? reason.message : ''});
  }
}

/**
 * What a foreign answer says, with its later pages and what the site says besides. Rejects when a part of the code
 * cannot be fetched.
 *
 * @param now the device's clock, in milliseconds
 * @param ask asks for a further page, with the set as it may be used there
 */
export async function readForeign(
  first: Raw,
  set: EndpointSet,
  now: number,
  ask: (address: string, set: EndpointSet) => Promise<RawResult>,
): Promise<LoadResult> {
  const problem = problemOf(sourceOf(first));
  if (problem) return fail(problem);
  const way = await wayOf(set, sourceOf(first), now);
  if (!way.ok) return way;
  try {
    const layer = set.defaults ? layerOf(set.defaults) : undefined;
    const translate: Way['translate'] = async (source, page) => {
      const wrong = problemOf(source);
      if (wrong) throw new Refused(wrong);
      return way.value.translate(source, page);
    };
    const {headers: _, ...bare} = set;
    // What the site tells its endpoint, a key perhaps, is not for a later page somewhere else.
    const askAt = (address: string): Promise<RawResult> =>
      ask(address, originOf(address) === originOf(set.endpoint!) ? set : bare);
    const {join} = way.value;
    const {document, left} = await readPages(first, {translate, join, ask: askAt, allow: set.allow});
    return readRaw(layer ? layer(document, hostOf(first.url)) : document, left, way.value.name, first, now);
  } catch (reason) {
    if (reason instanceof Refused) return fail(reason.failure);
    if (reason instanceof MappingError) return fail({code: 'bad-defaults', detail: reason.message});
    throw reason;
  }
}

function readRaw(
  document: unknown,
  left: readonly Untranslated[],
  format: string,
  {url}: Raw,
  now: number,
): LoadResult {
  const reading = readDocument(document);
  return reading.ok ? ok({...reading.value, format, left, url, at: now}) : reading;
}

const hostOf = (url: string): string => (URL.canParse(url) && new URL(url).host) || url;

/** What no format can make anything of. */
function problemOf({text, json}: Source): LoadFailure | undefined {
  if (text.trim() === '') return {code: 'not-json', detail: 'the answer is empty'};
  // Asked only of what may be JSON: brackets in a table are letters.
  if (/^\s*[[{]/.test(text) && isTooDeep(text, LIMITS.depth)) return {code: 'too-deep'};
  const errors = listOf(own(json, 'errors'));
  const data = own(json, 'data');
  // GraphQL and JSON:API say so under a good status.
  if (errors.length > 0 && (data === undefined || data === null) && !own(json, 'ctg')) {
    const [one] = errors;
    const said = own(one, 'message') ?? own(one, 'title') ?? own(one, 'detail') ?? one;
    return {code: 'answers-error', detail: typeof said === 'string' ? said.slice(0, 200) : ''};
  }
  return undefined;
}

async function wayOf(set: EndpointSet, source: Source, now: number): Promise<Result<Way, LoadFailure>> {
  const way = set.mapping ? await mapped(set.mapping) : undefined;
  if (way) return way;
  const {format: name} = set;
  if (name === 'ctg' || (name === 'auto' && own(source.json, 'ctg') !== undefined))
    return ok({name: 'ctg', translate: native});
  if (name !== 'auto') {
    const format = await formatNamed(name);
    if (!format) return fail({code: 'not-set-up', detail: `format=${name}`});
    return ok({name, join: format.join, translate: (each, page) => asked(format, each, page, now)});
  }
  const names = await detect(source);
  if (names.length > 1) return fail({code: 'two-formats', detail: names.join(', ')});
  const [found] = names;
  const format = found === undefined ? undefined : await formatNamed(found);
  if (!format) return fail(nothingKnown(source));
  return ok({name: format.name, join: format.join, translate: async (each) => format.translate(each, now)});
}

/** Says of what is neither a document nor a known format which of the two mistakes it is. */
function nothingKnown({text, json}: Source): LoadFailure {
  // Said last, because linked data may stand in a page of the web.
  if (isHtml(text)) return {code: 'html'};
  if (json !== undefined) return {code: 'not-a-document'};
  try {
    JSON.parse(text);
    return {code: 'not-a-document'};
  } catch (reason) {
    // Cut off or never JSON: the parser is the only one who can tell.
    return {code: 'not-json', detail: String(reason)};
  }
}

async function mapped(mapping: string | object): Promise<Result<Way, LoadFailure> | undefined> {
  const {translatorOf} = await import('./mapping/read-mapping.js');
  try {
    const translator = await translatorOf(mapping);
    if (!translator) return undefined;
    return ok({
      name: 'mapping',
      translate: async (source, page) => {
        if (source.json === undefined) throw new Refused(nothingKnown(source));
        try {
          return translator(source, page);
        } catch (reason) {
          throw reason instanceof MappingError
            ? new Refused({code: reason.code, detail: reason.message})
            : reason;
        }
      },
    });
  } catch (reason) {
    if (reason instanceof MappingError) return fail({code: reason.code, detail: reason.message});
    throw reason;
  }
}

/** A document of ours; its `next` link says where more of it is. */
async function native({json, url, text}: Source): Promise<Translation> {
  const document = record(json);
  if (!document) throw new Refused(nothingKnown({json, url, text, type: ''}));
  const next = listOf(document['links']).find((link) => own(link, 'rel') === 'next');
  const href = own(next, 'href');
  const address = typeof href === 'string' && URL.canParse(href, url) ? new URL(href, url).href : undefined;
  return {document, left: [], ...(address !== undefined && {next: address})};
}

/** A format that was named translates whatever it gets; where nothing came of it, it was the wrong name. */
async function asked(format: Format, source: Source, page: number, now: number): Promise<Translation> {
  const translation = await format.translate(source, now);
  const {document} = translation;
  const found = listOf(own(document, 'gatherings')).length + listOf(own(document, 'groups')).length;
  if (page === 1 && found === 0 && !format.matches(source)) {
    if (isHtml(source.text)) throw new Refused({code: 'html'});
    const names = await detect(source);
    throw new Refused({
      code: 'wrong-format',
      detail: `${format.name}; it looks like ${names.join(', ') || 'none that we know'}`,
    });
  }
  return translation;
}
