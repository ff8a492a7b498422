// A form in a page of the site's own that books without JavaScript, and that the widget takes over without anybody
// losing anything, however late it comes. The endpoint is the real one.
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, test} from 'node:test';

import type {Browser, BrowserContext, Page as Tab} from 'playwright-core';

import {startEndpoint, type Endpoint} from '../../demo/endpoint/endpoint.js';
import type {CtgDocument} from '../../src/protocol/document.js';
import {dataFolder, planned, siteOf} from '../demo/endpoint/rig.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {tag} from './visit.js';

const SCRIPT = '/w/gathering-signup.js';
const diet = {id: 'diet', type: 'text', label: 'What can’t you eat?'} as const;
const photos = {id: 'photos', text: 'You may take photos of us.', version: '2026-01'};
const PLACES = ['alone', 'typing', 'waiting', 'sent', 'twin', 'odd', 'still', 'back', 'late'];

/** What has moved on the page so far, and by how much. */
const SHIFTS = `new Promise((done) => {
  const told = (list) => done(list.getEntries().map(({value, sources}) =>
    value + sources.map(({node, previousRect: {y}, currentRect}) => ' ' + node?.nodeName + ' ' + y + ' ' + currentRect.y)));
  new PerformanceObserver(told).observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0, [])));
})`;

