// Lit brings what older browsers need: stylesheets as `<style>` elements, and doors for polyfills. No browser that
// is served needs them, and `define` registers nothing in one that is not, so a page does not pay for them. Nor does
// it pay for the parts of Lit that no element of ours uses: a build fails when one of ours begins to, and when Lit no
// longer looks as expected. That a template was written by us is checked as ever. Projects that bundle the modules have
// Lit as it is.

const SHADOW = '@lit/reactive-element/';
const LIT_HTML = 'lit-html/lit-html.js';

/** File of Lit's production build, what is looked for in it, and what it becomes. */
const EDITS = [
  [`${SHADOW}css-tag.js`, /(?<==)\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, 'true'],
  // No style sheet of ours has a value in it, so none can bring one in that was not written by us.
  [
    `${SHADOW}css-tag.js`,
    /class (\w+)\{constructor\(.*?\}(?=const)/,
    'class $1{constructor(t){this.cssText=t}get styleSheet(){this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText);return this.o}}',
  ],
  [
    `${SHADOW}css-tag.js`,
    /(\w+=)\((\w+),\.\.\.\w+\)=>\{const \w+=1===\2\.length.*?return new (\w+)\(.*?\)\}/,
    '$1$2=>new $3($2[0])',
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
    /requestUpdate\((\w+),(\w+),\w+,\w+=!1,\w+\)\{.*?\}(?=async _\$EP)/,
    'requestUpdate($1,$2){if(void 0!==$1){if(Object.is(this[$1],$2))return;this._$AL.has($1)||this._$AL.set($1,this.hasUpdated?$2:void 0)}' +
      'this.isUpdatePending||(this._$ES=this._$EP())}',
  ],
  [
    `${SHADOW}reactive-element.js`,
    /(\w+=)\{attribute:!0,type:String,converter:\w+,reflect:!1,useDefault:!1,hasChanged:\w+\}/,
    '$1{}',
  ],
  [
    `${SHADOW}reactive-element.js`,
    /const (\w+)=(this\.)scheduleUpdate\(\);return null!=\1&&await \1,/,
    '$2performUpdate();return ',
  ],
  [`${SHADOW}reactive-element.js`, /scheduleUpdate\(\)\{.*?\}/, ''],
  // The style sheets of an element are a list of lists of ours, each once.
  [
    `${SHADOW}reactive-element.js`,
    /finalizeStyles\((\w+)\)\{.*?\}(?=static _)/,
    'finalizeStyles($1){return[$1??[]].flat(1/0)}',
  ],
  [`${SHADOW}css-tag.js`, /\w+ instanceof CSSStyleSheet\?\w+:(\w+\.styleSheet)/, '$1'],
  [`${SHADOW}reactive-element.js`, /static addInitializer\(\w+\)\{.*?\}(?=static)/, ''],
  [`${SHADOW}reactive-element.js`, /,this\.constructor\.l\?\.forEach\(\w+=>\w+\(this\)\)/, ''],
  [`${SHADOW}reactive-element.js`, /void 0!==\w+\.l&&\(this\.l=\[\.\.\.\w+\.l\]\),/, ''],
  // No property of ours has a getter and a setter of its own, no controller asks to be told before a drawing, and no
  // element refuses one or waits for its first.
  [
    `${SHADOW}reactive-element.js`,
    /static createProperty\((\w+),(\w+)=(\w+)\)\{.*?(?=static getPropertyOptions)/,
    'static createProperty($1,$2=$3){const k=Symbol();$2.state&&($2.attribute=!1),this._$Ei(),this.elementProperties.set($1,$2),' +
      'Object.defineProperty(this.prototype,$1,{get(){return this[k]},set(v){const o=this[k];this[k]=v,this.requestUpdate($1,o)},configurable:!0,enumerable:!0})}',
  ],
  [
    `${SHADOW}reactive-element.js`,
    /const (\w+)=this\.constructor\.elementProperties;if\(\1\.size>0\)for\(.*?\)\}(?=\}let)/,
    '',
  ],
  [
    `${SHADOW}reactive-element.js`,
    /let (\w+)=!1;const (\w+)=this\._\$AL;try\{.*?\1&&this\._\$AE\(\2\)/,
    'const $2=this._$AL;try{this.willUpdate($2),this.update($2)}catch(e){throw this._$EM(),e}this._$AE($2)',
  ],
  [
    `${SHADOW}reactive-element.js`,
    /this\.hasUpdated\|\|\(this\.hasUpdated=!0,this\.firstUpdated\(\w+\)\)/,
    'this.hasUpdated=!0',
  ],
  [`${SHADOW}reactive-element.js`, /shouldUpdate\(\w+\)\{return!0\}/, ''],
  [`${SHADOW}reactive-element.js`, /firstUpdated\(\w+\)\{\}/, ''],
  [`${SHADOW}reactive-element.js`, /this\._\$Em=null,(?=this\._\$Ev)/, ''],
  [`${SHADOW}reactive-element.js`, /&&this\._\$Em!==\w+(.*?)this\._\$Em=\w+;(.*?),this\._\$Em=null/, '$1$2'],
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
  [LIT_HTML, /(\w+)=\w+\(this,\1,\w+(?:,0)?\),/g, ''],
  [LIT_HTML, /\w+\(this,(\w+\[\w+\+\w+\]),\w+,\w+\)/, '$1'],
  // Without directives nobody asks a part where it is or whether it is connected, and what kind it is.
  [LIT_HTML, /this\._\$AN=void 0,/g, ''],
  [LIT_HTML, /this\.type=[12],/g, ''],
  [LIT_HTML, /get parentNode\(\)\{return this\._\$AM\.parentNode\}get _\$AU\(\)\{.*?\}/, ''],
  [LIT_HTML, /get _\$AU\(\)\{[^}]*_\$Cv\}/, ''],
  [LIT_HTML, /,this\._\$Cv=\w+\?\.isConnected\?\?!0/, ''],
  [LIT_HTML, /get parentNode\(\)\{let .*?(?=_\$AI)/, ''],
  [LIT_HTML, /this\._\$AP\?\.\(!1,!0,\w+\);/, ';'],
  [LIT_HTML, /setConnected\(\w+\)\{.*?\}(?=\})/, ''],
  [LIT_HTML, /get tagName\(\)\{.*?\}get _\$AU\(\)\{.*?\}/, ''],
  [LIT_HTML, /constructor\(\)\{super\(\.\.\.arguments\),this\.type=\d\}/g, ''],
  [LIT_HTML, /\(\w+\?\.creationScope\?\?(\w+)\)/, '$1'],
  ['lit-element/lit-element.js', /createRenderRoot\(\)\{.*?\}(?=update)/, ''],
  ['lit-element/lit-element.js', /,this\._\$Do=void 0/, ''],
  ['lit-element/lit-element.js', /this\.hasUpdated\|\|\(.*?\),(super\.update\(\w+\),)this\._\$Do=/, '$1'],
  ['lit-element/lit-element.js', /connectedCallback\(\)\{.*?(?=render\(\))/, ''],
  [
    LIT_HTML,
    /const \w+=(\w+)\?\.renderBefore\?\?(\w+);let (\w+)=\w+\._\$litPart\$;.*?(=new \w+\()\w+\.insertBefore\((\w+\(\)).*?return/,
    'let $3=$2._$litPart$;$3||($2._$litPart$=$3$4$2.insertBefore($5,null),null,void 0,$1??{}));return',
  ],
  // No listener of ours is anything but a function, and none is made by a compiler.
  [
    LIT_HTML,
    /constructor\(\w+,\w+,\w+,\w+,\w+\)\{super\([\w,]+\),this\.type=5\}_\$AI\(.*?\?\?(\w+)\).*?this\._\$AH=\w+\}handleEvent\((\w+)\)\{.*?\}(?=\})/,
    '_$AI($2){$2??=$1;const o=this._$AH;$2!==o&&($2===$1?this.element.removeEventListener(this.name,this):o===$1&&this.element.addEventListener(this.name,this),this._$AH=$2)}' +
      'handleEvent($2){this._$AH.call(this.options?.host??this.element,$2)}',
  ],
  [LIT_HTML, /"number"==typeof \w+\?(this\._\$AC\(\w+\)):\(.*?,\w+\)(?=;)/, '$1'],
  // Nor one inside a comment or the text of a `<textarea>`, and none is a formula.
  [LIT_HTML, /3===\w+\?"<math>":/, ''],
  [LIT_HTML, /3===\w+\?"<\/math>":/, ''],
  [LIT_HTML, /(2===\w+)\|\|3===\w+\)/, '$1)'],
  // Nor has one a comment, an open end, or a name that is put in.
  [LIT_HTML, /\/<\(\?:\(!--\|.*?\(\\\/\?\$\)\)\/g,\w+=\/-->\/g,\w+=\/>\/g,/, '/<\\/?[a-zA-Z][^>\\s]*/g,'],
  [
    LIT_HTML,
    /"!--"===\w+\[1\]\?.*?&&\((\w+=\w+)\):(\w+===\w+\?">"===\w+\[0\]\?\(\w+=)\w+\?\?(.*?):\w+===\w+\|\|.*?;(?=const)/,
    '$1:$2$3:$1;',
  ],
  [LIT_HTML, /if\(\w+\.test\(\w+\.tagName\)\)\{.*?\}\}(?=\}else if\(8===)/, ''],
  [LIT_HTML, /if\((\w+\.data===\w+)\)(\w+\.push\(\{type:2,index:\w+\}\));else\{.*?length-1\}/, '$1&&$2;'],
  ['lit-element/lit-element.js', /\w+\.litElementHydrateSupport/, 'undefined'],
  ['lit-element/lit-element.js', /\w+\.litElementPolyfillSupport/, 'undefined'],
  [LIT_HTML, /\w+\.litHtmlPolyfillSupport/, 'undefined'],
];

/** What our sources may no longer use, since the page build has left it out. */
const LEFT_OUT =
  /\breflect: true|\b(?:converter|hasChanged|useDefault|noAccessor):|\b(?:shouldUpdate|firstUpdated|hostUpdate|scheduleUpdate)\(|\bnoChange\b|\brenderBefore\b|\btype: (?:Array|Object)\b|\.removeController\(|\bstatic properties\b|from ["']lit\/(?:async-)?directives?|<[a-z][\w-]*\s+\$\{/;
/** What a template may no longer hold; said of other texts it would be wrong. */
const LEFT_OUT_OF_TEMPLATES =
  /\bmathml`|\s@[\w-]+=\$\{\{|<!--|\bhtml`[^`]*<\/?\$\{|<(?:textarea|title|script|style)\b[^>]*>[^<]*\$\{/;

/** @returns {import('rollup').Plugin} */
export function litBrowsers() {
  return {
    name: 'ctg-lit-browsers',
    transform(code, id) {
      const file = id.split(/[\\/]/).join('/');
      const left =
        LEFT_OUT.test(code) ||
        /\bcss`[^`]*\$\{/.test(code) ||
        (/\bhtml`/.test(code) && LEFT_OUT_OF_TEMPLATES.test(code));
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
