// sheet.gs and a page, in a real browser and a stand-in for Google Apps Script: from the row of a secretary to the row
// of a visitor, through the redirect to another host.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import type {Browser} from 'playwright-core';

import {openBrowser} from '../dist/browser.js';
import {Site} from '../dist/site.js';
import {errorsOf, listShown, tag} from '../dist/visit.js';
import {AppsScript} from './apps-script/host.js';

const FILE = new URL('../../demo/endpoints/sheet.gs', import.meta.url);
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('sheet.gs and a page, in a stand-in for Google Apps Script', () => {
  let script: AppsScript;
  let site: Site;
  let browser: Browser;
  before(async () => {
    script = await new AppsScript(FILE, 'Europe/Berlin').open();
    await script.run('setUp');
    script.book.write('Settings', 2, 2, [['St Paul’s']]);
    script.book.fill('Questions', {Question: 'Can help with', Kind: 'some of', Choices: 'Cooking, Cleaning'});
    const row = {From: '18:00', To: '19:30', Place: 'Parish hall'};
    script.book.fill('Gatherings', {...row, Name: 'Supper & stories', Date: inDays(20), Places: '20'});
    script.book.fill('Gatherings', {...row, Name: 'Last chair', Date: inDays(30), Places: '1'});
    site = await new Site().open();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
    await script.close();
  });

  const pasted =
    () => `<div data-ctg="gathering-signup" data-endpoint="${script.url}" data-redirects="follow" style="min-height:24em">
  <a href="/contact">Ask us about our gatherings</a>
</div>`;
  const rows = () => {
    const [heads = [], ...all] = script.book.shown('Sign-ups');
    return all.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
  };
  /** Opens the page and the form of a gathering, and fills it in. */
  const visit = async (name: string) => {
    const tab = await browser.newPage();
    const errors = errorsOf(tab);
    await tab.goto(site.page({body: pasted() + tag()}));
    await listShown(tab);
    const widget = tab.locator('ctg-gathering-signup');
    await widget
      .locator('[data-id]', {hasText: name})
      .getByRole('button', {name: /^Sign up/})
      .click();
    await widget.locator('#name').fill('Ana Ruiz');
    await widget.locator('#email').fill('ana@example.org');
    for (const box of await widget.locator('input[type="checkbox"]').all()) await box.check();
    const send = () => widget.locator('[part~="form"] button[type="submit"]').click();
    return {tab, widget, errors, send};
  };

  it('signs somebody up, without a preflight that no script could answer', async () => {
    console.log(`Pasted:\n${pasted()}`);
    const {tab, widget, errors, send} = await visit('Supper & stories');

    await send();
    await widget.getByText("You're in, ").waitFor();

    const [row] = rows();
    assert.deepEqual(
      [row?.['Gathering'], row?.['Name'], row?.['State'], row?.['Answers'], row?.['Adults']],
      ['Supper & stories', 'Ana Ruiz', 'confirmed', 'Can help with: Cooking, Cleaning', '1'],
    );
    assert.match(row?.['Agreed to'] ?? '', /^contact \w+$/);
    assert.deepEqual([...new Set(script.asked)].sort(), ['GET', 'POST']);
    assert.deepEqual(errors, []);
    await tab.close();
  });

  it('tells who was slower, in the script’s own words, and writes them nowhere', async () => {
    const slower = await visit('Last chair');
    const faster = await visit('Last chair');
    await faster.send();
    await faster.widget.getByText("You're in, ").waitFor();
    const before = rows().length;

    await slower.send();
    await slower.widget.getByText('This gathering is full.').waitFor();

    assert.equal(rows().length, before);
    await slower.tab.close();
    await faster.tab.close();
  });
});
