// What the build does with lazy chunks, tried on a small entry of its own.
import assert from 'node:assert/strict';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import type {Browser} from 'playwright-core';
import {rollup} from 'rollup';

import {pageBuild} from '../../scripts/rollup-builds.mjs';
import {openBrowser} from './browser.js';
import {Site} from './site.js';

const FIXTURE = fileURLToPath(new URL('./fixture/', import.meta.url));

async function build(entry: string, dir: string): Promise<void> {
  const options = pageBuild({input: {probe: entry}, dir});
  const made = await rollup(options);
  await made.write(options.output);
}

describe('a lazy chunk and its entry', () => {
  let dir: string;
  let site: Site;
  let browser: Browser;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'ctg-registry-'));
    await build(join(FIXTURE, 'probe.ts'), dir);
    site = await new Site(dir).open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
    rmSync(dir, {recursive: true, force: true});
  });

  const lazyText = async (body: string) => {
    const page = await browser.newPage();
    await page.goto(site.page({body}));
    const text = await page.locator('.lazy').first().textContent();
    const copies = await page.evaluate(() => (globalThis as {probeCopies?: number}).probeCopies);
    await page.close();
    return {text, copies};
  };

  test('a page that adds a version to the address runs the entry once', async () => {
    const {text, copies} = await lazyText('<script type="module" src="/w/probe.js?ver=6.7"></script>');

    assert.equal(text, 'Hello, chunk 1');
    assert.equal(copies, 1);
    assert.deepEqual(site.ours, ['/w/probe.js', ...site.ours.slice(1)]);
    assert.equal(site.ours.filter((path) => path === '/w/probe.js').length, 1);
  });

  test('a page with the tag twice gets two entries and one shared state', async () => {
    const {text, copies} = await lazyText(
      '<script type="module" src="/w/probe.js"></script><script type="module" src="/w/probe.js?ver=2"></script>',
    );

    assert.equal(text, 'Hello, chunk 1');
    assert.equal(copies, 2);
  });

  test('no chunk names the entry', () => {
    const chunks = readdirSync(join(dir, 'chunks'));

    assert.equal(chunks.length, 1);
    for (const name of chunks)
      assert.doesNotMatch(readFileSync(join(dir, 'chunks', name), 'utf8'), /probe\.js/);
  });

  test('the entry exports nothing that only chunks need', () => {
    assert.doesNotMatch(readFileSync(join(dir, 'probe.js'), 'utf8'), /\bexport\s*\{/);
  });

  test('two tags are two builds, so that none needs a file of what they share', () => {
    const entry = join(FIXTURE, 'probe.ts');

    assert.throws(() => pageBuild({input: {probe: entry, other: entry}, dir}), /two builds/);
  });

  test('the same source gives the same files', async () => {
    const again = mkdtempSync(join(tmpdir(), 'ctg-registry-'));
    await build(join(FIXTURE, 'probe.ts'), again);

    for (const name of ['probe.js', join('chunks', readdirSync(join(dir, 'chunks'))[0] ?? '')])
      assert.equal(readFileSync(join(again, name), 'utf8'), readFileSync(join(dir, name), 'utf8'));
    rmSync(again, {recursive: true});
  });
});

describe('a chunk that needs a binding which changes', () => {
  const buildOf = async (shared: string) => {
    const dir = mkdtempSync(join(tmpdir(), 'ctg-registry-'));
    writeFileSync(join(dir, 'shared.ts'), shared);
    writeFileSync(
      join(dir, 'probe.ts'),
      `import {render} from '${fileURLToPath(import.meta.resolve('lit'))}';
       import {count, next} from './shared.js';
       next();
       void import('./lazy.js').then(({show}) => { show(count, render); });`,
    );
    writeFileSync(
      join(dir, 'lazy.ts'),
      `import {count} from './shared.js';
       export const show = (before: number, render: unknown) => { console.log(before, count, render); };`,
    );
    try {
      await build(join(dir, 'probe.ts'), join(dir, 'made'));
      return '';
    } catch (error) {
      return String(error);
    } finally {
      rmSync(dir, {recursive: true});
    }
  };

  test('fails the build, because the chunk would see the first value for ever', async () => {
    const failure = await buildOf('export let count = 0; export function next() { count += 1; }');

    assert.match(failure, /assigned again after the start/);
  });

  test('passes when another binding of that name changes inside a function', async () => {
    const failure = await buildOf(
      `export const count = {now: 0};
       export function next() { let count = 1; for (const step of [1, 2]) count += step; return count; }`,
    );

    assert.equal(failure, '');
  });
});
