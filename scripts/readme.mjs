// Writes the tables of README.md between their markers from what the code says of itself: attributes, events and
// parts from dist/custom-elements.json, tokens from the comments in the style sheets. `--check` only compares.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {tokens as allTokens} from './build-editor-data.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (file) => path.join(ROOT, file);
const README = at('README.md');

const manifest = JSON.parse(fs.readFileSync(at('dist/custom-elements.json'), 'utf8'));
const elements = new Map(
  manifest.modules
    .flatMap((module) => module.declarations ?? [])
    .filter((each) => each.tagName)
    .map((each) => [each.tagName, each]),
);

const cell = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replace(/\s+/g, ' ')
    .trim();
const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');

/** @param {string} tag @param {(attribute: {inheritedFrom?: object}) => boolean} wanted */
const attributes = (tag, wanted = () => true) =>
  table(
    ['attribute', 'what it does', 'default'],
    elements
      .get(tag)
      .attributes.filter((attribute) => attribute.name !== 'lang' && wanted(attribute))
      .map(({name, description, default: initial}) => [
        `\`${name}\``,
        description,
        initial && `\`${initial.replaceAll("'", '')}\``,
      ]),
  );

const tokens = () =>
  table(
    ['token', 'what it sets', 'default, light and dark'],
    allTokens(at('src')).map(({name, description, default: initial}) => [
      `\`${name}\``,
      description,
      initial.startsWith('the page') ? initial : `\`${initial}\``,
    ]),
  );

const events = (tag) =>
  table(
    ['event', 'when, and what it carries'],
    elements.get(tag).events.map(({name, description}) => [`\`${name}\``, description]),
  );

/** Parts of a tag, except those of which `known` says enough. */
const parts = (tag, known = []) =>
  table(
    ['part', 'what it is'],
    elements
      .get(tag)
      .cssParts.filter(({name}) => !known.includes(name))
      .map(({name, description}) => [`\`${name}\``, description]),
  );

const FIRST = 'ctg-gathering-signup';
const SECOND = 'ctg-values-pledge';
const THIRD = 'ctg-network-map';
const partsOfFirst = elements.get(FIRST).cssParts.map(({name}) => name);

const sections = {
  'attributes of ctg-gathering-signup': () => attributes(FIRST),
  'attributes of ctg-site': () => attributes('ctg-site'),
  // What it shares with the first is in the table of the first.
  'attributes of ctg-values-pledge': () => attributes(SECOND, ({inheritedFrom}) => !inheritedFrom),
  'attributes of ctg-network-map': () => attributes(THIRD, ({inheritedFrom}) => !inheritedFrom),
  events: () => events(FIRST),
  'events of ctg-values-pledge': () => events(SECOND),
  'events of ctg-network-map': () => events(THIRD),
  parts: () => parts(FIRST),
  'parts of ctg-values-pledge': () => parts(SECOND, partsOfFirst),
  'parts of ctg-network-map': () => parts(THIRD, partsOfFirst),
  tokens,
};

const before = fs.readFileSync(README, 'utf8');
let after = before;
for (const [name, make] of Object.entries(sections)) {
  const [from, to] = [`<!-- ${name} -->`, '<!-- end -->'];
  const start = after.indexOf(from);
  const end = after.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`README.md has no markers for "${name}"`);
  after = `${after.slice(0, start + from.length)}\n\n${make()}\n\n${after.slice(end)}`;
}
// The formatter lines the columns up; compared without that, so that either order of the two commands passes.
const plain = (text) => text.replace(/[ \t]+/g, ' ').replace(/-{3,}/g, '---');
if (process.argv.includes('--check')) {
  if (plain(after) !== plain(before)) {
    console.error('README.md is not what the code says: run `npm run build && node scripts/readme.mjs`.');
    process.exit(1);
  }
} else fs.writeFileSync(README, after);
