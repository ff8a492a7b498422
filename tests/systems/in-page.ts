/** Reads groups in a page, as a map will: each page of the answer, translated, and through the lenient reader. */
import {formatNamed} from '../../src/endpoint/formats/index.js';
import {readDocument} from '../../src/protocol/read.js';
import {GROUPS} from '../../src/protocol/groups-table.js';

/** What was read. */
export interface Read {
  readonly names: readonly string[];
  readonly pages: number;
  /** Where something was left out, and why. */
  readonly dropped: readonly string[];
}

/** The groups behind an address of OGC API Features. */
export async function readGroups(address: string): Promise<Read> {
  const format = await formatNamed('ogc-features');
  const names: string[] = [];
  const dropped: string[] = [];
  let pages = 0;
  for (let next: string | undefined = address; next !== undefined && pages < 20; pages += 1) {
    const response: Response = await fetch(next);
    const text = await response.text();
    const type = response.headers.get('Content-Type') ?? '';
    const source = {text, json: JSON.parse(text) as unknown, type, url: response.url};
    const translation = await format!.translate(source, Date.now());
    const reading = readDocument(translation.document, GROUPS);
    if (!reading.ok) throw new Error(reading.failure.code);
    names.push(...(reading.value.document.groups ?? []).map(({name}) => name));
    dropped.push(...[...translation.left, ...reading.value.dropped].map(({path, code}) => `${path} ${code}`));
    next = translation.next;
  }
  return {names, pages, dropped};
}
