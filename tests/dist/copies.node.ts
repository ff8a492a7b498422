// Several copies of us on one page, as happens where a theme, a plugin and an author each paste a tag.
import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import type {Browser} from 'playwright-core';
import {rollup} from 'rollup';

import {pageBuild} from '../../scripts/rollup-builds.mjs';
import {openBrowser} from './browser.js';
import {Endpoint} from './endpoint.js';
import {Site} from './site.js';
import {errorsOf, listShown, signUp, snippet, tag} from './visit.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A folder with today's files, and under `next/` those of a version that is not out yet. */
async function twoVersions(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'ctg-versions-'));
  cpSync(join(ROOT, 'dist'), dir, {recursive: true});
  const entry = join(ROOT, 'src/gathering-signup.ts');
  const options = pageBuild({
    input: {'gathering-signup': entry},
    dir: join(dir, 'next'),
    version: '99.0.0',
  });
  const made = await rollup(options);
  // Only its number matters here, and writing it short takes the longest.
  const plugins = [options.output.plugins]
    .flat()
    .filter((each) => each && 'name' in each && each.name !== 'terser');
  await made.write({...options.output, plugins});
  await made.close();
  return dir;
}

const LOADER = '<script type="module" src="/w/ctg.js"></script>';
const CLASSIC = '<script src="/w/ctg.classic.js"></script>';
const ALL = '<script src="/w/ctg.all.js"></script>';
const NEXT = '<script type="module" src="/w/next/gathering-signup.js"></script>';

const PAGES: Record<string, string> = {
  'the tag twice': tag() + tag(),
  'the tag twice, once with a version in its address': tag() + tag('?ver=2'),
  'two versions, the old one first': tag() + NEXT,
  'two versions, the new one first': NEXT + tag(),
  'the loader and the single file': LOADER + tag(),
  'the loader, the single file, the classic one and everything in one file': LOADER + tag() + CLASSIC + ALL,
  'all of them, a next version among them': ALL + LOADER + NEXT + CLASSIC + tag('?ver=1') + ALL + LOADER,
};

describe('row 66: a page with', () => {
  let dir: string;
  let site: Site;
  let browser: Browser;
  let endpoint: Endpoint;

  before(async () => {
    dir = await twoVersions();
    site = await new Site(dir).open();
    browser = await openBrowser();
    endpoint = await new Endpoint().open();
  });

  after(async () => {
    await browser.close();
    await site.close();
    await endpoint.close();
    rmSync(dir, {recursive: true, force: true});
  });

  for (const [what, scripts] of Object.entries(PAGES))
    test(`${what} signs up in each of its widgets, and says one word about it at most`, async () => {
      const device = await browser.newContext();
      const tab = await device.newPage();
      const errors = errorsOf(tab);
      const said: string[] = [];
      tab.on('console', (message) => said.push(message.text()));
      endpoint.posts.length = 0;
      const element = `<ctg-site endpoint="${endpoint.url}"><ctg-gathering-signup></ctg-gathering-signup></ctg-site>`;

      await tab.goto(site.page({body: snippet(endpoint.url) + element + scripts}));
      await listShown(tab);
      await signUp(tab, 'supper', 0);
      await signUp(tab, 'walk', 1);

      assert.deepEqual(errors, []);
      assert.ok(said.length <= 1, said.join('\n'));
      const sent = endpoint.posts.map((body) => (JSON.parse(body) as {gathering: string}).gathering);
      assert.deepEqual(sent, ['supper', 'walk']);
      assert.equal(await tab.locator('ctg-gathering-signup').count(), 2);
      await device.close();
    });

  test('two versions has one doctor for each of its widgets', async () => {
    const tab = await browser.newPage();
    const chunks = ['/w/', '/w/next/'].map((place) =>
      tab.waitForResponse((response) => new URL(response.url()).pathname.startsWith(`${place}chunks/doctor`)),
    );

    await tab.goto(`${site.page({body: snippet(endpoint.url) + tag() + NEXT})}#ctg-debug`);
    await Promise.all(chunks);
    await tab.locator('.doctor summary').first().waitFor();
    await tab.waitForLoadState('networkidle');

    assert.equal(await tab.locator('.doctor').count(), 1);
    await tab.close();
  });
});
