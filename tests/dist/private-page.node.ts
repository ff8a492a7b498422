// The page behind a private link, in every state that a sign-up comes to, judged in a real browser: by axe, by thumbs,
// and by the smallest screen.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import {weekdayAfter} from '../../demo/endpoint/clock.js';
import {PostOffice} from '../demo/endpoint/post-office.js';
import {planned, Rig, type Said, signup, siteOf} from '../demo/endpoint/rig.js';
import {faultsOf} from '../systems/page-faults.js';
import {openBrowser} from './browser.js';

const HOUR = 3_600_000;
const HOME = {name: 'A home', address: '48 Juniper Court', revealed: 'confirmed'} as const;
const LOOKS = {
  'light, on a wide screen': {colorScheme: 'light', viewport: {width: 1280, height: 900}},
  'dark, on the smallest screen': {colorScheme: 'dark', viewport: {width: 320, height: 640}},
} as const;

describe('the page behind a private link', () => {
  let browser: Browser;
  let office: PostOffice;
  let rig: Rig;
  let ahead = 0;
  let guests = 0;

  before(async () => {
    browser = await openBrowser();
    office = await PostOffice.open();
    rig = await Rig.start(
      siteOf(
        planned('open', {capacity: 200}, {minimum: 5, partyMax: 6}),
        planned('asks', {confirm: true, capacity: 200}),
        planned('small', {confirm: true, capacity: 2}),
        planned('line', {capacity: 1}, {waitlist: true}),
        planned('home', {}, {place: HOME}),
        planned('off'),
        planned('over', {day: (today) => weekdayAfter(today, 4, 1)}),
      ),
      {smtpUrl: office.url, now: () => Date.now() + ahead},
    );
    await someone('line');
  });

  after(async () => {
    await browser.close();
    await rig.close();
    await office.close();
  });

  /** Somebody signs up, and has a private page; `link` is the one in their letter. */
  async function someone(
    gathering: string,
    waitlist = false,
  ): Promise<Said & {link: string; manage: string}> {
    guests += 1;
    const email = `guest${guests}@guest.example`;
    const message = signup(gathering, {email, waitlist, name: 'Maximiliane Schwarzenberger-Lichtenstein'});
    const {body} = await rig.signUp(message);
    const [letter] = await office.to(email);
    return {...body, manage: body.manage!, link: /^https?:\S+$/m.exec(letter!.text!)![0]};
  }
  const decide = (id: string, deed: string) => rig.form(`${rig.host}/signups/${id}`, {do: deed});

  /** Each state: where its page is, and how it begins. A press instead of an address is one that is refused. */
  const STATES: Record<string, () => Promise<{url: string; says: string; press?: Record<string, string>}>> = {
    'with a place': async () => ({url: (await someone('open')).manage, says: 'You’re in, '}),
    'on the waiting list': async () => ({
      url: (await someone('line', true)).manage,
      says: 'You are number 1 on the waiting list.',
    }),
    'before the host’s word': async () => ({
      url: (await someone('home')).manage,
      says: 'Sent. Now the host decides.',
    }),
    'with the host’s yes, and the address': async () => {
      const {manage, id} = await someone('home');
      await decide(id!, 'accept');
      return {url: manage, says: '48 Juniper Court'};
    },
    'with the host’s no': async () => {
      const {manage, id} = await someone('home');
      await decide(id!, 'decline');
      return {url: manage, says: 'The host could not give you a place this time.'};
    },
    'before the letter is answered': async () => ({
      url: (await someone('asks')).manage,
      says: 'One more step: look in your e-mail.',
    }),
    'after the letter was sent again': async () => ({
      url: `${(await someone('asks')).manage}?sent=1`,
      says: 'It is on its way again.',
    }),
    'when the letter is asked for too soon': async () => ({
      url: (await someone('asks')).manage,
      press: {do: 'resend'},
      says: 'You can ask again in a minute.',
    }),
    'behind the letter’s link': async () => ({
      url: (await someone('asks')).link,
      says: 'Is it you, and are you coming?',
    }),
    'confirmed without the letter': async () => ({
      url: (await someone('asks')).manage,
      press: {do: 'confirm'},
      says: 'Only the link in the letter that we sent can say that it is you.',
    }),
    'with more people than there are places': async () => ({
      url: (await someone('small')).manage,
      press: {do: 'change', adults: '4', children: '0'},
      says: '4 places were asked for, 2 are left.',
    }),
    'given up': async () => {
      const {manage} = await someone('open');
      await rig.ask('DELETE', manage);
      return {url: manage, says: 'Done. Your places are free for others.'};
    },
    'of a cancelled gathering': async () => {
      const {manage} = await someone('off');
      await rig.form(`${rig.host}/g/off`, {do: 'cancel'});
      return {url: manage, says: 'This gathering is cancelled.'};
    },
    'that is not there': () =>
      Promise.resolve({url: `${rig.origin}/parish/signups/${'a'.repeat(32)}`, says: 'There is nothing here'}),
    'of a gathering that is over': async () => {
      const {manage} = await someone('over');
      ahead += 9 * 24 * HOUR;
      return {url: manage, says: 'This gathering is over.'};
    },
    'whose letter was not answered in time': async () => {
      const {manage, link} = await someone('asks');
      ahead += 25 * HOUR;
      await rig.form(link, {do: 'confirm'});
      return {url: manage, says: 'This link was not used in time.'};
    },
  };

  for (const [state, come] of Object.entries(STATES))
    test(`${state} is found without fault by axe, wide and narrow, light and dark`, async () => {
      const {url, says, press} = await come();
      for (const [look, options] of Object.entries(LOOKS)) {
        const context = await browser.newContext({...options, bypassCSP: true});
        const tab = await context.newPage();
        await tab.goto(url);
        if (press)
          await tab.evaluate((fields) => {
            const form = Object.assign(document.createElement('form'), {method: 'post'});
            for (const [name, value] of Object.entries(fields))
              form.append(Object.assign(document.createElement('input'), {name, value}));
            document.body.append(form);
            form.submit();
          }, press);
        await tab.getByText(says).first().waitFor();
        for (const fold of await tab.locator('summary').all()) await fold.click();

        assert.deepEqual(await faultsOf(tab), [], look);
        await context.close();
      }
    });
});
