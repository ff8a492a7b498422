// The maker in a real browser: a parish secretary, who never sees JSON.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, test} from 'node:test';

import type {Browser, Locator, Page as Tab} from 'playwright-core';

import {scriptFrom} from '../../demo/bundle.js';
import {DocumentSchema} from '../../src/protocol/document.js';
import {RightServer} from '../command/right-server.js';
import {faultsOf} from '../systems/page-faults.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {errorsOf} from './visit.js';

const page = (name: string) => readFileSync(new URL(`../../demo/pages/${name}`, import.meta.url), 'utf8');

describe('the maker', () => {
  let site: Site;
  let browser: Browser;
  let tab: Tab;
  let errors: string[];

  before(async () => {
    site = await new Site().open();
    site.file('maker.html', page('maker.html').replaceAll('%ENDPOINT%/dist/', `${site.origin}/w/`));
    for (const name of ['demo.css', 'maker.css', 'flower.svg']) site.file(name, page(name));
    site.file('maker.js', await scriptFrom('maker/maker.ts'));
    browser = await openBrowser();
  });
  afterEach(() => tab.context().close());
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (options: Parameters<Browser['newContext']>[0] = {}) => {
    const context = await browser.newContext({timezoneId: 'America/Los_Angeles', ...options});
    tab = await context.newPage();
    errors = errorsOf(tab);
    await tab.goto(`${site.origin}/maker.html`);
    await widget().locator('[part~="item"]').first().waitFor();
  };
  const widget = (): Locator => tab.locator('#preview ctg-gathering-signup');
  const pasted = async () => (await tab.locator('#paste code').allInnerTexts()).join('\n');
  const choose = (name: string | RegExp) => tab.getByRole('radio', {name}).check();
  /** Fills in the form of a gathering, the last one on the page. */
  const write = async (fields: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(fields))
      await tab.getByLabel(label, {exact: true}).last().fill(value);
  };

  test('shows at once what is chosen, in the widget and in what is pasted', async () => {
    await open();

    await choose(/^Cards/);
    await widget().locator('.cards, [part~="list"]').first().waitFor();
    assert.equal(await widget().getAttribute('layout'), 'cards');
    await choose('Deutsch');
    await widget().getByText('Anmelden').first().waitFor();
    await choose('Dark');
    await tab.locator('input[type=color]').fill('#5b2333');
    await choose('Plain HTML');
    await tab.getByLabel('Address of your website').fill('https://stpaul.example');

    assert.equal(
      (await pasted()).split('\n')[0],
      '<div data-ctg="gathering-signup" data-endpoint="mock:open" data-layout="cards" data-theme="dark" lang="de" style="--ctg-color-accent:#5b2333;min-height:30em">',
    );
    assert.deepEqual(errors, []);
  });

  test('gives something that shows the same when it is pasted', async () => {
    await open();
    await choose(/^A button/);
    await choose('Français');
    await choose('Squarespace');
    const code = await pasted();

    await tab.goto(site.page({body: code}));
    const button = tab.locator('ctg-gathering-signup').getByRole('button').first();
    await button.waitFor();
    assert.equal(await button.innerText(), "M'inscrire");
  });

  test('makes the tag of a pledge, with its views and the id of a badge', async () => {
    await open();
    const pledge = tab.locator('#preview ctg-values-pledge');

    await choose(/^A pledge People/);
    await pledge.locator('[part~="value"]').first().waitFor();
    await choose(/^A counter/);
    await pledge.locator('[part~="counter"]').waitFor();
    await choose(/^A badge/);
    await tab.getByLabel('Id of the pledge').fill('riverside-bakery');
    await pledge.getByText('We promised to live by').waitFor();
    await choose('Plain HTML');

    assert.match(
      await pasted(),
      /^<div data-ctg="values-pledge" data-endpoint="mock:open" data-view="badge" data-pledge="riverside-bakery" style="min-height:8em">/,
    );
    assert.match(await pasted(), /\/values-pledge\.js"><\/script>$/);
    await choose(/^Gatherings/);
    await widget().locator('[part~="item"]').first().waitFor();
    assert.match(await pasted(), /data-ctg="gathering-signup" data-endpoint="mock:open" style/);
    assert.deepEqual(errors, []);
  });

  test('lets a secretary write gatherings down, look at them, save them, and open them again', async () => {
    await open();
    await choose(/^I write them down/);
    await write({
      'Name of your community': 'St Paul’s',
      'What is it called?': 'Supper',
      Day: '2027-12-02',
      From: '18:00',
      To: '19:30',
      Place: 'Parish hall',
      'How many places?': '20',
    });
    await tab.getByRole('button', {name: 'Ask people something'}).click();
    await write({Question: 'Food'});
    await tab.getByLabel('How is it answered?').selectOption('One of several answers');
    await write({'Answers, each in a line of its own': 'Vegetarian\nEverything'});
    await tab.getByRole('button', {name: 'Copy for another day: Supper'}).click();
    await write({Day: '2028-01-06'});
    await widget().locator('[part~="item"]').nth(1).waitFor();

    const download = tab.waitForEvent('download');
    await tab.getByRole('button', {name: 'Save ctg.json'}).click();
    const file = await (await download).path();
    const document = DocumentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    assert.equal((await download).suggestedFilename(), 'ctg.json');
    assert.deepEqual(
      document.gatherings?.map(({name, start, end, capacity}) => [name, start, end, capacity]),
      [
        ['Supper', '2027-12-02T18:00:00-08:00', '2027-12-02T19:30:00-08:00', 20],
        ['Supper', '2028-01-06T18:00:00-08:00', '2028-01-06T19:30:00-08:00', 20],
      ],
    );
    assert.equal(document.gatherings?.[1]?.questions?.[0]?.options?.length, 2);
    assert.match(await pasted(), /data-endpoint="https:\/\/YOUR-SITE\/ctg\.json"/);

    await tab.getByRole('button', {name: 'Take away: Supper'}).first().click();
    await tab.locator('input[type=file]').setInputFiles(file);
    await tab.getByText(/is open: 2 gatherings/).waitFor();
    assert.equal(await tab.getByLabel('Day', {exact: true}).first().inputValue(), '2027-12-02');
    assert.deepEqual(errors, []);
  });

  test('says what is not right beside its field, goes there, and takes it back when it is mended', async () => {
    await open();
    await choose(/^I write them down/);
    await write({'What is it called?': 'Supper', Day: '2027-12-02', 'How many places?': 'many'});

    await tab.getByRole('button', {name: 'Save ctg.json'}).click();

    await tab.getByRole('status').getByText('3 things have to be put right first.').waitFor();
    const community = tab.getByLabel('Name of your community');
    assert.ok(await community.evaluate((field) => field === document.activeElement));
    const places = tab.getByLabel('How many places?');
    assert.equal(await places.getAttribute('aria-invalid'), 'true');
    const described = (await places.getAttribute('aria-describedby'))?.split(' ') ?? [];
    assert.match((await tab.locator(`[id="${described.at(-1)}"]`).textContent()) ?? '', /whole number/);
    assert.deepEqual(await faultsOf(tab), []);

    await places.fill('20');
    assert.equal(await places.getAttribute('aria-invalid'), null);
  });

  test('says so when a file is none of ours, and keeps what was written', async () => {
    await open();
    await choose(/^I write them down/);
    await write({'What is it called?': 'Supper'});

    const buffer = Buffer.from('{"events": []}');
    await tab
      .locator('input[type=file]')
      .setInputFiles({name: 'x.json', mimeType: 'application/json', buffer});

    await tab.getByText('This is not a file of gatherings.').waitFor();
    assert.equal(await tab.getByLabel('What is it called?').inputValue(), 'Supper');
  });

  test('says why nothing comes of an address, and shows no such thing in what is pasted', async () => {
    const server = await new RightServer().open();
    try {
      server.read = (_request, response) => server.say(response, 200, {events: []});
      await open();
      await choose(/^At an address/);
      await tab.getByLabel('The address', {exact: true}).fill(server.url);

      await widget().locator('li[data-code="not-a-document"]').waitFor();
      assert.deepEqual(await faultsOf(tab), []);
      assert.doesNotMatch(await pasted(), /debug/);
      await choose(/^Nowhere yet/);
      await widget().locator('[part~="item"]').first().waitFor();
      assert.equal(await widget().locator('.doctor').count(), 0);
    } finally {
      await server.close();
    }
  });

  test('is printed whole, the preview beside it too', async () => {
    await open();
    await tab.emulateMedia({media: 'print'});

    const hidden = await tab.locator('.look').evaluate((look) => look.scrollHeight - look.clientHeight);
    assert.ok(hidden <= 1, `${hidden} pixels are cut off`);
  });

  test('is done with the keyboard alone', async () => {
    await open();
    const {keyboard} = tab;

    await tab.getByRole('radio', {name: /^A list/}).focus();
    await keyboard.press('ArrowRight');
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    await tab.getByRole('heading', {name: 'Your gatherings'}).waitFor();
    assert.equal(await widget().getAttribute('layout'), 'cards');
    await tab.getByRole('button', {name: 'Add a gathering'}).focus();
    await keyboard.press('Enter');
    await keyboard.type('Walk');
    assert.equal(await tab.getByLabel('What is it called?').last().inputValue(), 'Walk');
  });

  test('copies what is pasted, and says so', async () => {
    await open({permissions: ['clipboard-read', 'clipboard-write']});

    await tab.getByRole('button', {name: 'Copy'}).first().click();

    await tab.getByRole('status').getByText('Copied.').waitFor();
    assert.match(await tab.evaluate(() => navigator.clipboard.readText()), /^<div data-ctg=/);
  });

  for (const [look, options] of [
    ['light', {colorScheme: 'light', viewport: {width: 1280, height: 900}}],
    ['dark on a narrow screen', {colorScheme: 'dark', viewport: {width: 320, height: 640}}],
  ] as const)
    test(`is found without fault by axe, ${look}, with every part of it open`, async () => {
      await open(options);
      for (const source of [/^In a spreadsheet/, /^At an address/, /^I write them down/]) {
        await choose(source);
        assert.deepEqual(await faultsOf(tab), []);
      }
      await tab.getByRole('button', {name: 'Ask people something'}).click();
      await tab.getByLabel('How is it answered?').selectOption('Boxes to tick');
      assert.deepEqual(await faultsOf(tab), []);
    });
});
