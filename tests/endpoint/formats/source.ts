/** Sources as an endpoint would answer them, and what the reader makes of their translation. */
import {formatNamed} from '../../../src/endpoint/formats/index.js';
import type {Source, Translation, Untranslated} from '../../../src/endpoint/formats/format.js';
import type {CtgDocument} from '../../../src/protocol/document.js';
import type {Gathering} from '../../../src/protocol/gathering.js';
import type {Group} from '../../../src/protocol/group.js';
import {readDocument, RULES, type Dropped} from '../../../src/protocol/read.js';
import {isEmail} from '../../../src/protocol/rules.js';
import {GROUPS} from '../../../src/protocol/groups-table.js';
import {GATHERINGS} from '../../../src/protocol/gatherings-table.js';

/** Where all sources of these tests come from. */
export const HERE = 'https://feed.example/data/events.json';
/** 1 November 2026, noon in London. */
export const NOW = Date.UTC(2026, 10, 1, 12);

/** A source of JSON. */
export function json(value: unknown, url = HERE, type = 'application/json'): Source {
  return {text: JSON.stringify(value), json: value, type, url};
}

/** A source of text that is no JSON. */
export function text(content: string, type = 'text/csv', url = HERE): Source {
  return {text: content, json: undefined, type, url};
}

/** A translation as it arrives at a widget. */
export interface Arrived {
  readonly gatherings: readonly Gathering[];
  readonly groups: readonly Group[];
  readonly document: CtgDocument;
  readonly left: readonly Untranslated[];
  readonly dropped: readonly Dropped[];
  readonly next: string | undefined;
}

/** Reads a translation as a widget does. */
export function arrive({document, left, next}: Translation): Arrived {
  const reading = readDocument(document, {...GATHERINGS, ...GROUPS}, {...RULES, email: isEmail});
  if (!reading.ok) throw new Error(`not a document: ${reading.failure.code}`);
  const read = reading.value.document;
  return {
    document: read,
    gatherings: read.gatherings ?? [],
    groups: read.groups ?? [],
    dropped: reading.value.dropped,
    left,
    next,
  };
}

/** Translates a source by the format of this name, and reads it. */
export async function translated(name: string, source: Source, now = NOW): Promise<Arrived> {
  const format = await formatNamed(name);
  if (!format) throw new Error(`no format "${name}"`);
  return arrive(await format.translate(source, now));
}
