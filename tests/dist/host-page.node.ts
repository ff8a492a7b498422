// Pages whose own styles are at war with everything on them: the inside of a widget stays ours, its box stays theirs.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {listShown, snippet, tag} from './visit.js';

/** A frame around the widget that fixes what a page may legitimately decide: width, text size, place. */
const frame = (inside: string) => `<div id="frame">${inside}</div>`;
const FRAME = '#frame { width: 600px; font: 16px/1.5 sans-serif; color: #222 }';

/** Styles that must change nothing inside. */
const HOSTILE: Record<string, string> = {
  'resets everything, with force': `* { all: unset !important } #frame { display: block !important; width: 600px !important; font: 16px/1.5 sans-serif !important; color: #222 !important }
    head, head *, script { display: none !important } html, body { display: block !important } body { margin: 8px !important }`,
  'makes its root text huge': 'html { font-size: 40px } body { font-size: 16px }',
  'makes its root text tiny': 'html { font-size: 6px } body { font-size: 16px }',
  'is reset as by a framework': `*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0 }
    body { margin: 8px } ul, ol { list-style: none } a { color: inherit; text-decoration: none }
    button, input, select, textarea { font: inherit; border: 0; background: none; border-radius: 0 }
    p { margin-bottom: 1rem } h1, h2, h3, h4 { font-size: calc(1.3rem + .6vw); margin-bottom: .5rem; line-height: 1.2 }
    label { display: inline-block } fieldset { min-width: 0; border: 0 } legend { float: left; width: 100% } svg, img { vertical-align: middle; max-width: 100%; height: auto }
    [hidden] { display: none !important } [type=button], button { -webkit-appearance: button; cursor: pointer }`,
  'spaces and shouts its text': `body { letter-spacing: .4em; word-spacing: 1em; text-transform: uppercase; text-indent: 3em; line-height: 3; text-align: right; white-space: pre }
    #frame { letter-spacing: .4em; text-transform: uppercase; line-height: 3; text-align: right }`,
  'styles every tag it knows': `div, p, span, b, a, ul, li, button, form, input, label, fieldset, svg { float: left; position: relative; left: 40px; border: 9px solid red; width: 10px; min-height: 99px; display: inline }
    #frame { float: none; left: 0; border: 0; width: 600px; display: block } body > * { position: static }
    [data-ctg] { float: none !important; left: 0 !important; border: 0 !important; width: auto !important; display: block !important }`,
};

interface Box {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where everything inside the widget is, seen from the widget's own corner. */
const BOXES = `(() => {
  const host = document.querySelector('ctg-gathering-signup');
  const from = host.getBoundingClientRect();
  return [...host.shadowRoot.querySelectorAll('.root, .root *')]
    .filter((el) => el.checkVisibility())
    .map((el, index) => {
      const {x, y, width, height} = el.getBoundingClientRect();
      return {name: index + ' ' + el.localName + '.' + (el.getAttribute('class') ?? ''), x: x - from.x, y: y - from.y, width, height};
    });
})()`;

function moved(expected: Box[], actual: Box[]): string[] {
  if (expected.length !== actual.length) return [`${actual.length} boxes instead of ${expected.length}`];
  return expected.flatMap((box, index) => {
    const other = actual[index]!;
    const far = (['x', 'y', 'width', 'height'] as const).filter(
      (side) => Math.abs(box[side] - other[side]) > 1,
    );
    return far.map(
      (side) => `${box.name}: ${side} ${other[side].toFixed(1)} instead of ${box[side].toFixed(1)}`,
    );
  });
}

describe('a page whose styles are hostile', () => {
  let site: Site;
  let browser: Browser;
  let tab: Tab;
  let clean: {list: Box[]; form: Box[]};

  const show = async (css: string, body = frame(snippet('mock:open') + tag())) => {
    tab = await browser.newPage({viewport: {width: 900, height: 900}});
    await tab.goto(site.page({head: `<style>${FRAME} ${css}</style>`, body}));
    await listShown(tab);
  };

  const measure = async () => {
    const list = (await tab.evaluate(BOXES)) as Box[];
    await tab
      .getByRole('button', {name: /^Sign up/})
      .first()
      .click();
    await tab.locator('[part~="form"]').waitFor();
    const form = (await tab.evaluate(BOXES)) as Box[];
    await tab.close();
    return {list, form};
  };

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
    await show('');
    clean = await measure();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const [what, css] of Object.entries(HOSTILE))
    test(`shows list and form to the pixel where it ${what}`, async () => {
      await show(css);
      const {list, form} = await measure();

      assert.deepEqual(moved(clean.list, list).slice(0, 5), []);
      assert.deepEqual(moved(clean.form, form).slice(0, 5), []);
    });

  test('may restyle what has a part, and that is noticed here', async () => {
    await show('ctg-gathering-signup::part(item) { padding: 3em }');
    const {list} = await measure();

    assert.notDeepEqual(moved(clean.list, list), []);
  });

  test('has the last word on the box: width, margin and reserved height', async () => {
    await show('ctg-gathering-signup { inline-size: 410px; margin: 31px; min-height: 1500px }');

    const box = await tab.evaluate(`(() => {
      const host = document.querySelector('ctg-gathering-signup');
      const {marginTop, marginLeft} = getComputedStyle(host);
      return {width: host.offsetWidth, height: host.offsetHeight, marginTop, marginLeft};
    })()`);
    assert.deepEqual(box, {width: 410, height: 1500, marginTop: '31px', marginLeft: '31px'});
    await tab.close();
  });

  test('hides it by the attribute, even where everything is reset with force', async () => {
    await show(HOSTILE['resets everything, with force'] ?? '');
    await tab.evaluate(`document.querySelector('ctg-gathering-signup').hidden = true`);

    assert.equal(await tab.evaluate(`document.querySelector('ctg-gathering-signup').offsetHeight`), 0);
    await tab.close();
  });

  test('hides it by the visibility of what is around it, as tabs and accordions do', async () => {
    await show('');
    await tab.evaluate(`document.querySelector('#frame').style.visibility = 'hidden'`);

    const visible =
      await tab.evaluate(`[...document.querySelector('ctg-gathering-signup').shadowRoot.querySelectorAll('*')]
      .filter((el) => el.checkVisibility({visibilityProperty: true})).map((el) => el.localName)`);
    assert.deepEqual(visible, []);
    await tab.close();
  });

  test('is not changed outside by the widget: no style, class or element of ours is left on it', async () => {
    await show('');

    const outside = await tab.evaluate(`({
      sheets: document.adoptedStyleSheets.length,
      html: document.documentElement.getAttributeNames(),
      body: document.body.getAttributeNames(),
      head: [...document.head.children].map((el) => el.localName).filter((name) => name !== 'script'),
    })`);
    assert.deepEqual(outside, {
      sheets: 0,
      html: ['lang'],
      body: [],
      head: ['meta', 'meta', 'link', 'title', 'style'],
    });
    await tab.close();
  });

  test('follows the text size around it, and never goes under 16 pixels', async () => {
    const sizes: string[] = [];
    for (const size of ['24px', '9px']) {
      await show(`#frame { font-size: ${size} }`);
      sizes.push(
        (await tab.evaluate(
          `getComputedStyle(document.querySelector('ctg-gathering-signup').shadowRoot.querySelector('.root')).fontSize`,
        )) as string,
      );
      await tab.close();
    }

    assert.deepEqual(sizes, ['24px', '16px']);
  });
});
