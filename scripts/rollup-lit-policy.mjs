// Lit makes its Trusted Types policy once per copy of Lit, and a page whose policy header does not say
// 'allow-duplicates' lets the name be used once: the second of our files on the page would fail to load. So the
// copies share one policy, kept on the page.

/** In lit-html's production build. A build fails when Lit stops matching, rather than lose the property. */
const PATTERN = /(?<types>[\w$]+)\.createPolicy\("lit-html",\{createHTML:(?<text>[\w$]+)=>\k<text>\}\)/;

/** Where the shared policy is kept. */
export const POLICY_PLACE = 'ctg.lit-policy';

/**
 * Where the page does not allow the policy, but accepts text (it lists names and enforces nothing), Lit works
 * without. Where it enforces, no element may be registered, or the link inside it would give way to nothing: the
 * module ends with a sentence for the developer, and the page stays as it was.
 */
function shared(types) {
  return `(globalThis[Symbol.for('${POLICY_PLACE}')] ??= (() => {
    try {
      return ${types}.createPolicy('lit-html', {createHTML: (text) => text});
    } catch (refused) {
      try {
        document.createElement('template').innerHTML = '';
      } catch {
        throw new Error("[ctg] Content-Security-Policy must have: trusted-types lit-html", {cause: refused});
      }
      return {createHTML: (text) => text};
    }
  })())`;
}

/** @returns {import('rollup').Plugin} */
export function litPolicy() {
  let found = 0;
  return {
    name: 'ctg-lit-policy',
    buildStart() {
      found = 0;
    },
    transform(code, id) {
      if (!/[\\/]lit-html[\\/](?:[^?]*[\\/])?lit-html\.js$/.test(id)) return null;
      if (!PATTERN.test(code))
        return this.error('lit-html no longer makes its policy in the way this build looks for.');
      found++;
      return {code: code.replace(PATTERN, (...match) => shared(match.at(-1).types)), map: null};
    },
    buildEnd(error) {
      if (!error && found === 0) this.error('lit-html is not in this build, so its policy cannot be shared.');
    },
  };
}
