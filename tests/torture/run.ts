// Many visitors sign up in real tabs, over a network that breaks a share of the posts, while the tabs are killed at
// random moments. Afterwards the list at the endpoint is compared with what the visitors sent: `npm run torture`.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';

import {type Browser, chromium} from 'playwright-core';

import {startEndpoint} from '../../demo/endpoint/endpoint.js';
import {CHROMIUM_ARGS, findChromium, NO_CHROMIUM} from '../../scripts/find-browser.mjs';
import {ensureBuilt} from '../../scripts/freshness.mjs';
import type {Entry} from '../../src/outbox/entry.js';
import {seeded, startFaults} from '../testing/faults.js';
import {readOptions, type TortureOptions} from './options.js';
import {compare, print} from './report.js';
import {startSite, widgetPage} from './site.js';
import {emailOf, entryFor, type Errand, findErrand, visitorName} from './submissions.js';
import {Tab} from './tabs.js';
import {signUpThroughWidget, type Visit} from './widget.js';

/** Longest pause between two visitors of one tab, in milliseconds. */
const BETWEEN = 150;
/** Longest time from a press to the death of its tab, in milliseconds: long enough for a post to be under way. */
const DEATH = 250;
/** Time between two looks at what is left, in milliseconds. */
const LOOK = 250;

/** Lets the visitors of all tabs press the button, and kills tabs meanwhile. */
async function submitAll(
  tabs: readonly Tab[],
  entries: readonly Entry[],
  options: TortureOptions,
): Promise<number> {
  const random = seeded(options.seed + 1);
  const deadly = new Set<number>();
  while (deadly.size < Math.min(options.crashes, entries.length))
    deadly.add(Math.floor(random() * entries.length));
  let next = 0;
  let inMemory = 0;
  const visit = async (tab: Tab): Promise<void> => {
    for (let at = next++; at < entries.length; at = next++) {
      const [before, until, how] = [random() * BETWEEN, random() * DEATH, random() < 0.7];
      await pause(before);
      const submitted = tab.submit(entries[at]!);
      if (deadly.has(at)) {
        await pause(until);
        await tab.kill(how ? 'crash' : 'close');
      }
      if ((await submitted) === 'memory') inMemory++;
    }
  };
  await Promise.all(tabs.map(visit));
  return inMemory;
}

/** Keeps the tabs open until nothing waits, pressing "send again" where the page asks for it; how often it did. */
async function waitUntilEmpty(
  tabs: readonly Tab[],
  patience: number,
): Promise<{presses: number; given: string[]}> {
  const end = Date.now() + patience;
  let presses = 0;
  for (;;) {
    const left = await tabs[0]!.use((page) => page.evaluate(() => globalThis.desk.left()));
    for (const id of left.unclear) {
      presses++;
      await tabs[0]!.use((page) => page.evaluate((pressed) => globalThis.desk.press(pressed), id));
    }
    const done = left.waiting.length + left.unclear.length === 0;
    if (done || Date.now() > end) return {presses, given: left.given};
    for (const tab of tabs) await tab.use((page) => page.title());
    await pause(LOOK);
  }
}

/** Lets visitors with devices of their own sign up through the widget, as many at once as there are tabs. */
async function visitAll(
  browser: Browser,
  origin: string,
  {url, gathering}: Errand,
  options: TortureOptions,
): Promise<readonly Visit[]> {
  const random = seeded(options.seed + 2);
  const page = widgetPage(origin, url, gathering.id);
  const until = Date.now() + options.patience;
  const visits: Visit[] = [];
  let next = 0;
  const visitor = async (): Promise<void> => {
    for (let at = next++; at < options.widget; at = next++) {
      const [dies, when] = [random() < 0.4, random()];
      const who = {name: visitorName(at), email: emailOf(at), gathering: gathering.name};
      visits[at] = await signUpThroughWidget(browser, {
        ...who,
        url: page,
        dies: dies ? when : undefined,
        until,
      });
    }
  };
  await Promise.all(Array.from({length: options.tabs}, visitor));
  return visits;
}

async function torture(options: TortureOptions): Promise<boolean> {
  const found = await findChromium();
  if (!found) throw new Error(NO_CHROMIUM);
  if (options.widget > 0) await ensureBuilt();
  const started = Date.now();
  const data = await mkdtemp(join(tmpdir(), 'ctg-torture-'));
  const endpoint = await startEndpoint({port: 0, data, limit: 1_000_000, say: () => {}});
  const faults = await startFaults({target: endpoint.origin, seed: options.seed, share: options.share});
  const site = await startSite();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: CHROMIUM_ARGS,
    env: {...(process.env as Record<string, string>), ...found.env},
  });
  try {
    const errand = await findErrand(`${faults.origin}/church/ctg.json`);
    const names = Array.from({length: options.submissions}, (_, at) => visitorName(at));
    const entries = names.slice(options.widget).map((_, at) => entryFor(errand, options.widget + at));
    const nameOf = new Map(entries.map(({id}, at) => [id, names[options.widget + at]!]));
    const context = await browser.newContext();
    const told = new Set<string>();
    const tell = (id: string) => void told.add(nameOf.get(id) ?? id);
    await context.exposeFunction('heardOf', tell);
    const tabs = Array.from({length: options.tabs}, () => new Tab(context, site.origin));
    const visiting = visitAll(browser, site.origin, errand, options);
    // Heard below; a failure meanwhile must not end the process before its browser.
    visiting.catch(() => undefined);
    const inMemory = await submitAll(tabs, entries, options);
    const submitted = Date.now();
    const {presses, given} = await waitUntilEmpty(tabs, options.patience);
    const visits = await visiting;
    visits.forEach((visit, at) => visit.told && told.add(names[at]!));
    (await tabs[0]!.use((page) => page.evaluate(() => globalThis.desk.confirmed()))).forEach(tell);
    const table = endpoint.hostUrls['church']!.replace(/\/host\/(.*)$/, '/signups.csv?token=$1');
    const csv = await (await fetch(`${table}&gathering=${encodeURIComponent(errand.gathering.id)}`)).text();
    const verdict = compare(names, csv, told, faults.statistics());
    return print(verdict, {
      ...options,
      seconds: (Date.now() - started) / 1000,
      tail: (Date.now() - submitted) / 1000,
      kills: sum(tabs.map((tab) => tab.crashes)) + sum(visits.map(({kills}) => kills)),
      pressedAgain: presses + sum([...tabs, ...visits].map(({pressedAgain}) => pressedAgain)),
      inMemory,
      given: given.length,
      faults: faults.statistics(),
    });
  } finally {
    await browser.close();
    await site.close();
    await faults.close();
    await endpoint.close();
    await rm(data, {recursive: true, force: true});
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

process.exitCode = (await torture(readOptions(process.argv.slice(2)))) ? 0 : 1;
