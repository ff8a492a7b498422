// Two builds of one source: a single file per tag for pages (with lazy chunks beside it), and plain modules for
// projects that bundle themselves. `scripts/build.mjs` runs both, and makes what is not JavaScript.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {literalsHtmlCssMinifier} from '@literals/rollup-plugin-html-css-minifier';
import json from '@rollup/plugin-json';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

import {decorators} from './rollup-decorators.mjs';
import {limits} from './rollup-limits.mjs';
import {litBrowsers} from './rollup-lit-browsers.mjs';
import {litPolicy} from './rollup-lit-policy.mjs';
import {privateNames} from './rollup-private-names.mjs';
import {registry} from './rollup-registry.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const {version: VERSION} = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const at = (file) => path.resolve(ROOT, file);

/** Tags that have a file of their own in dist/, each with its entry file in src/; the loader has the same list. */
export const TAGS = JSON.parse(fs.readFileSync(at('src/tags.json'), 'utf8'));

/** Entry files of the modules for bundlers; `exports` in package.json names them. */
export const MODULES = ['index', ...TAGS];

const compile = () => [
  json({compact: true, preferConst: true}),
  esbuild({target: 'es2022', tsconfig: at('tsconfig.json'), sourceMap: false, legalComments: 'none'}),
  decorators(),
];

/** Known oddities in packages that change nothing; anything else is shown. */
function onwarn(warning, show) {
  const about = [warning.id, ...(warning.ids ?? []), warning.message].join(' ');
  const harmless = ['INVALID_ANNOTATION', 'CIRCULAR_DEPENDENCY'].includes(warning.code);
  if (!(harmless && about.includes('node_modules'))) show(warning);
}

/**
 * Lazy parts of each tag that are one file, by their doors, also where another lazy part uses some of it too. Left to
 * itself rollup would make a file of a kilobyte of what the built-in examples share with the form, and every signup
 * would pay for one more request. `with` names what the first view mentions and does not use.
 */
const WHOLE = {
  'gathering-signup': {
    signup: {door: 'src/widgets/gathering-signup/signup/index.ts', with: ['src/protocol/form-rules.ts']},
  },
  'network-map': {
    scene: {door: 'src/widgets/network-map/scene/index.ts', with: []},
    // What the card and the list have in common, each too little for a file of its own.
    weaving: {
      door: 'src/widgets/network-map/weaving/index.ts',
      with: ['src/i18n/ago.ts', 'src/widgets/network-map/group-link.ts'],
    },
    choosing: {door: 'src/widgets/network-map/choosing/index.ts', with: []},
  },
  'values-pledge': {
    pledge: {door: 'src/widgets/values-pledge/pledge/index.ts', with: ['src/protocol/form-rules.ts']},
  },
};

/** `door` and everything that it imports at once, apart from what is in `found` already. */
function closure(door, graph, found = new Set()) {
  if (found.has(door)) return found;
  found.add(door);
  for (const id of graph.getModuleInfo(door)?.importedIds ?? []) closure(id, graph, found);
  return found;
}

/** Tells rollup which file a lazy module of `tag` belongs in. */
function wholeParts(tag) {
  let parts;
  return (asked, graph) => {
    parts ??= Object.entries(WHOLE[tag] ?? {}).map(([name, {door, with: more}]) => {
      const first = new Set();
      for (const id of graph.getModuleIds()) if (graph.getModuleInfo(id).isEntry) closure(id, graph, first);
      const rest = [...closure(at(door), graph, new Set(first))].filter((id) => !first.has(id));
      return {name, modules: new Set([...rest, ...more.map(at)])};
    });
    return parts.find(({modules}) => modules.has(asked))?.name;
  };
}

/** What turns our sources and their packages into code for a page. */
const forPages = () => [
  resolve({browser: true, exportConditions: ['production', 'browser']}),
  privateNames(at('src')),
  literalsHtmlCssMinifier({include: ['**/*.ts'], failOnError: true}),
  limits(at('src/protocol/limits.ts')),
  ...compile(),
];
/** A template that nobody uses, such as the icon of a lazy part, is dropped with its tag. */
const treeshake = {manualPureFunctions: ['html', 'svg', 'css']};
const generatedCode = {preset: 'es2015', symbols: false};
const minify = () =>
  terser({
    ecma: 2022,
    module: true,
    // Nobody calls a method of an object with new, which is all that unsafe_methods and unsafe_arrows would break.
    compress: {
      passes: 2,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
      keep_fargs: false,
    },
    format: {comments: false},
  });

/**
 * The files of one tag for pages: an entry in which everything for the first view is, and chunks that it fetches
 * when they are wanted. Each tag is a build of its own, or rollup would put what two share into a file of its own, and
 * a first view would be two requests. No source maps: the files are small, the source is published, and a comment that names
 * a map would make browsers with open tools ask for one on the page's own host.
 * @param {{input: Record<string, string>, dir: string, root?: string, version?: string}} options
 */
export function pageBuild({input, dir, root = ROOT, version = VERSION}) {
  const [tag, another] = Object.keys(input);
  if (another) throw new Error(`${tag} and ${another} are two builds.`);
  return {
    input,
    onwarn,
    // 'allow-extension': an entry whose exports had to stay as they are would be split in two files.
    preserveEntrySignatures: 'allow-extension',
    treeshake,
    plugins: [...forPages(), litPolicy(), litBrowsers()],
    output: {
      dir,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash:7].js',
      manualChunks: wholeParts(tag),
      onlyExplicitManualChunks: true,
      // Each letter costs a first view its bytes thirteen times; with six, Rollup tells no more than 63 chunks apart.
      hashCharacters: 'base36',
      generatedCode,
      freeze: false,
      plugins: [registry({root, version}), minify(), minify()],
    },
  };
}

/**
 * The files that serve every tag: the loader, its shim for hosts that only take classic scripts, and everything in
 * one classic script. None has a chunk.
 * @param {{dir: string}} options
 */
export function loaderBuilds({dir}) {
  const one = (name, format, more = {}) => ({
    input: {[name]: at(`src/${name}.ts`)},
    onwarn,
    treeshake,
    plugins: forPages(),
    ...more,
    output: {
      dir,
      format,
      inlineDynamicImports: true,
      entryFileNames: '[name].js',
      generatedCode,
      freeze: false,
      plugins: [minify()],
    },
  });
  return [
    one('ctg', 'es'),
    one('ctg.classic', 'iife'),
    one('ctg.all', 'iife', {plugins: [...forPages(), litPolicy(), litBrowsers()]}),
  ];
}

/**
 * The modules for bundlers, one for each source file, packages left to the project that uses them.
 * @param {{dir: string}} options
 */
export function moduleBuild({dir}) {
  return {
    input: Object.fromEntries(MODULES.map((name) => [name, at(`src/${name}.ts`)])),
    onwarn,
    external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
    plugins: compile(),
    output: {
      dir,
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: at('src'),
      entryFileNames: '[name].js',
      generatedCode: 'es2015',
    },
  };
}
