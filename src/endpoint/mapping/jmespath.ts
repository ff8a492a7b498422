/**
 * JMESPath with an end to what one expression may cost.
 *
 * The library is the community's: kept (a release in the spring of 2026, MPL 2.0, no dependencies), without `eval`, and
 * with `split`, `join` and `replace`, which foreign answers need; the original is 2.4 kB lighter and has had no release
 * since 2022. It evaluates by walking a tree, and here each step is counted: an expression comes from whoever may write
 * a post, and `[@,@][]` twenty times over is a million times what it was given.
 */
import {compile as parse, TreeInterpreter} from '@jmespath-community/jmespath';
import type {Finder} from './finder.js';
import {MappingError} from './flaw.js';

type Node = Parameters<typeof TreeInterpreter.visit>[0];
type Value = Parameters<typeof TreeInterpreter.search>[1];

/** Steps and list entries that one expression may take on one value. */
const STEPS = 1_000_000;
/** Milliseconds that all expressions of one reading may take. */
const MILLISECONDS = 3_000;
/** How many times larger an expression may make what it is given. */
const GROWTH = 1_000;
/** The longest text that an expression may make, in UTF-16 code units. */
const TEXT = 100_000;
/** They can make a text of any length out of nothing, and a page has no table to fill. */
const REFUSED = new Set(['pad_left', 'pad_right']);

/** What all expressions of one reading may cost together. */
export class Budget {
  #spent = 0;
  #steps = 0;
  #since = 0;

  /** Runs one expression. Throws when it costs too much. */
  run<Result>(work: () => Result): Result {
    this.#steps = 0;
    this.#since = performance.now();
    try {
      return work();
    } finally {
      this.#spent += performance.now() - this.#since;
    }
  }

  /** Counts a step that gave `value`. */
  count(value: unknown): void {
    this.#steps += Array.isArray(value) ? value.length + 1 : 1;
    const late = this.#steps % 256 === 0 && this.#spent + performance.now() - this.#since > MILLISECONDS;
    if (late || this.#steps > STEPS || (typeof value === 'string' && value.length > TEXT))
      throw new RangeError('takes too much work');
    if (this.#spent > MILLISECONDS) throw new RangeError('takes too much work');
  }
}

/** The interpreter is exported as one object only; its class is needed to look over its shoulder. */
const Interpreter = TreeInterpreter.constructor as new () => typeof TreeInterpreter;

class Counted extends Interpreter {
  readonly #budget: Budget;

  constructor(budget: Budget) {
    super();
    this.#budget = budget;
    const {runtime} = this;
    const call = runtime.callFunction.bind(runtime);
    runtime.callFunction = (name, given) => {
      // Weighed before it is made: what is too long to be read is too long to be held as well.
      if (lengthOf(name, given) > TEXT) throw new RangeError('takes too much work');
      return call(name, given);
    };
  }

  // What `let` binds is seen by an interpreter of its own, which is no less to be counted.
  override withScope(scope: Parameters<typeof TreeInterpreter.withScope>[0]): typeof TreeInterpreter {
    const {runtime: _, ...seen} = super.withScope(scope);
    return Object.assign(new Counted(this.#budget), seen);
  }

  override visit(
    node: Node,
    value: Parameters<typeof TreeInterpreter.visit>[1],
  ): ReturnType<typeof TreeInterpreter.visit> {
    const found = node.type === 'Field' ? own(value, node.name) : super.visit(node, value);
    this.#budget.count(found);
    return found;
  }
}

/** The most that a function which puts texts together can make of what it is given, in UTF-16 code units. */
function lengthOf(name: string, [first, second, third]: readonly unknown[]): number {
  if (name === 'join' && typeof first === 'string' && Array.isArray(second))
    return second.reduce((sum: number, each) => sum + sizeOf(each) + first.length, -first.length);
  if (name !== 'replace' || typeof first !== 'string' || typeof second !== 'string') return 0;
  const times = second === '' ? first.length + 1 : first.split(second).length - 1;
  return first.length + times * (sizeOf(third) - second.length);
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

/** A key of its own: the library also sees what a prototype has, which old scripts of a page hang things on. */
function own(value: unknown, name: string): Value {
  const there =
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name);
  return there ? (value as Record<string, Value>)[name]! : null;
}

/**
 * The finder of an expression. What fails on one value finds nothing there: `join` has nothing to say to a number.
 * Throws a {@link MappingError} for what is no expression; the finder throws one when it takes too much work.
 */
export function compile(expression: string, path: string, budget: Budget): Finder {
  let tree: Node;
  try {
    tree = parse(expression);
  } catch (reason) {
    throw new MappingError(path, reason instanceof Error ? reason.message : 'is no expression');
  }
  if (growthOf(tree, path) > GROWTH) throw new MappingError(path, 'takes too much work');
  const interpreter = new Counted(budget);
  return (value) => {
    try {
      return budget.run(() => interpreter.search(tree, (value ?? null) as Value));
    } catch (reason) {
      if (reason instanceof RangeError) throw new MappingError(path, 'takes too much work');
      // Not for values of this type, as the library says; the value of the next entry may be another.
      return undefined;
    }
  };
}

/** How many times larger than what it is given an expression can be: lists and functions name one value many times. */
function growthOf(tree: unknown, path: string): number {
  if (typeof tree !== 'object' || tree === null) return 1;
  const node = tree as Readonly<Record<string, unknown>>;
  const {type, name, children} = node;
  if (name === '__proto__' && type !== 'Literal') throw new MappingError(path, '__proto__ is never followed');
  if (type === 'Function') {
    if (REFUSED.has(String(name))) throw new MappingError(path, `${String(name)} is not to be had here`);
    // What may be trimmed becomes a pattern inside the library, which a clever one never comes to the end of.
    if (/^trim/.test(String(name)) && Array.isArray(children) && children.length > 1)
      throw new MappingError(path, `${String(name)} takes one value here`);
  }
  let growth = Array.isArray(children) && children.length > 1 ? children.length : 1;
  for (const each of Object.values(node)) {
    if (type === 'Literal') break;
    for (const child of Array.isArray(each) ? each : [each]) growth *= growthOf(child, path);
  }
  return growth;
}
