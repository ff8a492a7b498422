// A gathering that asks by letter whether it is you, from the press on "Sign up" to the press on "Yes, I'm coming":
// the widget on a webmaster's page, the endpoint on another origin, and a mail server between them.
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, test} from 'node:test';

import type {Browser, BrowserContext, Page as Tab} from 'playwright-core';

import type {Managed, Receipt} from '../../src/protocol/receipt.js';
import {PostOffice} from '../demo/endpoint/post-office.js';
import {planned, Rig, signup, siteOf} from '../demo/endpoint/rig.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {listShown, snippet, tag} from './visit.js';

/** What the gathering is called that asks. */
const ASKS = 'stories';
const QUESTION = 'Is it you, and are you coming?';

describe('a gathering that asks by letter whether it is you', () => {
  let site: Site;
  let office: PostOffice;
  let rig: Rig;
  let browser: Browser;
  let address: string;
  let guests = 0;
  let email: string;

  before(async () => {
    site = await new Site().open();
    office = await PostOffice.open();
    const parish = {
      ...siteOf(planned(ASKS, {confirm: true}), planned('walk')),
      pages: [site.origin],
    };
    rig = await Rig.start(parish, {smtpUrl: office.url});
    browser = await openBrowser();
    address = site.page({body: snippet(`${rig.origin}/parish/ctg.json`) + tag()});
  });

  after(async () => {
    await browser.close();
    await rig.close();
    await office.close();
    await site.close();
  });

  beforeEach(() => {
    guests += 1;
    email = `guest${String(guests)}@guest.example`;
    site.requests.length = 0;
  });

  /** Somebody signs up with the widget, which then waits for them to look into their e-mail. */
  const signUp = async (device: BrowserContext): Promise<Tab> => {
    const tab = await device.newPage();
    await tab.goto(address);
    await listShown(tab);
    await tab.locator(`[data-id="${ASKS}"] button`).click();
    await tab.locator('#name').fill('Ana Ruiz');
    await tab.locator('#email').fill(email);
    await tab.locator('[part~="form"] button[type="submit"]').click();
    await tab.getByText('One more step: look in your e-mail.').waitFor();
    assert.ok(await tab.getByText(`We sent a message to ${email}.`, {exact: false}).isVisible());
    return tab;
  };
  /** Every address that the letter has in it. */
  const links = async (): Promise<string[]> => {
    const [letter] = await office.to(email);
    return `${letter!.text ?? ''} ${letter!.html || ''}`.match(/https?:[^\s"<>]+/g) ?? [];
  };
  const tokenIn = (link: string): string => decodeURIComponent(/#ctg-signup-1=(.+)$/.exec(link)?.[1] ?? '');
  const own = (token: string): string => `${rig.origin}/parish/signups/${token}`;
  /** All that anybody could see change: the sign-up, and what is counted. */
  const standing = async (token: string): Promise<object> => {
    const {body} = await rig.ask<Managed>('GET', own(token));
    return {...body, gathering: await rig.gathering(ASKS)};
  };
  const statusOf = async (token: string): Promise<[string, string?]> => {
    const {status, waitsFor} = (await rig.ask<Managed>('GET', own(token))).body.receipt;
    return waitsFor ? [status, waitsFor] : [status];
  };

  test('is answered by a press behind the letter’s link, on another device, and by nothing before it', async () => {
    const device = await browser.newContext();
    await signUp(device);
    await device.close();
    const [link = '', ...others] = await links();
    const token = tokenIn(link);
    assert.equal(link, `${address}#ctg-signup-1=${token}`);
    assert.deepEqual(others, []);
    const before = await standing(token);
    assert.deepEqual(await statusOf(token), ['pending', 'email']);

    // What scanners of mail do: they ask for what is linked, in every way that is thought to change nothing.
    for (const url of [link, own(token)])
      for (const method of ['GET', 'HEAD'])
        for (const Accept of ['text/html', 'application/json', '*/*'])
          assert.equal((await fetch(url, {method, headers: {Accept}})).status, 200);
    const scanner = await (await browser.newContext()).newPage();
    await scanner.goto(link);
    await scanner.getByText(QUESTION).waitFor();
    await scanner.context().close();
    assert.deepEqual(await standing(token), before);

    const phone = await browser.newContext();
    const tab = await phone.newPage();
    const written: string[] = [];
    tab.on('request', (request) => {
      if (!['GET', 'OPTIONS'].includes(request.method())) written.push(request.method());
    });
    await tab.goto(link);
    await tab.getByRole('heading', {name: QUESTION}).waitFor();
    assert.deepEqual(written, []);
    assert.deepEqual(await standing(token), before);
    await tab.getByRole('button', {name: "Yes, I'm coming"}).click();
    await tab.getByRole('heading', {name: "You're in, Ana."}).waitFor();

    assert.deepEqual(written, ['PUT']);
    assert.deepEqual(await statusOf(token), ['confirmed']);
    assert.equal((await rig.gathering(ASKS)).taken, 1);
    assert.ok(!site.requests.some((path) => path.includes(token)), 'the page’s own server saw the token');
    await phone.close();
  });

  test('is answered on the device that signed up, which then says in the list that they are in', async () => {
    const device = await browser.newContext();
    const tab = await signUp(device);
    const [link = ''] = await links();

    const opened = await device.newPage();
    await opened.goto(link);
    await opened.getByRole('button', {name: "Yes, I'm coming"}).click();
    await opened.getByRole('heading', {name: "You're in, Ana."}).waitFor();
    await tab.reload();

    await tab.locator(`[data-id="${ASKS}"] .chip`, {hasText: "You're in."}).waitFor();
    await device.close();
  });

  test('is not answered by the token that whoever signed up has, in the widget or past it', async () => {
    const message = signup(ASKS, {email, page: address});
    const receipt = (await rig.signUp(message)).body as Receipt;
    const [link = ''] = await links();
    const [mine, theirs] = [receipt.token!, tokenIn(link)];
    assert.notEqual(mine, theirs);

    const pressed = await fetch(own(mine), {
      method: 'POST',
      headers: {Accept: 'application/json'},
      body: new URLSearchParams({do: 'confirm'}),
    });
    assert.deepEqual([pressed.status, ((await pressed.json()) as {code: string}).code], [409, 'unproven']);
    const device = await browser.newContext();
    const tab = await device.newPage();
    await tab.goto(`${address}#ctg-signup-1=${mine}`);
    await tab.getByRole('button', {name: "Yes, I'm coming"}).click();
    await tab.getByText('One more step: look in your e-mail.').waitFor();
    assert.deepEqual(await statusOf(mine), ['pending', 'email']);
    await device.close();

    const put = await rig.ask<Receipt>('PUT', own(theirs), message);
    assert.deepEqual([put.status, put.body.status], [200, 'confirmed']);
  });
});
