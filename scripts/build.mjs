// Makes dist/: `npm run build`, and npm itself after an install. Everything is made in a folder beside and put in
// place at the end, so that a page served meanwhile, or a build that fails, never sees half of it.
import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const CACHE = path.join(ROOT, 'node_modules/.cache');
const MADE = path.join(CACHE, `ctg-dist-${process.pid}`);
const DIST = path.join(ROOT, 'dist');

/** What each file consists of and fetches, for `npm run size`; not published. */
export const PARTS_FILE = path.join(CACHE, 'ctg-parts.json');

/** Stands in `importmap.json` for the folder that a site loads our files from. */
const SERVER = 'https://YOUR-SERVER/dist/';

class StepFailed extends Error {}

async function step(name, run) {
  try {
    return await run();
  } catch (error) {
    throw new StepFailed(`Build failed in step "${name}": ${error.message}`, {cause: error});
  }
}

const write = (file, content) => {
  fs.mkdirSync(path.dirname(path.join(MADE, file)), {recursive: true});
  fs.writeFileSync(path.join(MADE, file), content);
};

const tidy = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Runs a script of ours in a process of its own, beside what this one does; what it prints is its error. */
function script(file, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, 'scripts', file), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(said.trim() || `exit ${code}`)),
    );
  });
}

/**
 * Runs one build. The chunks of all tags lie in one folder: those that say the same are one file, and two that say
 * different things under one name fail the build.
 */
async function bundle(rollup, options) {
  const build = await rollup(options);
  const {output} = await build.generate(options.output);
  await build.close();
  const {dir} = options.output;
  for (const {fileName, code} of output) {
    const file = path.join(dir, fileName);
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') !== code)
      throw new Error(`Two different files would be called ${fileName}.`);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, code);
  }
  return output;
}

/** The modules of which something is left in `output`, as absolute paths. */
const modulesIn = (output) =>
  output.flatMap(({modules}) =>
    Object.entries(modules).flatMap(([id, {renderedLength}]) => (renderedLength > 0 ? [id] : [])),
  );

/** Names of modules as a reader knows them: `src/…` for ours, the package's name for others. */
function moduleName(id) {
  const clean = id.replace(/^\0/, '').split(path.sep).join('/');
  const inside = clean.lastIndexOf('node_modules/');
  return inside < 0 ? path.posix.relative(ROOT.split(path.sep).join('/'), clean) : clean.slice(inside + 13);
}

/** What each file is made of; modules by their own bytes when minified alone. */
async function partsOf(output) {
  const {transform} = await import('esbuild');
  const weight = async (code) => (code ? (await transform(code, {minify: true})).code.length : 0);
  const chunks = output.filter(({type}) => type === 'chunk');
  const parts = {};
  for (const chunk of chunks) {
    const modules = {};
    for (const [id, {code}] of Object.entries(chunk.modules)) modules[moduleName(id)] = await weight(code);
    parts[chunk.fileName] = {
      entry: chunk.isEntry,
      from: chunk.facadeModuleId ? moduleName(chunk.facadeModuleId) : null,
      imports: chunk.imports,
      dynamicImports: chunk.dynamicImports,
      modules,
    };
  }
  return parts;
}

/** The files that pages load, by their hashes: for `integrity` on the tag, and in an import map for the chunks. */
function integrity() {
  const files = ['.', 'chunks'].flatMap((folder) => {
    const full = path.join(MADE, folder);
    if (!fs.existsSync(full)) return [];
    return fs
      .readdirSync(full)
      .filter((name) => name.endsWith('.js'))
      .map((name) => path.posix.join(folder, name));
  });
  const hash = (file) =>
    createHash('sha384')
      .update(fs.readFileSync(path.join(MADE, file)))
      .digest('base64');
  return Object.fromEntries(files.sort().map((file) => [file, `sha384-${hash(file)}`]));
}

/** What each element has, with the tokens, which the analyzer does not look for in style sheets. */
async function manifest() {
  const {cli} = await import('@custom-elements-manifest/analyzer/cli.js');
  const {tokens} = await import('./build-editor-data.mjs');
  const config = 'custom-elements-manifest.config.mjs';
  const made = await cli({argv: ['analyze', '--config', config, '--quiet'], cwd: ROOT, noWrite: true});
  for (const {declarations = []} of made.modules)
    for (const each of declarations) if (each.cssParts) each.cssProperties = tokens(path.join(ROOT, 'src'));
  write('custom-elements.json', tidy(made));
  return made;
}

/**
 * The command, for Node: one file that needs no other package, so that it also runs out of an unpacked release. By
 * esbuild alone, because its library is CommonJS, which pages never meet and rollup takes by one more plugin.
 */
