// Lit brings what older browsers need: stylesheets as `<style>` elements, and doors for polyfills. No browser that
// is served needs them, and `define` registers nothing in one that is not, so a page does not pay for them. Nor does
// it pay for the parts of Lit that no element of ours uses: a build fails when one of ours begins to, and when Lit no
// longer looks as expected. What Lit tells developers who misuse `css` is shortened; the check itself stays. Projects
// that bundle the modules have Lit as it is.

const SHADOW = '@lit/reactive-element/';
const LIT_HTML = 'lit-html/lit-html.js';

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
  // No property of ours is written back to its attribute, and none is declared without the decorator.
  [`${SHADOW}reactive-element.js`, /toAttribute\(\w+,\w+\)\{switch.*?return \w+\},(?=fromAttribute)/, ''],
  [`${SHADOW}reactive-element.js`, /_\$ET\(\w+,\w+\)\{.*?\}(?=_\$AK)/, ''],
  [`${SHADOW}reactive-element.js`, /this\._\$Eq&&=this\._\$Eq\.forEach\(.*?\)\),/, ''],
  [
    `${SHADOW}reactive-element.js`,
    /,!0===\w+&&this\._\$Em!==\w+&&\(this\._\$Eq\?\?=new Set\)\.add\(\w+\)/,
    '',
  ],
  [
    `${SHADOW}reactive-element.js`,
    /,this\.hasOwnProperty\(\w+\("properties"\)\)\)\{.*?\}(?=this\._\$Eh=)/,
    ');',
  ],
  // Nor has one a converter, or a type but `Boolean` and `Number`, or begins to count as unset again, or is set up late.
  [
    `${SHADOW}reactive-element.js`,
    /case Object:case Array:try\{i=JSON\.parse\(t\)\}catch\(t\)\{i=null\}/,
    '',
  ],
  [
    `${SHADOW}reactive-element.js`,
    /,\w+="function"==typeof (\w+)\.converter\?.*?\?\1\.converter:(\w+);(.*?)=(\w+)\.fromAttribute\((.*?)\);(this\[\w+\]=\w+)\?\?.*?,/,
    ';$3=$2.fromAttribute($5);$6,',
  ],
  [
    `${SHADOW}reactive-element.js`,
    /!\(\((\w+\.hasChanged\?\?\w+)\)\((\w+,\w+)\)\|\|.*?\)\)\)return;/,
    '!($1)($2))return;',
  ],
  [
    `${SHADOW}reactive-element.js`,
    /C\((\w+),(\w+),\{.*?\},\w+\)\{.*?\|\|\((this\._\$AL\.has\(\1\)\|\|\(this\.hasUpdated\|\|).*?(\(.*?\),this\._\$AL\.set\(\1,\2\)\))\)/,
    'C($1,$2){$3$4',
  ],
  [`${SHADOW}reactive-element.js`, /static addInitializer\(\w+\)\{.*?\}(?=static)/, ''],
  [`${SHADOW}reactive-element.js`, /,this\.constructor\.l\?\.forEach\(\w+=>\w+\(this\)\)/, ''],
  [`${SHADOW}reactive-element.js`, /void 0!==\w+\.l&&\(this\.l=\[\.\.\.\w+\.l\]\),/, ''],
  [`${SHADOW}reactive-element.js`, /removeController\(\w+\)\{.*?\}(?=_)/, ''],
  // Only Lit's warnings for developers read which versions of it are on a page.
  [`${SHADOW}reactive-element.js`, /,\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  [LIT_HTML, /,\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  ['lit-element/lit-element.js', /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  // No template of ours has a directive in it, or a binding where an attribute's name stands.
  [
    LIT_HTML,
    /(function \w+\((\w+),(\w+),\w+=\2,\w+\)\{)if\(\3===\w+\)return \3;let .*?,\3\}/,
    '$1return $3}',
  ],
  [LIT_HTML, /:6===\w+\.type&&\(\w+=new \w+\(\w+,this,\w+\)\)/, ':0'],
  [
    LIT_HTML,
    /else \w+\.startsWith\(\w+\)&&\(\w+\.push\(\{type:6,index:\w+\}\),\w+\.removeAttribute\(\w+\)\)/,
    '',
  ],
  // Nor one inside a comment or the text of a `<textarea>`, and none is a formula.
  [LIT_HTML, /3===\w+\?"<math>":/, ''],
  [LIT_HTML, /3===\w+\?"<\/math>":/, ''],
  [LIT_HTML, /(2===\w+)\|\|3===\w+\)/, '$1)'],
  [LIT_HTML, /if\(\w+\.test\(\w+\.tagName\)\)\{.*?\}\}(?=\}else if\(8===)/, ''],
  [LIT_HTML, /if\((\w+\.data===\w+)\)(\w+\.push\(\{type:2,index:\w+\}\));else\{.*?length-1\}/, '$1&&$2;'],
  ['lit-element/lit-element.js', /\w+\.litElementHydrateSupport/, 'undefined'],
  ['lit-element/lit-element.js', /\w+\.litElementPolyfillSupport/, 'undefined'],
  [LIT_HTML, /\w+\.litHtmlPolyfillSupport/, 'undefined'],
];

/** What our sources may no longer use, since the page build has left it out. */
const LEFT_OUT =
  /\breflect: true|\b(?:converter|hasChanged|useDefault):|\btype: (?:Array|Object)\b|\.removeController\(|\bstatic properties\b|from ["']lit\/(?:async-)?directives?|<[a-z][\w-]*\s+\$\{/;
/** What a template may no longer hold; said of other texts it would be wrong. */
const LEFT_OUT_OF_TEMPLATES = /\bmathml`|<!--[^>]*\$\{|<(?:textarea|title|script|style)\b[^>]*>[^<]*\$\{/;

/** @returns {import('rollup').Plugin} */
export function litBrowsers() {
  return {
    name: 'ctg-lit-browsers',
    transform(code, id) {
      const file = id.split(/[\\/]/).join('/');
      const left = LEFT_OUT.test(code) || (/\bhtml`/.test(code) && LEFT_OUT_OF_TEMPLATES.test(code));
      if (!file.includes('/node_modules/') && left)
        return this.error(`${file} uses what rollup-lit-browsers.mjs leaves out of Lit.`);
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
