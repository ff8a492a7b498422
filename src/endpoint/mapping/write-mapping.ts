/** A mapping as a way to write: our message in their names, and where in their answer our receipt is. */
import {Expressions} from './expression.js';
import type {Finder} from './finder.js';
import {MappingError, only, partOf, type Part} from './flaw.js';
import {put, stepsOf, take, type Steps} from './paths.js';
import {wordOf} from './word.js';

/** Our message as they want it. */
export type Rewriter = (message: object) => Record<string, unknown>;

/**
 * Reads the part of a mapping that says how a message is written: `rename`, `set`, `add`, `drop`. Throws a
 * {@link MappingError}.
 */
export async function rewriterOf(given: unknown, path: string): Promise<Rewriter> {
  const part = partOf(given, path);
  only(part, path, 'rename', 'set', 'add', 'drop');
  const renames = pairsIn(part, 'rename', path).map(([from, to, at]): [Steps, Steps] => {
    if (typeof to !== 'string') throw new MappingError(at, 'should be a place such as fields.full_name');
    return [stepsOf(from, at), stepsOf(to, at)];
  });
  const expressions = new Expressions();
  const sets: [Steps, Finder][] = [];
  for (const [to, expression, at] of pairsIn(part, 'set', path))
    sets.push([stepsOf(to, at), await expressions.compile(expression, at)]);
  const constants = pairsIn(part, 'add', path).map(([to, value, at]): [Steps, unknown] => [
    stepsOf(to, at),
    plain(value, at),
  ]);
  const {drop = []} = part;
  if (drop !== 'rest' && !(Array.isArray(drop) && drop.every((each) => typeof each === 'string')))
    throw new MappingError(`${path}/drop`, 'should be a list of places, or "rest"');
  const drops = drop === 'rest' ? [] : (drop as string[]).map((each) => stepsOf(each, `${path}/drop`));

  return (message) => {
    // A copy: what a page hangs on prototypes does not come along, and nothing of the message is changed.
    const rest = structuredClone(message) as Record<string, unknown>;
    const found = sets.map(([to, find]): [Steps, unknown] => [to, find(message)]);
    const moved = renames.map(([from, to]): [Steps, unknown] => [to, take(rest, from)]);
    drops.forEach((each) => take(rest, each));
    const out: Record<string, unknown> = drop === 'rest' ? {} : rest;
    for (const [to, value] of [...moved, ...found, ...constants])
      if (value !== undefined && value !== null)
        // What is found may be a part of the message, and a constant is one of the mapping: neither is added to.
        put(out, to, structuredClone(value));
    return out;
  };
}

/** Their answer as a receipt of ours, which nobody has believed yet; `undefined` when there is none. Never rejects. */
export async function receiptIn(answer: unknown, where: object): Promise<unknown> {
  try {
    return (await receiptOf(where, '/receipt'))(answer);
  } catch {
    // A wrong mapping, or an answer that it trips over: sent it is, so nothing but the proof is missing.
    return undefined;
  }
}

/** Reads where a receipt is in their answer. Throws a {@link MappingError}. */
export async function receiptOf(
  given: unknown,
  path: string,
): Promise<(answer: unknown) => Record<string, unknown>> {
  const part = partOf(given, path);
  only(part, path, 'id', 'status', 'waitsFor', 'position', 'token', 'manage', 'message', 'words');
  const expressions = new Expressions();
  const {words = {}, ...places} = part;
  const ours = new Map(
    Object.entries(partOf(words, `${path}/words`)).map(([theirs, word]) => [theirs.toLowerCase(), word]),
  );
  const finders: [string, Finder][] = [];
  for (const [key, expression] of Object.entries(places))
    finders.push([key, await expressions.compile(expression, `${path}/${key}`)]);
  return (answer) => {
    const out: Record<string, unknown> = {};
    for (const [key, find] of finders) {
      const value = find(answer);
      if (value === undefined || value === null) continue;
      const word = key === 'status' ? ours.get(wordOf(value)) : undefined;
      out[key] = word ?? (typeof value === 'number' && key !== 'position' ? String(value) : value);
    }
    return out;
  };
}

function pairsIn(part: Part, key: string, path: string): readonly [string, unknown, string][] {
  const below = partOf(part[key] ?? {}, `${path}/${key}`);
  return Object.entries(below).map(([name, value]) => [name, value, `${path}/${key}/${name}`]);
}

/** A constant that may be anything JSON can say, so long as no prototype is in it. */
function plain(value: unknown, at: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, below] of Object.entries(value)) {
    if (key === '__proto__') throw new MappingError(`${at}/__proto__`, 'never travels');
    plain(below, `${at}/${key}`);
  }
  return value;
}
