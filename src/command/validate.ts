/** Holds a file against the strict side of the format, and says what widgets would make of it. */
import {droppedFindings} from '../endpoint/diagnosis/dropped.js';
import {finding, type Finding} from '../endpoint/diagnosis/finding.js';
import {notJson} from '../endpoint/diagnosis/answer-body.js';
import {documentFindings} from '../endpoint/diagnosis/document.js';
import {isTooDeep} from '../endpoint/body.js';
import {LIMITS} from '../protocol/limits.js';
import {parse, type Issue} from '../protocol/parse.js';
import {readDocument} from '../protocol/read.js';
import {schemas} from '../protocol/schemas.js';

/** What a file may be. */
export type SchemaName = keyof typeof schemas;

/** Names of everything that a file may be. */
export const SCHEMA_NAMES = Object.keys(schemas) as readonly SchemaName[];

/** Everything wrong with `text` as a message of this family; nothing where it is valid. */
export function validate(text: string, name: SchemaName): readonly Finding[] {
  if (isTooDeep(text, LIMITS.depth))
    return [finding('too-deep', 'breaks', 'host', `It nests more than ${LIMITS.depth} levels deep.`)];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The engine's own words name no line; ours do.
    return [notJson(text)];
  }
  const strict = parse(schemas[name], json);
  if (strict.ok) return [];
  if (name !== 'document') return strict.failure.map(issueFinding);
  const reading = readDocument(json);
  if (!reading.ok) return failureOf(reading.failure, text);
  const {dropped} = reading.value;
  const told = new Set(dropped.map(({path}) => path));
  // What the reader drops is told in its words, which say what should be there; the rest is strict alone.
  const rest = strict.failure.filter(({pointer}) => ![...told].some((path) => pointer.startsWith(path)));
  return [...droppedFindings(dropped, json), ...rest.map(issueFinding)];
}

function failureOf(
  failure: {code: 'not-a-document' | 'unknown-version'; detail?: string},
  text: string,
): readonly Finding[] {
  const read = {
    kind: 'seen',
    method: 'GET',
    url: 'file:',
    final: 'file:',
    hops: [],
    status: 200,
    headers: new Headers(),
    bytes: text.length,
    ms: 0,
    text,
    utf8: true,
  } as const;
  return documentFindings({
    eyes: 'program',
    origin: 'file:',
    now: 0,
    set: undefined,
    read,
    load: {ok: false, failure},
  });
}

function issueFinding({pointer, code, keys}: Issue): Finding {
  const where = pointer || 'The message';
  if (keys)
    return finding(
      'wrong-value',
      'hurts',
      'host',
      `${where} has ${keys.map((key) => JSON.stringify(key)).join(', ')}, which the format does not know; widgets leave it out.`,
    );
  return finding(
    'wrong-value',
    'hurts',
    'host',
    `${where} is not what it can be (${code.replaceAll('_', ' ')}).`,
  );
}