describe('a plain form in a page', () => {
  let site: Site;
  let browser: Browser;
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let endpoint: Endpoint;
  let context: BrowserContext;
  let tab: Tab;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
    folder = await dataFolder();
    endpoint = await startEndpoint({
      port: 0,
      data: folder.data,
      sites: [siteOf(...PLACES.map((id) => planned(id, {}, {questions: [diet], consents: [photos]})))],
      say: () => {},
    });
  });

  beforeEach(async () => {
    await context?.close();
  });

  after(async () => {
    await browser.close();
    await site.close();
    await endpoint.close();
    folder.forget();
  });

  /** What the author of a page writes, all by hand. */
  const form = (id: string, more = ''): string =>
    `<form action="${endpoint.origin}/parish/gatherings/${id}/signups" method="post">
      <p><label>Your name <input name="name" required></label></p>
      <p><label>E-mail <input name="email" type="email"></label></p>
      <p><label>Adults <input name="adults" value="1"></label> <label>Children <input name="children" value="0"></label></p>
      <p><label>Food <input name="answers[diet]"></label></p>
      <p><label>Anything else <textarea name="note"></textarea></label></p>
      <p><label><input type="checkbox" name="consent[photos]" value="2026-01"> You may take photos of us.</label></p>
      ${more}<p><button>Count us in</button></p>
    </form>`;
  const asTag = (inside: string): string =>
    `<ctg-gathering-signup endpoint="${endpoint.origin}/parish/ctg.json" style="display:flow-root;min-height:90em">${inside}</ctg-gathering-signup>`;
  const asTwin = (inside: string): string =>
    `<div data-ctg="gathering-signup" data-endpoint="${endpoint.origin}/parish/ctg.json" style="display:flow-root;min-height:90em">${inside}</div>`;

  const open = async (body: string, javaScriptEnabled = true): Promise<string[]> => {
    context = await browser.newContext({javaScriptEnabled, viewport: {width: 800, height: 900}});
    tab = await context.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    await tab.goto(site.page({body: `${body}<p><a href="#">Elsewhere</a></p>${tag()}`}), {
      waitUntil: 'commit',
    });
    await tab.getByText('Elsewhere').waitFor();
    return said;
  };
  const takenAt = async (id: string): Promise<number> => {
    const document = (await (await fetch(`${endpoint.origin}/parish/ctg.json`)).json()) as CtgDocument;
    return document.gatherings?.find((gathering) => gathering.id === id)?.taken ?? 0;
  };
  /** The widget's own form, in place of the other. */
  const ours = () => tab.locator('ctg-gathering-signup [part~="form"]');
  const field = (name: string) => tab.locator(`form[method] [name="${name}"]`);
  const caret = () =>
    tab.evaluate('[document.activeElement.name, document.activeElement.selectionStart].join(" ")');

  test('books without JavaScript, and leads to a page that says so', async () => {
    await open(asTag(form('alone')), false);

    await field('name').fill('Ana Ruiz');
    await field('email').fill('ana@example.org');
    await field('adults').fill('2');
    await tab.getByRole('button', {name: 'Count us in'}).click();

    await tab.getByText('You’re in, Ana Ruiz').waitFor();
    assert.match(tab.url(), /\/parish\/signups\/[\w-]+$/);
    assert.equal(await takenAt('alone'), 2);
  });

  for (const [kind, wrap, id] of [
    ['tag', asTag, 'typing'],
    ['div', asTwin, 'twin'],
  ] as const)
    test(`loses nothing of what is typed into the ${kind} while the script is on its way`, async () => {
      const release = site.hold(SCRIPT);
      await open(wrap(form(id)));
      await field('answers[diet]').fill('Nuts');
      await field('adults').fill('3');
      await field('consent[photos]').check();
      await field('email').fill('ana@example.org');
      await field('name').focus();
      await tab.keyboard.type('Ana Ruz');
      await tab.keyboard.press('ArrowLeft');
      const before = await caret();

      const settled = tab.waitForResponse(/\/w\/chunks\/page/).catch(() => undefined);
      release();
      await tab.waitForFunction('customElements.get("ctg-gathering-signup")');
      if (kind === 'tag') await settled;
      await tab.keyboard.type('i');

      assert.equal(before, 'name 6');
      assert.equal(await caret(), 'name 7', 'the caret has stayed');
      assert.ok(await field('name').isVisible(), 'the form has stayed');

      await tab.getByText('Elsewhere').focus();
      await ours().waitFor();

      const typed = await ours().evaluate((element) =>
        [...element.querySelectorAll('input')].map((input) =>
          input.type === 'checkbox' ? input.checked : input.value,
        ),
      );
      assert.deepEqual(typed, ['3', '0', 'Ana Ruiz', 'ana@example.org', '', 'Nuts', true]);
      assert.equal(
        await tab.evaluate('document.activeElement.textContent'),
        'Elsewhere',
        'the focus was not taken',
      );

      await ours().getByRole('button', {name: 'Sign up 3 people'}).click();
      await tab.getByText("You're in, Ana.").waitFor();
      assert.equal(await takenAt(id), 3);
    });

  test('sends itself once when somebody presses its button before the widget is there', async () => {
    const release = site.hold(SCRIPT);
    await open(asTag(form('sent')));
    await field('name').fill('Ana Ruiz');
    await field('email').fill('ana@example.org');
    await field('email').focus();
    release();
    await tab.waitForResponse(/\/w\/chunks\/page/);

    await tab.getByRole('button', {name: 'Count us in'}).click();

    await tab.getByText('You’re in, Ana Ruiz').waitFor();
    assert.equal(await takenAt('sent'), 1);
  });

  test('goes by the keyboard: from the last field to its button, and it is still there to be pressed', async () => {
    await open(asTag(form('waiting')));
    await ours().waitFor();
    const release = site.hold(SCRIPT);
    await tab.reload({waitUntil: 'commit'});
    await field('email').fill('ana@example.org');
    await field('name').fill('Ana Ruiz');
    await field('consent[photos]').focus();
    release();
    await tab.waitForResponse(/\/w\/chunks\/page/);

    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');

    await tab.getByText('You’re in, Ana Ruiz').waitFor();
    assert.equal(await takenAt('waiting'), 1);
  });

  for (const [kind, wrap] of [
    ['tag', asTag],
    ['div', asTwin],
  ] as const)
    test(`gives way in the ${kind} at once when nobody is at it, and nothing on the page moves`, async () => {
      await open(wrap(form('still')));
      await ours().waitFor();

      const shifts = await tab.evaluate(SHIFTS);

      assert.deepEqual(shifts, []);
      assert.equal(await tab.evaluate('document.activeElement.localName'), 'body');
      assert.equal(await field('name').isVisible(), false);
    });

  test('stays for good where it asks what the gathering does not, and the console says why', async () => {
    const said = await open(asTag(form('odd', '<p><label>Choir voice <input name="voice"></label></p>')));
    await field('voice').fill('Alto');
    await tab.getByText('Elsewhere').focus();
    await tab
      .waitForEvent('console', {
        predicate: (message) => message.text().includes('voice'),
        timeout: 5_000,
      })
      .catch(() => undefined);

    assert.ok(await field('voice').isVisible());
    assert.equal(await ours().count(), 0);
    assert.equal(said.filter((line) => line.includes('does not declare: voice')).length, 1, said.join('\n'));
  });

  test('counts what the browser restored as typed', async () => {
    const release = site.hold(SCRIPT);
    await open(asTag(form('back')));
    await field('name').fill('Ana Ruiz');
    await field('adults').fill('4');
    release();
    await tab.goto('about:blank');
    await tab.goBack();
    await ours().waitFor();

    assert.equal(await ours().locator('#name').inputValue(), 'Ana Ruiz');
    assert.equal(await ours().locator('#adults').inputValue(), '4');
  });
});
