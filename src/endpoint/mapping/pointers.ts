/** Which of our fields a refusal means that names theirs, so that the form marks the right one. */
import type {Problem} from '../../protocol/problem.js';
import type {Part} from './flaw.js';
import {stepsOf, type Steps} from './paths.js';

/** Pointers into our message, by the place in theirs. Plain JSON, since it lies in the outbox until there is an answer. */
export type Pointers = Readonly<Record<string, string>>;

/** What an expression begins with: of `adults + children` a visitor is shown the first. */
const BEGINNING = /^\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?=\s*(?:$|[-+*/|&]))/;

/** Where each of our fields went, by the part of a mapping that says how a message is written, which was read before. */
export function pointersIn({rename = {}, set = {}}: Part, path: string): Pointers {
  const pairs: [string, string][] = [];
  for (const [to, expression] of Object.entries(set as Record<string, string>)) {
    const [, from] = BEGINNING.exec(expression) ?? [];
    if (from !== undefined) pairs.push([written(stepsOf(to, path)), `/${written(from.split('.'))}`]);
  }
  for (const [from, to] of Object.entries(rename as Record<string, string>))
    pairs.push([written(stepsOf(to, path)), `/${written(stepsOf(from, path))}`]);
  return Object.fromEntries(pairs);
}

/** A refusal with its pointers into our message; one that nobody knows stays as it is. */
export function ours(problem: Problem, pointers: Pointers): Problem {
  const {errors} = problem;
  if (!errors) return problem;
  return {...problem, errors: errors.map((each) => ({...each, pointer: oursOf(each.pointer, pointers)}))};
}

function oursOf(pointer: string, pointers: Pointers): string {
  for (const steps of readings(pointer))
    // What went somewhere as a whole is there with everything below it.
    for (let most = steps.length; most > 0; most -= 1) {
      const key = written(steps.slice(0, most));
      if (Object.hasOwn(pointers, key)) return [pointers[key], ...steps.slice(most).map(escaped)].join('/');
    }
  return pointer;
}

/** `/fields/name` (RFC 6901), `#/fields/name` (RFC 9457), and as forms and frameworks write it: `fields[name]`, `fields.name`. */
function readings(pointer: string): readonly Steps[] {
  const bare = pointer.replace(/^#?\/?/, '');
  const steps = bare.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (steps.length > 1) return [steps];
  const loose = bare
    .replace(/\]/g, '')
    .split(/[.[]/)
    .filter((step) => step !== '');
  return [steps, loose];
}

function written(steps: Steps): string {
  return steps.map(escaped).join('/');
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
