// A static host, which only has files: what the maker saves and gives to be pasted shows the gatherings; and with a form
// service beside it, a stand-in here, people sign up.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import type {Browser} from 'playwright-core';

import {ACCENT, type Choices} from '../../demo/maker/choices.js';
import {documentOf, EMPTY, newGathering} from '../../demo/maker/draft.js';
import {piecesFor} from '../../demo/maker/snippet.js';
import {openBrowser} from '../dist/browser.js';
import {Site} from '../dist/site.js';
import {errorsOf, listShown, tag} from '../dist/visit.js';
import {FormService} from './form-service.js';
import {attribute} from './pasted.js';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a static host', () => {
  let site: Site;
  let service: FormService;
  let browser: Browser;
  before(async () => {
    site = await new Site().open();
    service = await new FormService().open();
    browser = await openBrowser();
    const gathering = newGathering('America/Los_Angeles');
    const draft = {
      ...EMPTY,
      name: 'St Paul’s',
      gatherings: [
        {...gathering, raw: {id: 'supper'}, name: 'Supper', date: inDays(20), from: '18:00', capacity: '20'},
        {...gathering, raw: {id: 'walk'}, name: 'Evening walk', date: inDays(30), from: '17:00'},
      ],
    };
    site.file('ctg.json', JSON.stringify(documentOf(draft, Date.now())));
  });
  after(async () => {
    await browser.close();
    await service.close();
    await site.close();
  });

  it('shows the file that the maker saves, by what the maker gives to be pasted, and takes no sign-ups', async () => {
    const choices: Choices = {
      what: 'gatherings',
      look: 'list',
      source: 'file',
      address: `${site.origin}/ctg.json`,
      pledge: '',
      lang: '',
      accent: ACCENT,
      theme: 'auto',
      host: 'html',
      site: site.origin,
      files: `${site.origin}/w/gathering-signup.js`,
    };
    const [piece] = piecesFor(choices);
    console.log(`Pasted:\n${piece?.code}`);
    const tab = await browser.newPage();
    const errors = errorsOf(tab);

    await tab.goto(site.page({body: piece?.code ?? ''}));
    await listShown(tab);
    const widget = tab.locator('ctg-gathering-signup');

    assert.match(await widget.locator('[data-id="supper"]').innerText(), /Supper[^]*6:00/);
    assert.equal(await widget.getByRole('button', {name: /^Sign up/}).count(), 0);
    assert.deepEqual(errors, []);
    await tab.close();
  });

  it('signs people up through a form service, which says only that it has something', async () => {
    // Its inbox shows what it knows by these names.
    const mapping = {
      signup: {rename: {name: 'Full name', 'answers.diet': 'Food'}, drop: ['ctg', 'consents', 'page']},
    };
    const pasted = `<div data-ctg="gathering-signup" data-endpoint="/ctg.json" data-action="${service.url}"
  data-encoding="form" data-ack="status" ${attribute('data-mapping', mapping)} style="min-height:24em">
  <a href="/contact">Ask us about our gatherings</a>
</div>`;
    console.log(`Pasted:\n${pasted}`);
    const tab = await browser.newPage();
    const errors = errorsOf(tab);

    await tab.goto(site.page({body: pasted + tag()}));
    await listShown(tab);
    const widget = tab.locator('ctg-gathering-signup');
    await widget.locator('[data-id="walk"] button').click();
    await widget.locator('#name').fill('Ana Ruiz');
    await widget.locator('#email').fill('ana@example.org');
    await widget.locator('[part~="form"] button[type="submit"]').click();
    await widget.getByText("You're in, ").waitFor();

    const [entry, ...more] = service.entries;
    assert.equal(more.length, 0);
    assert.deepEqual(
      [entry?.['Full name'], entry?.['email'], entry?.['gathering'], entry?.['ctg']],
      ['Ana Ruiz', 'ana@example.org', 'walk', undefined],
    );
    assert.deepEqual(errors, []);
    await tab.close();
  });
});
