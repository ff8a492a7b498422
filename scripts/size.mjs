// The weight of what a visitor fetches, against the budgets: `npm run size`. With `--explain`, also what each
// module weighs in the first view, heaviest first.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';

import {ensureBuilt} from './freshness.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const DIST = path.join(ROOT, 'dist');
const TAGS = JSON.parse(fs.readFileSync(path.join(ROOT, 'src/tags.json'), 'utf8'));

/**
 * Gates and goals in kB of 1,000 brotli bytes: of a tag's first view, and of everything that one visitor ever loads who
 * does what the tag is for. A gate is raised by a decision that is written down.
 */
const OF_TAGS = {
  'gathering-signup': {deed: 'signup', first: {gate: 20, goal: 14}, ever: {gate: 40, goal: 32}},
  'network-map': {deed: 'map', first: {gate: 24, goal: 20}, ever: {gate: 60, goal: 50}},
  'values-pledge': {deed: 'pledge', first: {gate: 20, goal: 14}, ever: {gate: 40, goal: 32}},
};

const BUDGETS = [
  ...TAGS.flatMap((tag) => {
    const {deed, first, ever} = OF_TAGS[tag];
    const file = `${tag}.js`;
    return [
      {name: file, what: `first view of a ${deed}`, ...first, files: () => [file]},
      {
        name: `${file} + chunks`,
        what: `everything one ${deed} ever loads`,
        ...ever,
        files: (parts) => everLoaded(parts, file),
      },
    ];
  }),
  {
    name: 'ctg.js',
    what: 'the loader, one tag for every widget',
    gate: 3,
    goal: 1,
    files: () => ['ctg.js'],
  },
];

/** Files that are chosen for what a host allows, not for their weight: shown, and held to nothing. */
const SHOWN = [
  {file: 'ctg.classic.js', what: 'fetches the loader where only classic scripts are left alone'},
  {file: 'ctg.all.js', what: 'everything in one classic file, every language included'},
];

/**
 * The only chunks that do not count: each is fetched by some pages alone, by the door it is entered through. A chunk
 * that is not named here counts, and so does one in which anything else lies.
 */
