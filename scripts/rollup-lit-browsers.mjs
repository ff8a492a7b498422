// Lit brings what older browsers need: stylesheets as `<style>` elements, and doors for polyfills. No browser that
// is served needs them, and `define` registers nothing in one that is not, so a page does not pay for them; nor for
// the properties of standard decorators, since ours are compiled away. What Lit tells developers who misuse `css` is
// shortened; the check itself stays.

const SHADOW = '@lit/reactive-element/';

/** File of Lit's production build, what is looked for in it, and what it becomes. */
const EDITS = [
  [`${SHADOW}css-tag.js`, /(?<==)\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, 'true'],
  [`${SHADOW}css-tag.js`, /Error\("CSSResult is not constructable[^"]*"\)/, 'Error("css")'],
  [
    `${SHADOW}css-tag.js`,
    /Error\("Value passed to 'css' function[^"]*"\+(\w+)\+"[^"]*"\)/,
    'Error("css: "+$1)',
  ],
  [`${SHADOW}reactive-element.js`, /\w+\.reactiveElementPolyfillSupport/, 'undefined'],
  [`${SHADOW}reactive-element.js`, /Symbol\.metadata\?\?=.*?litPropertyMetadata\?\?=new WeakMap;/, ''],
  [`${SHADOW}reactive-element.js`, /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{[^{}]*\}/, ''],
  ['lit-element/lit-element.js', /\w+\.litElementHydrateSupport/, 'undefined'],
  ['lit-element/lit-element.js', /\w+\.litElementPolyfillSupport/, 'undefined'],
  ['lit-html/lit-html.js', /\w+\.litHtmlPolyfillSupport/, 'undefined'],
];

/** @returns {import('rollup').Plugin} */
export function litBrowsers() {
  return {
    name: 'ctg-lit-browsers',
    transform(code, id) {
      const file = id.split(/[\\/]/).join('/');
      const edits = EDITS.filter(([name]) => file.endsWith(`node_modules/${name}`));
      if (edits.length === 0) return null;
      let plain = code;
      for (const [name, pattern, by] of edits) {
        if (!pattern.test(plain))
          return this.error(`${name} no longer has ${pattern}, which this build shortens.`);
        plain = plain.replace(pattern, by);
      }
      return {code: plain, map: null};
    },
  };
}
