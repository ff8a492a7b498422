// The host's page in a real browser: a church that has nothing but the endpoint, and a host with a phone or a keyboard.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {firstOfMonthAfter} from '../../demo/endpoint/clock.js';
import {datesOf} from '../../demo/endpoint/host/recurrence.js';
import {planned, Rig, signup, siteOf} from '../demo/endpoint/rig.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {errorsOf, listShown, snippet, tag} from './visit.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const PHONE = {width: 390, height: 844};
const HOME = {name: 'A home', address: '48 Juniper Court', revealed: 'confirmed'} as const;

/** The first Thursday of a month, far enough away that the year of the test does not matter. */
const FIRST = firstOfMonthAfter(new Date().toISOString().slice(0, 10), 4, 10);

let rig: Rig;
let site: Site;
let browser: Browser;
before(async () => {
  site = await new Site().open();
  browser = await openBrowser();
  rig = await Rig.start(
    siteOf(
      planned('full', {capacity: 1}, {waitlist: true, series: {id: 'monthly', label: 'Every month'}}),
      planned('home', {}, {place: HOME}),
      planned('unused', {}, {series: {id: 'monthly', label: 'Every month'}}),
    ),
  );
});
after(async () => {
  await browser.close();
  await rig.close();
  await site.close();
});

/** Goes on with Tab until the focus is on what is called `name`, as somebody does who sees where the focus is. */
async function tabTo(tab: Tab, name: string): Promise<void> {
  const passed: string[] = [];
  do {
    await tab.keyboard.press('Tab');
    const focus = await tab.evaluate(() => {
      const {activeElement: at} = document;
      const words = (at as HTMLInputElement | null)?.labels?.[0] ?? at;
      return words?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
    });
    if (focus.startsWith(name)) return;
    passed.push(focus);
  } while (passed.length < 60);
  throw new Error(`The focus never came to ${name}, but to ${passed.join(' | ')}`);
}

/** A day as it is typed into a date field of an American browser. */
const typedDay = (day: string) => day.slice(5, 7) + day.slice(8, 10) + day.slice(0, 4);

describe('a host without a mouse, on a screen of 390 px', () => {
  test('adds a series, and its dates are in the list of a page that shows the widget', async () => {
    const context = await browser.newContext({viewport: PHONE, locale: 'en-US', javaScriptEnabled: false});
    const tab = await context.newPage();
    const follow = async () => {
      await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    };
    await tab.goto(rig.host);

    await tabTo(tab, 'Add a gathering');
    await follow();
    await tabTo(tab, 'Name of the gathering');
    await tab.keyboard.type('Soup and stories');
    await tabTo(tab, 'Day');
    await tab.keyboard.type(typedDay(FIRST));
    await tabTo(tab, 'Begins');
    await tab.keyboard.type('0600PM');
    await tabTo(tab, 'Ends');
    await tab.keyboard.type('0730PM');
    await tabTo(tab, 'How often');
    await tab.keyboard.type('Every month on the same w');
    await tabTo(tab, 'How many dates');
    await tab.keyboard.type('3');
    await tabTo(tab, 'Show me before it is saved');
    await follow();
    const listed = await tab.locator('.dates li').allTextContents();
    await tabTo(tab, 'Add 3 gatherings');
    await follow();
    assert.match((await tab.locator('.note').textContent()) ?? '', /People can sign up for each date/);
    await context.close();

    const {days} = datesOf(FIRST, 'weekday', {times: 3});
    assert.equal(listed.length, 3);
    const page = await browser.newPage({viewport: PHONE});
    const errors = errorsOf(page);
    await page.goto(site.page({body: snippet(`${rig.origin}/parish/ctg.json`) + tag()}));
    await listShown(page);
    const soup = page.locator('ctg-gathering-signup [part~="item"]', {hasText: 'Soup and stories'});
    await soup.locator('summary', {hasText: 'First Thursday of the month: 2 more dates'}).press('Enter');
    for (const day of days) {
      const date = new Date(`${day}T00:00:00Z`);
      const month = new Intl.DateTimeFormat('en', {month: 'short', timeZone: 'UTC'}).format(date);
      await soup
        .getByText(
          new RegExp(`(?<!\\d)${date.getUTCDate()}\\s*${month}|${month}\\w*\\s*${date.getUTCDate()}(?!\\d)`),
        )
        .first()
        .waitFor();
    }
    assert.deepEqual(errors, []);
    await page.close();
  });
});

/** Presses the button of this name and waits for the page behind it. */
async function press(tab: Tab, name: string | RegExp): Promise<void> {
  await Promise.all([tab.waitForNavigation(), tab.getByRole('button', {name}).first().click()]);
}