const APART = [
  {
    door: /^src\/(?:protocol\/\w+-table\.|endpoint\/(?:(?:foreign|writing|pages|defaults|headers|encode)\.|formats\/|mapping\/))/,
    when: 'only where the endpoint speaks another language than ours',
  },
  {door: /^src\/endpoint\/mock\//, when: 'only with an endpoint "mock:…"'},
  {door: /^src\/i18n\/locales\/(?!en\.)/, when: 'only on pages in this language'},
  {door: /^src\/(?:ui\/doctor|endpoint\/diagnos)/, when: 'only with debug, or #ctg-debug in the address'},
  {door: /^src\/i18n\/overrides\./, when: 'only with sentences of one’s own'},
  {
    door: /\/values-pledge\/keepsakes\//,
    when: 'only by who shares their flower, wants a reminder or the badge',
  },
  {door: /\/widgets\/[\w-]+\/manage\//, when: 'only when plans change, or by a private link'},
  {
    door: /\/(?:browse\/|i18n\/browse\.|i18n\/locales\/en\.browse\.)/,
    when: 'only with cards, a month, a series or a long list',
  },
  {
    door: /\/widgets\/[\w-]+\/page\//,
    when: 'when the list is there, in idle time; for search engines',
  },
  {door: /\/widgets\/[\w-]+\/dialog\//, when: 'only with mode="button", when somebody is about to press it'},
  {
    door: /\/widgets\/[\w-]+\/plain-form\/|^src\/ui\/when-left\./,
    when: 'only where a form of the page’s own is taken over',
  },
  {door: /\/widgets\/[\w-]+\/prefill\//, when: 'only with prefill=…, or ctg_… or utm_… in the address'},
  {door: /\/widgets\/[\w-]+\/redirect\//, when: 'only with redirect=…, after signing up'},
  {door: /\/widgets\/values-pledge\/wall\/|en\.wall\./, when: 'only with view="wall"'},
  {door: /\/widgets\/values-pledge\/badge\/|en\.badge\./, when: 'only with view="badge"'},
  {door: /\/network-map\/present\//, when: 'only where a big screen is filled'},
  {door: /\/network-map\/land\/tiles\//, when: 'only with tiles=…'},
  {door: /\/network-map\/export\//, when: 'only by who saves the groups or their picture'},
  {door: /\/network-map\/joining\//, when: 'only when somebody adds a group'},
  {door: /\/network-map\/land\/world-50m\./, when: 'only with a map that shows whole countries'},
  {
    door: /\/network-map\/land\/(?:own-|fetch-own|draw-names)|^src\/endpoint\/read-json/,
    when: 'only with an outline of one’s own',
  },
  {door: /\/network-map\/following\//, when: 'only with follow=…'},
  {door: /^src\/(?:context\/copies|outbox\/cop)/, when: 'only by who has copies of sources kept'},
  {door: /\/widgets\/[\w-]+\/calendar\//, when: 'only by who puts the gathering into a calendar'},
  {door: /^src\/(?:widgets\/site|context\/site-context)\b/, when: 'only inside a <ctg-site>'},
];

/**
 * When a chunk is fetched, if that is not in every signup. One that others borrow from is judged by the doors of rooms in
 * it, since it is still entered by those, and one without any by every module of ours.
 */
function apart({from, modules}) {
  const ours = Object.keys(modules).filter((name) => name.startsWith('src/'));
  const rooms = ours.filter((name) => /^src\/widgets\/.*\/index\.ts$/.test(name));
  const doors = from ? [from] : rooms.length > 0 ? rooms : ours;
  return APART.find(({door}) => doors.length > 0 && doors.every((name) => door.test(name)))?.when;
}

/** The entry and every chunk that can be reached from it, except what is fetched apart. */
function everLoaded(parts, entry) {
  const seen = new Set();
  const walk = (file) => {
    const part = parts[file];
    if (seen.has(file) || !part) return;
    seen.add(file);
    // What a file imports comes with it, wherever it is entered; only what is asked for later can be apart.
    part.imports.forEach(walk);
    part.dynamicImports.filter((next) => parts[next] && !apart(parts[next])).forEach(walk);
  };
  walk(entry);
  return [...seen];
}

const brotli = (file) => {
  const content = fs.readFileSync(path.join(DIST, file));
  return brotliCompressSync(content, {params: {[constants.BROTLI_PARAM_SIZE_HINT]: content.length}}).length;
};
const kb = (bytes) => (bytes / 1000).toFixed(2);

/** Modules by their share: the bytes of each when minified alone, as parts of the file's brotli bytes. */
function explain(parts, file) {
  const modules = Object.entries(parts[file].modules).sort(([, a], [, b]) => b - a);
  const whole = modules.reduce((sum, [, bytes]) => sum + bytes, 0);
  const share = brotli(file) / whole;
  console.log(
    `\n${file}: share of its ${kb(brotli(file))} kB by module (estimated from each one minified alone)`,
  );
  for (const [name, bytes] of modules)
    if (bytes > 0) console.log(`${kb(bytes * share).padStart(8)} kB ${String(bytes).padStart(7)} B  ${name}`);
}

const parts = await ensureBuilt();
let over = 0;
const rows = [['what', 'kB', 'gate', 'goal', '']];
for (const {name, what, gate, goal, files} of BUDGETS) {
  const bytes = files(parts).reduce((sum, file) => sum + brotli(file), 0);
  const verdict = bytes > gate * 1000 ? 'OVER THE GATE' : bytes > goal * 1000 ? 'over the goal' : 'ok';
  if (bytes > gate * 1000) over++;
  rows.push([`${name} (${what})`, kb(bytes), gate.toFixed(1), goal.toFixed(1), verdict]);
}
/** By file, the deeds that it counts for. */
const counted = new Map();
for (const tag of TAGS)
  for (const file of everLoaded(parts, `${tag}.js`))
    counted.set(file, [...(counted.get(file) ?? []), OF_TAGS[tag].deed]);
for (const [file, deeds] of counted)
  if (!parts[file].entry)
    rows.push([`  ${file}`, kb(brotli(file)), '', '', `in every ${deeds.join(' and every ')}`]);
for (const {file, what} of SHOWN) rows.push([file, kb(brotli(file)), '', '', what]);
rows.push(['not counted', '', '', '', '']);
for (const [file, part] of Object.entries(parts))
  if (!parts[file].entry && !counted.has(file))
    rows.push([`  ${file}`, kb(brotli(file)), '', '', apart(part) ?? 'with one of these']);
for (const [name, weight, gate, goal, verdict] of rows)
  console.log(`${name.padEnd(66)}${weight.padStart(7)}${gate.padStart(7)}${goal.padStart(7)}  ${verdict}`);

if (process.argv.includes('--explain'))
  for (const [file, part] of Object.entries(parts))
    if (part.entry || process.argv.includes('--all')) explain(parts, file);
if (over > 0) {
  console.error(`\n${over} of ${BUDGETS.length} budgets are over their gate.`);
  process.exitCode = 1;
}
