// Turns `@property` and `@state` into the call that they make, so that no page pays for decorators.
//
// The compiled form, `__decorateClass([property({…})], Site.prototype, "endpoint", 2)`, is replaced by
// `Site.createProperty("endpoint", {…})`, which is all that Lit's legacy decorators do with it (lit.dev, "Avoiding
// issues with class fields"). Saves the two decorators and their helper: half a kilobyte of each first view.

/** The 2 stands for a field: one on a getter or a setter would need more of Lit than there is in a page build. */
const CALL =
  /__decorateClass\(\[\s*(property|state)\(([\s\S]*?)\)\s*\],\s*(\w+)\.prototype,\s*"(\w+)",\s*2\);/g;

/** What only decorators needed; left in place it would be an import of nothing. */
const IMPORT = /import \{[^}]*\} from "lit\/decorators\.js";\n?/;

/** @returns {import('rollup').Plugin} */
export function decorators() {
  return {
    name: 'ctg-decorators',
    transform(code) {
      if (!code.includes('__decorateClass([')) return null;
      const plain = code.replace(CALL, (_, kind, options, owner, name) => {
        const all = kind === 'state' ? '{state: true, attribute: false}' : options.trim();
        return `${owner}.createProperty("${name}"${all ? `, ${all}` : ''});`;
      });
      if (plain.includes('__decorateClass(['))
        this.error('A decorator that this build does not know; add it to rollup-decorators.mjs.');
      return {code: plain.replace(IMPORT, ''), map: null};
    },
  };
}
