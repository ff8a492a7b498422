// The floor plan of src/, checked. Run with `node --test tests/architecture.test.mjs`.
//
// Each room may import only from rooms on a lower floor, and rooms on one floor do not know each other. A rule
// that only a reviewer remembers is broken within a month; these are the ones a program can remember.
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

import ts from 'typescript';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Lowest floor first. Entry files, the files directly in src/, are on the roof. */
const FLOORS = [
  ['base'],
  ['protocol'],
  ['endpoint', 'outbox', 'network', 'files', 'i18n'],
  ['context'],
  ['ui'],
  ['widgets', 'command'],
];

/** Packages a room may use; a room not listed may use none. `type:` before a name allows its types only. */
const PACKAGES = {
  protocol: ['zod/mini'],
  endpoint: ['rrule', '@jmespath-community/jmespath'],
  outbox: ['idb-keyval'],
  i18n: ['type:lit'],
  context: ['@lit/context', 'type:lit'],
  ui: ['lit', '@lit/context'],
  widgets: ['lit', '@lit/context'],
  command: ['node:', 'commander'],
};

/** The one file that may name zod: what it costs, and how it is configured, is decided in one place. */
const ZOD_FILE = 'protocol/zod.ts';

/** Longest file allowed, in lines. Raising it is a decision to write down, not a reflex. */
const MAX_LINES = 300;

/** Names under which everything ends up that no one found a place for. */
const NO_ROOMS = ['utils', 'util', 'helpers', 'common', 'core', 'shared', 'misc', 'lib'];

/** What is forbidden in the source, where it is allowed all the same, and why. */
const FORBIDDEN = [
  {
    what: /\bfetch\s*\(|\b(?:globalThis|window|self)\.fetch\b/,
    rooms: ['endpoint', 'command'],
    why: 'only endpoint/ and command/ speak to the network',
  },
  {
    what: /\bXMLHttpRequest\b|\bsendBeacon\b|\bEventSource\b|\bWebSocket\b/,
    rooms: [],
    why: 'nothing is contacted but through endpoint/',
  },
  {
    what: /\.(?:innerHTML|outerHTML|srcdoc)\b|\binsertAdjacentHTML\b|\bsetHTMLUnsafe\b|\bdocument\.write/,
    rooms: [],
    why: 'text from an endpoint is text',
  },
  {
    what: /\bunsafe(?:HTML|SVG|CSS|MathML|Static)\b|\bDOMParser\b|\bcreateContextualFragment\b/,
    rooms: [],
    why: 'text from an endpoint is text',
  },
  {
    what: /\beval\s*\(|\bnew\s+Function\b|\bsetTimeout\s*\(\s*['"`]/,
    rooms: [],
    why: 'a strict policy forbids code from strings',
  },
  {what: /\bstyleMap\b|\sstyle="/, rooms: [], why: 'a strict policy forbids inline styles'},
  {what: /[\d.]rem\b/, rooms: [], why: 'the size of rem belongs to the page, and pages set it to anything'},
  {
    what: /\blocalStorage\b|\bsessionStorage\b|\bdocument\.cookie\b/,
    rooms: [],
    why: 'the outbox is the one place where something is kept',
  },
  {
    what: /\b(?:indexedDB|idb-keyval)\b/,
    rooms: ['outbox'],
    why: 'the outbox is the one place where something is kept',
  },
  {
    what: /^\s*(?:export\s+)?(?:const\s+)?(?:enum|namespace)\s+\w/m,
    rooms: [],
    why: 'types are erased, not compiled',
  },
  {
    what: /@ts-(?:ignore|nocheck)|\bTODO\b|\bFIXME\b/,
    rooms: [],
    why: 'finished, or not there yet',
    comments: true,
  },
];

/** Rooms that know no page: they run in a worker, in Node, in a test without a browser. */
const NO_PAGE = ['base', 'protocol', 'endpoint', 'outbox', 'network', 'files', 'i18n'];
const PAGE =
  /\bdocument\.(?:body|head|documentElement|querySelector|createElement|getElementById|addEventListener|currentScript|visibilityState|baseURI)|\bHTML\w*Element\b|\bcustomElements\b/;

const posix = (file) => file.split(path.sep).join('/');
const list = (folder, pattern) =>
  existsSync(path.join(ROOT, folder))
    ? readdirSync(path.join(ROOT, folder), {recursive: true})
        .map(posix)
        .filter((file) => pattern.test(file))
    : [];
const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');

const files = list('src', /\.ts$/);
const sources = new Map(files.map((file) => [file, read(`src/${file}`)]));
const code = new Map(files.map((file) => [file, withoutComments(sources.get(file))]));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

const roomOf = (file) => (file.includes('/') ? file.split('/')[0] : 'entry');
/** Each widget is a room of its own: the form of one tag never leans on another's. */
const cellOf = (file) => (roomOf(file) === 'widgets' ? file.split('/').slice(0, 2).join('/') : roomOf(file));
const floorOf = (file) =>
  roomOf(file) === 'entry' ? FLOORS.length : FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)));

/** The source with comments blanked, line numbers kept: what a comment says is not what the code does. */
function withoutComments(source) {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, source);
  const blanks = [];
  // Templates have to be re-scanned from their closing brace, or a `//` in a URL inside one ends the line.
  const braces = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.TemplateHead) braces.push(0);
    else if (braces.length > 0 && token === ts.SyntaxKind.OpenBraceToken) braces[braces.length - 1]++;
    else if (braces.length > 0 && token === ts.SyntaxKind.CloseBraceToken) {
      if (braces.at(-1) > 0) braces[braces.length - 1]--;
      else if (scanner.reScanTemplateToken(false) === ts.SyntaxKind.TemplateTail) braces.pop();
    } else if (
      token === ts.SyntaxKind.SingleLineCommentTrivia ||
      token === ts.SyntaxKind.MultiLineCommentTrivia
    )
      blanks.push([scanner.getTokenStart(), scanner.getTokenEnd()]);
  }
  let text = source;
  for (const [start, end] of blanks)
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
  return text;
}