/** Every page of the host's, and what was pressed to see it. */
const PAGES: Record<string, {path: string; act?: (tab: Tab) => Promise<void>}> = {
  'the list': {path: ''},
  'a gathering with a waiting list': {path: '/g/full'},
  'a gathering whose host decides': {path: '/g/home'},
  'a gathering that may be deleted': {
    path: '/g/unused',
    act: (tab) => tab.getByText('Delete this gathering').click(),
  },
  'a party that does not fit': {path: '/g/full', act: (tab) => press(tab, /^Give/)},
  'the form': {path: '/new'},
  'the form with everything open': {path: '/new', act: (tab) => tab.getByText('More, if you like').click()},
  'the form with something to put right': {
    path: '/new',
    act: async (tab) => {
      await tab.getByLabel('How many dates').fill('10000');
      await press(tab, /^Show me/);
    },
  },
  'the form of one more date': {path: '/new?from=full&again'},
  'what would be saved': {
    path: '/new?from=full',
    act: async (tab) => {
      await tab.getByLabel(/^Day/).fill(FIRST);
      await tab.getByLabel('How often').selectOption('date');
      await tab.getByLabel('How many dates').fill('12');
      await press(tab, /^Show me/);
    },
  },
  'the form to change one': {path: '/g/full/edit'},
  'the question whether guests are told': {
    path: '/g/full/edit',
    act: async (tab) => {
      await tab.getByLabel('Ends', {exact: true}).fill('20:30');
      await press(tab, 'Save the changes');
    },
  },
  'the form to write to everyone': {path: '/g/full/message'},
  'a message without words': {path: '/g/full/message', act: (tab) => press(tab, /^Show me/)},
  'a message before it is sent': {
    path: '/g/full/message',
    act: async (tab) => {
      await tab.getByLabel('Your message').fill('Bring a spoon.');
      await press(tab, /^Show me/);
    },
  },
  'a message that was sent': {path: '/g/full/message?sent=1&to=both'},
  'a page that is not there': {path: '/g/nowhere'},
};

describe('the host’s pages', () => {
  before(async () => {
    const {email: _email, ...byPhone} = signup('full', {
      name: 'Ana Ruiz',
      waitlist: true,
      phone: '775 555 0102',
    });
    await rig.signUp(signup('full', {name: 'Ben Okafor', note: 'No nuts'}));
    await rig.signUp({...byPhone, adults: 2});
    await rig.signUp(signup('home', {name: 'Clara Lindqvist'}));
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`can be used by everyone, in ${colorScheme} and on a phone`, async () => {
      const context = await browser.newContext({viewport: PHONE, colorScheme, bypassCSP: true});
      const tab = await context.newPage();
      const found: string[] = [];
      for (const [name, {path, act}] of Object.entries(PAGES)) {
        await tab.goto(rig.host + path);
        await act?.(tab);
        found.push(...(await faultsOf(tab)).map((fault) => `${name}: ${fault}`));
      }
      await context.close();

      assert.deepEqual(found, []);
    });

  test('become a sheet of names on paper, with nothing to press', async () => {
    const tab = await browser.newPage();
    await tab.emulateMedia({media: 'print', colorScheme: 'dark'});

    await tab.goto(`${rig.host}/g/full`);

    const sheet = await tab.locator('main').innerText();
    for (const said of ['Ben Okafor', 'No nuts', 'Ana Ruiz', '775 555 0102'])
      assert.ok(sheet.includes(said), said);
    assert.equal(await tab.locator('button:visible, .button:visible, .back:visible').count(), 0);
    assert.equal(await tab.evaluate(() => getComputedStyle(document.body).color), 'rgb(0, 0, 0)');
    await tab.close();
  });
});

/** What axe finds on the page, targets too small for a thumb, and whatever is wider than the phone. */
async function faultsOf(tab: Tab): Promise<string[]> {
  await tab.addScriptTag({content: AXE});
  const axe = await tab.evaluate(async (rules) => {
    const {violations} = await window.axe.run(document.documentElement, {
      runOnly: {type: 'tag', values: rules},
      resultTypes: ['violations'],
    });
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({target}) => `${id} at ${target.flat(2).join(' ')}`),
    );
  }, RULES);
  const small = await tab.evaluate(() =>
    [...document.querySelectorAll('button, .button, summary, input:not([type=hidden]), select, textarea')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({element, box: (element.closest('.check') ?? element).getBoundingClientRect()}))
      .filter(({box}) => box.height < 44)
      .map(
        ({element, box}) =>
          `only ${Math.round(box.height)} px high: ${element.textContent?.trim() || element.id}`,
      ),
  );
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...axe, ...small, ...(wide > 0 ? [`${wide} px wider than the screen`] : [])];
}
