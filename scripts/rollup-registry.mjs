// A lazy chunk must never import its entry by address. WordPress and others append `?ver=…` to the script tag,
// so the entry on the page has another address than the one written in the chunk, and the browser would fetch
// and run the entry a second time: two Lits, two outboxes, every id doubled.
//
// So a chunk takes what it needs from a registry on the page, under `Symbol.for('ctg.build.HASH')`. The entry
// fills it when it has run; where it runs twice all the same (two tags on one page), the first copy stays.
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';

import {reassignedInFunctions} from './reassigned.mjs';

/** A build made by other rules names its bindings otherwise, so these files are part of the key. */
const RULES = ['scripts/rollup-builds.mjs', 'scripts/rollup-registry.mjs'];

function splice(code, edits) {
  let text = code;
  for (const {start, end, by} of edits.sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + by + text.slice(end);
  return text;
}

const quoted = (name) => (/^[\w$]+$/.test(name) ? name : JSON.stringify(name));
const pair = (key, value) => (key === value ? key : `${quoted(key)}: ${value}`);
const nameOf = (node) => node.name ?? node.value;

function* nodesOf(node, type) {
  if (node.type === type) yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === 'object' && child !== null && typeof child.type === 'string')
        yield* nodesOf(child, type);
}

/**
 * What the chunks need of the entry, in the order in which the registry holds it; nothing where one of them needs it
 * whole, and then the registry goes by names. A place in a list costs a page less than a name, and least where the
 * places stand in a row, so what the chunk with the most of them needs comes first.
 */
function orderOf(entry, chunks) {
  const all = Object.values(chunks);
  const needs = all.map((one) => [...(one.importedBindings[entry.fileName] ?? [])].sort());
  needs.sort((a, b) => b.length - a.length || (a.join() < b.join() ? -1 : 1));
  const names = new Set(needs.flat());
  const whole = names.has('*') || all.some((one) => one.dynamicImports.includes(entry.fileName));
  return whole ? undefined : [...names];
}

/** What takes `named`, pairs of a key and a variable, out of the registry: by their places in a row, if there are few gaps. */
function patternOf(named) {
  const last = Math.max(...named.map(([key]) => key));
  if (!(last < 2 * named.length)) return `{ ${named.map(([key, local]) => pair(key, local)).join(', ')} }`;
  const row = Array(last + 1).fill('');
  for (const [key, local] of named) row[key] = local;
  return `[${row.join(', ')}]`;
}

/**
 * @param {{root: string, version: string}} options the folder that paths are named from, so that a build is the
 * same wherever it is made, and the version of the package
 * @returns {import('rollup').Plugin}
 */
export function registry({root, version}) {
  let place = '';

  return {
    name: 'ctg-registry',

    renderStart() {
      const hash = createHash('sha256').update(version);
      for (const file of RULES) hash.update(readFileSync(path.join(root, file)));
      for (const id of [...this.getModuleIds()].sort()) {
        const name = path.relative(root, id).split(path.sep).join('/');
        hash.update(`\0${name}\0${this.getModuleInfo(id).code ?? ''}`);
      }
      place = `globalThis[Symbol.for('ctg.build.${hash.digest('hex').slice(0, 8)}')]`;
    },

    renderChunk(code, chunk, _options, {chunks}) {
      const entry = Object.values(chunks).find((one) => one.isEntry);
      if (!entry) return this.error('A build without an entry has nowhere to keep its registry.');
      const program = this.parse(code);
      if (chunk.isEntry) return fill.call(this, program, code, entry, chunks);
      return take.call(this, program, code, chunk, entry, orderOf(entry, chunks));
    },
  };

  /** The entry: what its chunks need goes into the registry; what only they needed is no longer exported. */
  function fill(program, code, entry, chunks) {
    if (entry.imports.length > 0)
      this.error(`The first view would need ${entry.imports.join(', ')} besides ${entry.fileName}.`);
    const needed = new Set(
      Object.values(chunks).flatMap((one) => one.importedBindings[entry.fileName] ?? []),
    );
    const wholeEntry = Object.values(chunks).some((one) => one.dynamicImports.includes(entry.fileName));
    const own = new Set(this.getModuleInfo(entry.facadeModuleId).exports);
    const changing = reassignedInFunctions(program);
    const edits = [];
    const order = orderOf(entry, chunks);
    const kept = new Map();
    for (const statement of program.body.filter(({type}) => type === 'ExportNamedDeclaration')) {
      if (statement.declaration || statement.source)
        this.error('An entry is expected to end with one list of exports.');
      const stays = [];
      for (const {local, exported} of statement.specifiers) {
        const name = nameOf(exported);
        if (own.has(name)) stays.push(`${local.name} as ${quoted(name)}`);
        if (!needed.has(name) && !needed.has('*') && !wholeEntry) continue;
        if (changing.has(local.name))
          this.error(
            `A lazy chunk uses "${local.name}" of ${entry.fileName}, which is assigned again after the start; ` +
              'keep it in an object, or the chunk would see the first value only.',
          );
        kept.set(name, local.name);
      }
      edits.push({
        start: statement.start,
        end: statement.end,
        by: stays.length > 0 ? `export { ${stays.join(', ')} };` : '',
      });
    }
    const held = order
      ? `[${order.map((name) => kept.get(name)).join(', ')}]`
      : `{ ${[...kept].map(([name, local]) => pair(name, local)).join(', ')} }`;
    const filling = kept.size > 0 ? `\n${place} ??= ${held};\n` : '';
    return {code: splice(code, edits) + filling, map: null};
  }

  /** A chunk: its imports from the entry become look-ups. */
  function take(program, code, chunk, entry, order) {
    const keyOf = (name) => (order ? order.indexOf(name) : name);
    const folder = path.posix.dirname(chunk.fileName);
    const isEntry = (source) =>
      source?.type === 'Literal' &&
      typeof source.value === 'string' &&
      path.posix.join(folder, source.value) === entry.fileName;
    const edits = [];
    for (const statement of program.body) {
      if (!isEntry(statement.source)) continue;
      if (statement.type !== 'ImportDeclaration')
        this.error(`${chunk.fileName} exports again what ${entry.fileName} exports.`);
      const named = statement.specifiers
        .filter(({type}) => type === 'ImportSpecifier')
        .map(({imported, local}) => [keyOf(nameOf(imported)), local.name]);
      const fallback = statement.specifiers.find(({type}) => type === 'ImportDefaultSpecifier');
      if (fallback) named.push([keyOf('default'), fallback.local.name]);
      const whole = statement.specifiers.find(({type}) => type === 'ImportNamespaceSpecifier');
      const lines = [
        ...(named.length > 0 ? [`const ${patternOf(named)} = ${place};`] : []),
        ...(whole ? [`const ${whole.local.name} = ${place};`] : []),
      ];
      edits.push({start: statement.start, end: statement.end, by: lines.join('\n')});
    }
    for (const {source, start, end} of nodesOf(program, 'ImportExpression'))
      if (isEntry(source)) edits.push({start, end, by: `Promise.resolve(${place})`});
    return edits.length > 0 ? {code: splice(code, edits), map: null} : null;
  }
}
