/** A mapping as a way to read: from their JSON to a raw object shaped like the native document. */
import {GATHERINGS} from '../../protocol/gatherings-table.js';
import {GROUPS} from '../../protocol/groups-table.js';
import {PLEDGE} from '../../protocol/pledge-table.js';
import type {Shape} from '../../protocol/shape.js';
import {HEAD} from '../../protocol/tables.js';
import type {Source, Translation, Untranslated} from '../formats/format.js';
import {Expressions} from './expression.js';
import type {Finder} from './finder.js';
import {builderOf, mannersOf, type Builder} from './fields.js';
import {jsonOf, MappingError, only, partOf, type Part} from './flaw.js';
import {nextPageOf} from './paging.js';
import {receiptOf, rewriterOf} from './write-mapping.js';

/** Everything a mapping may say. */
const KEYS = [
  'items',
  'next',
  'gathering',
  'group',
  'publisher',
  'pledge',
  'decode',
  'zone',
  'dates',
  'words',
  'signup',
  'pledging',
  'joining',
  'receipt',
];

/** How each kind of message is written. */
const REWRITES = ['signup', 'pledging', 'joining'];

/** What of it is about writing: a mapping of nothing else says how to post, and leaves reading as it is. */
const WRITING = [...REWRITES, 'receipt'];

/** Translates one page. Throws a {@link MappingError} where the mapping finds nothing in it. */
export type Translator = (source: Source, page: number) => Translation;

/** What a list of theirs becomes. */
interface Section {
  readonly name: 'gatherings' | 'groups';
  readonly key: 'gathering' | 'group';
  readonly find: Finder;
  readonly path: string;
  readonly build: Builder;
}

const itemOf = (list: unknown): Shape => (list as readonly [Shape, number])[0];

/**
 * Reads a mapping; `undefined` when it only says how to write. Throws a {@link MappingError} that names the first place
 * at which it is wrong.
 */
export async function translatorOf(given: unknown): Promise<Translator | undefined> {
  const mapping = jsonOf(given);
  const keys = Object.keys(mapping);
  // Not needed to read, and wrong all the same: a webmaster should hear of it before somebody signs up.
  for (const key of REWRITES) if (mapping[key] !== undefined) await rewriterOf(mapping[key], `/${key}`);
  if (mapping['receipt'] !== undefined) await receiptOf(mapping['receipt'], '/receipt');
  if (keys.length > 0 && keys.every((key) => WRITING.includes(key))) return undefined;
  only(mapping, '', ...KEYS);
  const expressions = new Expressions();
  const manners = await mannersOf(mapping, expressions);
  const sections: Section[] = [];
  const parts: [string, Builder][] = [];
  for (const [key, name, shape] of [
    ['gathering', 'gatherings', itemOf(GATHERINGS['gatherings'])],
    ['group', 'groups', itemOf(GROUPS['groups'])],
  ] as const) {
    if (mapping[key] === undefined) continue;
    for (const needed of ['id', 'name'])
      if (!Object.hasOwn(partOf(mapping[key], `/${key}`), needed))
        throw new MappingError(`/${key}/${needed}`, 'is needed');
    const [expression, path] = itemsOf(mapping, key);
    const find = await expressions.compile(expression, path);
    sections.push({
      key,
      name,
      find,
      path,
      build: await builderOf(shape, mapping[key], `/${key}`, manners, expressions),
    });
  }
  for (const [key, shape] of [
    ['publisher', HEAD['publisher']],
    ['pledge', PLEDGE['pledge']],
  ] as const)
    if (mapping[key] !== undefined)
      parts.push([key, await builderOf(shape as Shape, mapping[key], `/${key}`, manners, expressions)]);
  if (sections.length === 0 && mapping['pledge'] === undefined)
    throw new MappingError('', 'should say what a gathering, a group or a pledge is');
  const nextPage = await nextPageOf(mapping['next'], expressions);

  return ({json, url}, page) => {
    const left: Untranslated[] = [];
    const document: Record<string, unknown> = {ctg: '1'};
    for (const [key, build] of parts) document[key] = build(json);
    let count = 0;
    for (const section of sections) {
      const things = thingsOf(section, json, page, left);
      document[section.name] = things;
      count += things.length;
    }
    const next = nextPage(json, url, count);
    return {document, left, ...(next !== undefined && {next})};
  };
}

/** The expression for the list that becomes gatherings, or groups, and where the mapping says it. */
function itemsOf(mapping: Part, key: string): [expression: unknown, path: string] {
  const {items} = mapping;
  if (items === undefined || typeof items === 'string') {
    if (mapping['gathering'] !== undefined && mapping['group'] !== undefined)
      throw new MappingError('/items', 'should be {"gathering": …, "group": …}, as there are both');
    return [items ?? '@', '/items'];
  }
  const part = partOf(items, '/items');
  only(part, '/items', 'gathering', 'group');
  return [part[key], `/items/${key}`];
}

function thingsOf(
  {name, key, find, path, build}: Section,
  json: unknown,
  page: number,
  left: Untranslated[],
): readonly Record<string, unknown>[] {
  const list = find(json);
  // A later page may be empty in ways of its own; the first one shows whether the mapping fits.
  if (!Array.isArray(list)) {
    if (page > 1) return [];
    throw new MappingError(path, `finds no list of ${name}`, 'empty-mapping');
  }
  const made = list.map(build);
  made.forEach((each, index) => {
    for (const needed of ['id', 'name'])
      if (each[needed] === undefined) left.push({path: `/${name}/${index}/${needed}`, code: 'not-found'});
  });
  for (const needed of ['id', 'name'])
    if (page === 1 && made.length > 0 && made.every((each) => each[needed] === undefined))
      throw new MappingError(
        `/${key}/${needed}`,
        `finds nothing in any of ${made.length} entries`,
        'empty-mapping',
      );
  return made;
}
