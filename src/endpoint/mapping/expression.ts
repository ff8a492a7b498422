/** Paths and expressions into foreign JSON. A plain path needs no library; anything more is JMESPath, fetched then. */
import type {Finder} from './finder.js';
import {MappingError} from './flaw.js';

/** The longest expression, in UTF-16 code units. */
const LONGEST = 1_000;
/** `title.rendered`: what most mappings consist of. Five times as fast as the library, too. */
const PLAIN = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** Makes finders, all with one allowance of work, so that no mapping can hold up a page. */
export class Expressions {
  #library: Promise<typeof import('./jmespath.js')> | undefined;
  #budget: import('./jmespath.js').Budget | undefined;

  /** The finder of an expression written at `path` of the mapping. Throws a {@link MappingError}. */
  async compile(expression: unknown, path: string): Promise<Finder> {
    if (typeof expression !== 'string' || expression.trim() === '')
      throw new MappingError(path, 'should be a path or an expression');
    const text = expression.trim();
    if (text.length > LONGEST) throw new MappingError(path, `longer than ${LONGEST} characters`);
    if (text.split('.').includes('__proto__')) throw new MappingError(path, '__proto__ is never followed');
    if (PLAIN.test(text)) return pathFinder(text.split('.'));
    const {compile, Budget} = await (this.#library ??= import('./jmespath.js'));
    this.#budget ??= new Budget();
    return compile(text, path, this.#budget);
  }
}

/** Follows own keys only: an answer without a `constructor` has none. */
function pathFinder(steps: readonly string[]): Finder {
  return (value) => {
    let at = value;
    for (const step of steps) {
      if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, step))
        return undefined;
      at = (at as Record<string, unknown>)[step];
    }
    return at;
  };
}
