/** Pages of one answer, one after the other, and an end to them. */
import {fetchableUrl} from '../base/safe-url.js';
import {LIMITS} from '../protocol/limits.js';
import type {Raw, RawResult} from './loaded.js';
import type {Format, Source, Translation, Untranslated} from './formats/format.js';
import {listOf, record, type Json} from './formats/raw.js';

/** The most pages of one answer, and how long all of them may take, in milliseconds. Here, since a first view needs neither. */
const PAGES = 20;
const LASTING = 20_000;

/** What all pages say together. */
export interface Whole {
  readonly document: Json;
  readonly left: readonly Untranslated[];
}

/** How pages are come by. */
export interface Paging {
  readonly translate: (source: Source, page: number) => Promise<Translation>;
  /** Makes one source of all pages, where they can only be understood together. */
  readonly join?: Format['join'] | undefined;
  readonly ask: (address: string) => Promise<RawResult>;
  /** The only origins that a page may be at, where the site has said so. */
  readonly allow: readonly string[] | undefined;
}

/** A raw answer as formats see it. */
export function sourceOf({text, json, headers, url}: Raw): Source {
  return {text, json, url, type: headers.get('Content-Type') ?? '', link: headers.get('Link') ?? undefined};
}

/**
 * Reads the first page and what follows it. What a later page says besides entries, `peer` and `next` does not count.
 * Where a page cannot be had, what there is stands, and `left` says what is missing.
 */
export async function readPages(first: Raw, {translate, join, ask, allow}: Paging): Promise<Whole> {
  const started = performance.now();
  const seen = new Set([first.url]);
  const left: Untranslated[] = [];
  const missing: Untranslated[] = [];
  const pages: unknown[] = [];
  let raw = first;
  let bytes = 0;
  let document: Json = {};
  for (let page = 1; ; page += 1) {
    const translation = await translate(sourceOf(raw), page).catch((reason: unknown) => {
      if (page === 1) throw reason;
      return undefined;
    });
    if (!translation) {
      missing.push({path: `page ${page}`, code: 'not-a-page'});
      break;
    }
    if (join) pages.push(raw.json);
    const read = record(translation.document) ?? {};
    document = page === 1 ? read : joined(document, read);
    left.push(
      ...translation.left.map(({path, code}) => ({path: page === 1 ? path : `page ${page} ${path}`, code})),
    );
    bytes += raw.text.length;
    const {next} = translation;
    if (next === undefined) break;
    const stop = (code: string): void => void missing.push({path: `page ${page + 1}`, code});
    const address = fetchableUrl(next, raw.url)?.href;
    if (address === undefined || !mayFollow(address, first.url, allow)) {
      stop('other-origin');
      break;
    }
    // A last page that names itself, or the first, would be read for ever.
    if (seen.has(address)) {
      stop('page-loop');
      break;
    }
    if (page >= PAGES || bytes > LIMITS.readBytes || performance.now() - started > LASTING) {
      stop('too-many-pages');
      break;
    }
    seen.add(address);
    const answer = await ask(address);
    if (!answer.ok) {
      stop(answer.failure.code);
      break;
    }
    raw = answer.value;
  }
  if (!join || pages.length < 2) return {document, left: [...left, ...missing]};
  const whole = await translate({...sourceOf(first), json: join(pages)}, 1);
  return {document: record(whole.document) ?? {}, left: [...whole.left, ...missing]};
}

/** Pages stay where the document is, unless the site names other origins itself. */
function mayFollow(address: string, from: string, allow: readonly string[] | undefined): boolean {
  const {origin} = new URL(address);
  return allow ? allow.includes(origin) : URL.canParse(from) && origin === new URL(from).origin;
}

/** `document` with the entries of a later page. */
function joined(document: Json, page: Json): Json {
  const out: Record<string, unknown> = {...document};
  for (const key of ['gatherings', 'groups'])
    if (page[key] !== undefined) out[key] = [...listOf(document[key]), ...listOf(page[key])];
  const peers = listOf(page['links']).filter((link) => record(link)?.['rel'] === 'peer');
  if (peers.length > 0) out['links'] = [...listOf(document['links']), ...peers];
  return out;
}