/** Everything a file imports or re-exports, types included: a cycle of types still confuses a reader. */
function importsOf(file) {
  const tree = ts.createSourceFile(file, sources.get(file), ts.ScriptTarget.Latest, false);
  const found = [];
  const visit = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      found.push({
        name: node.moduleSpecifier.text,
        type: ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly === true : node.isTypeOnly,
      });
    else if (ts.isImportTypeNode(node)) found.push({name: node.argument.literal.text, type: true});
    else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteralLike(node.arguments[0])
    )
      found.push({name: node.arguments[0].text, type: false, lazy: true});
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const isRelative = ({name}) => name.startsWith('.');
const target = (file, {name}) => path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts');
const nothing = (wrong) => assert.equal(wrong.join('\n'), '');

test('every file is in a room that is on the plan', () => {
  nothing(files.filter((file) => floorOf(file) < 0));
});

test('no room is a drawer for everything', () => {
  nothing(
    files.filter((file) => file.split('/').some((part) => NO_ROOMS.includes(part.replace(/\.ts$/, '')))),
  );
});

test('imports run downstairs only', () => {
  const wrong = [];
  for (const file of files)
    for (const entry of imports.get(file).filter(isRelative)) {
      const to = target(file, entry);
      if (to.startsWith('../')) wrong.push(`${file} -> ${to} (outside src/)`);
      else if (cellOf(to) !== cellOf(file) && floorOf(to) >= floorOf(file)) wrong.push(`${file} -> ${to}`);
    }
  nothing(wrong);
});