async function command() {
  const {build: bundleFor} = await import('esbuild');
  const {licensesOf} = await import('./build-licenses.mjs');
  const {version} = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const file = path.join(MADE, 'command/ctg.mjs');
  const {metafile} = await bundleFor({
    entryPoints: [path.join(ROOT, 'src/command/ctg.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    define: {CTG_VERSION: JSON.stringify(version)},
    banner: {
      js: [
        '#!/usr/bin/env node',
        "import {createRequire as ctgRequire} from 'node:module';",
        'const require = ctgRequire(import.meta.url);',
      ].join('\n'),
    },
    minify: true,
    absWorkingDir: ROOT,
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
  });
  fs.chmodSync(file, 0o755);
  write(
    'command/LICENSES.txt',
    licensesOf(Object.keys(metafile.inputs).map((name) => path.join(ROOT, name))),
  );
}

/** A template for the `<script type="importmap">` that has browsers compare the chunks, too, with their hashes. */
function importMap(hashes) {
  const files = Object.entries(hashes).filter(
    ([file]) => !file.startsWith('ctg.all') && !file.startsWith('ctg.classic'),
  );
  return {integrity: Object.fromEntries(files.map(([file, hash]) => [`${SERVER}${file}`, hash]))};
}

/** One line per output, weights in bytes; the many modules and types of esm/ are one line. */
function report() {
  const files = fs
    .readdirSync(MADE, {recursive: true})
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => fs.statSync(path.join(MADE, file)).isFile())
    .sort();
  const weight = (file) => fs.statSync(path.join(MADE, file)).size;
  const line = (name, bytes) => console.log(`${`dist/${name}`.padEnd(52)}${String(bytes).padStart(9)} B`);
  for (const file of files.filter((name) => !name.startsWith('esm/'))) line(file, weight(file));
  const modules = files.filter((name) => name.startsWith('esm/'));
  line(
    `esm/ (${modules.length} files)`,
    modules.reduce((sum, file) => sum + weight(file), 0),
  );
}

function putInPlace() {
  const old = `${MADE}-old`;
  if (fs.existsSync(DIST)) fs.renameSync(DIST, old);
  fs.renameSync(MADE, DIST);
  fs.rmSync(old, {recursive: true, force: true});
}

async function build() {
  const started = Date.now();
  fs.rmSync(MADE, {recursive: true, force: true});
  fs.mkdirSync(MADE, {recursive: true});

  const {rollup} = await import('rollup');
  const {loaderBuilds, MODULES, moduleBuild, pageBuild, TAGS} = await import('./rollup-builds.mjs');
  // The compiler is the slowest step and has the second core to itself.
  const types = step('types', () => script('build-types.mjs', path.join(MADE, 'esm'), ...MODULES));
  // A rejection that nobody awaits yet would end the process before the step is named.
  types.catch(() => undefined);

  const parts = {};
  const used = [];
  const forPages = TAGS.map((tag) =>
    pageBuild({input: {[tag]: path.join(ROOT, `src/${tag}.ts`)}, dir: MADE}),
  );
  for (const options of [...forPages, ...loaderBuilds({dir: MADE})]) {
    const [name] = Object.keys(options.input);
    const output = await step(`${name}.js`, () => bundle(rollup, options));
    Object.assign(parts, await partsOf(output));
    used.push(...modulesIn(output));
  }
  const {licensesOf} = await import('./build-licenses.mjs');
  await step('LICENSES.txt', () => write('LICENSES.txt', licensesOf(used)));
  await step('esm', () => bundle(rollup, moduleBuild({dir: path.join(MADE, 'esm')})));
  await step('command', command);
  await step('schema', () => script('build-schemas.ts', MADE));
  const made = await step('custom-elements.json', manifest);
  await step('integrity.json', () => {
    const hashes = integrity();
    write('integrity.json', tidy(hashes));
    write('importmap.json', tidy(importMap(hashes)));
  });
  await types;
  const {writeEditorData} = await import('./build-editor-data.mjs');
  await step('editor data', () => writeEditorData(made, MADE));

  report();
  putInPlace();
  fs.writeFileSync(PARTS_FILE, tidy(parts));
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** Builds dist/ and prints what it made. Throws with the name of the step that failed. */
export async function buildAll() {
  try {
    await build();
  } finally {
    fs.rmSync(MADE, {recursive: true, force: true});
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildAll();
  } catch (error) {
    console.error(error instanceof StepFailed ? error.message : error);
    process.exitCode = 1;
  }
}