test('every relative import names a file that is there, with its ending', () => {
  const wrong = [];
  for (const file of files)
    for (const entry of imports.get(file).filter(isRelative))
      if (!/\.(?:js|json)$/.test(entry.name) || !existsSync(path.join(ROOT, 'src', target(file, entry))))
        wrong.push(`${file} -> ${entry.name}`);
  nothing(wrong);
});

test('packages are used only by the rooms that own them', () => {
  const wrong = [];
  for (const file of files)
    for (const entry of imports.get(file).filter((one) => !isRelative(one))) {
      const allowed = PACKAGES[roomOf(file)] ?? [];
      const fits = (name) =>
        entry.name === name || entry.name.startsWith(name.endsWith(':') ? name : `${name}/`);
      if (
        !allowed.some((rule) => (rule.startsWith('type:') ? entry.type && fits(rule.slice(5)) : fits(rule)))
      )
        wrong.push(`${file} -> ${entry.name}`);
    }
  nothing(wrong);
});

test('zod is named in one file', () => {
  nothing(
    files.filter((file) => file !== ZOD_FILE && imports.get(file).some(({name}) => name.startsWith('zod'))),
  );
});

test('no two files import each other, however far round', () => {
  const done = new Set();
  const cycles = [];
  const walk = (file, trail) => {
    if (trail.includes(file))
      return void cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    if (done.has(file)) return undefined;
    for (const entry of imports.get(file) ?? [])
      if (isRelative(entry)) walk(target(file, entry), [...trail, file]);
    done.add(file);
    return undefined;
  };
  for (const file of files) walk(file, []);
  nothing(cycles);
});

test('elements are registered through one door, and only by index files', () => {
  const door = files.filter((file) =>
    /\bcustomElements\.define\s*\(|@customElement\s*\(/.test(code.get(file)),
  );
  assert.ok(door.length <= 1, `customElements.define is called in ${door.join(', ')}`);
  nothing(door.filter((file) => roomOf(file) !== 'ui'));
  const calls = files.filter(
    (file) => roomOf(file) === 'widgets' && /(?<![\w.])define\s*\(/.test(code.get(file)),
  );
  nothing(calls.filter((file) => path.posix.basename(file) !== 'index.ts'));
});

test('each widget has its four files at the top', () => {
  const widgets = [
    ...new Set(
      files.filter((file) => /^widgets\/[^/]+\/[^/]+$/.test(file)).map((file) => file.split('/')[1]),
    ),
  ];
  nothing(
    widgets
      .flatMap((name) => [`widgets/${name}/index.ts`, `widgets/${name}/${name}.ts`])
      .filter((file) => !files.includes(file)),
  );
});

for (const {what, rooms, why, comments} of FORBIDDEN)
  test(`${why} (${what.source.slice(0, 40)})`, () => {
    const wrong = [];
    for (const file of files) {
      if (rooms.includes(roomOf(file))) continue;
      const lines = (comments ? sources : code).get(file).split('\n');
      for (const [index, line] of lines.entries())
        if (what.test(line)) wrong.push(`${file}:${index + 1} ${line.trim()}`);
    }
    nothing(wrong);
  });

test('the lower rooms know no page', () => {
  nothing(files.filter((file) => NO_PAGE.includes(roomOf(file)) && PAGE.test(code.get(file))));
});

test('no file is longer than a reader can hold', () => {
  const all = ['src', 'demo', 'scripts', 'tests'].flatMap((folder) =>
    list(folder, /\.(?:ts|mjs)$/).map((file) => `${folder}/${file}`),
  );
  nothing(
    all
      .map((file) => [file, read(file).trimEnd().split('\n').length])
      .filter(([, lines]) => lines > MAX_LINES)
      .map(([file, lines]) => `${file}: ${lines} lines`),
  );
});

test('no test runs alone and leaves the others out', () => {
  const tests = list('tests', /\.(?:ts|mjs)$/).filter((file) => file !== 'architecture.test.mjs');
  nothing(tests.filter((file) => /\b(?:it|test|describe)\.only\s*\(/.test(read(`tests/${file}`))));
});
