// One run: many visitors sign up in real tabs, over a network that breaks a share of the posts, while the tabs are
// killed at random moments. Afterwards the list at the endpoint is compared with what the visitors sent.
import {setTimeout as pause} from 'node:timers/promises';

import {startEndpoint} from '../../demo/endpoint/endpoint.js';
import type {Entry} from '../../src/outbox/entry.js';
import {dataFolder} from '../demo/endpoint/rig.js';
import {seeded, startFaults} from '../testing/faults.js';
import {type Engine, PLAIN_HOST} from './engines.js';
import type {TortureOptions} from './options.js';
import {compare, type Result, resultOf} from './report.js';
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
/** Share of deaths that are crashes; the other tabs are closed. */
const CRASHES = 0.7;

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
      const [before, until, how] = [random() * BETWEEN, random() * DEATH, random() < CRASHES];
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
  engine: Engine,
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
      const who = {name: visitorName(at), email: emailOf(at)};
      visits[at] = await signUpThroughWidget(engine, {
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

/** Whether the page is the kind that was asked for; a run on the wrong kind would prove nothing. */
async function checkPage(tab: Tab, {page: kind}: TortureOptions): Promise<void> {
  const found = await tab.use((page) =>
    page.evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto]),
  );
  const secure = kind === 'secure';
  if (found.some((one) => one !== secure))
    throw new Error(
      `The page should be ${kind}: isSecureContext, Web Locks, randomUUID are ${found.join(', ')}.`,
    );
}

/** Runs it once in `engine`, and says what came of it. */
export async function torture(engine: Engine, options: TortureOptions): Promise<Result> {
  const started = Date.now();
  const {data, forget} = await dataFolder();
  const endpoint = await startEndpoint({
    port: 0,
    data,
    databaseUrl: undefined,
    limit: 1_000_000,
    say: () => {},
  });
  const faults = await startFaults({target: endpoint.origin, seed: options.seed, share: options.share});
  const site = await startSite(options.page === 'http' ? PLAIN_HOST : '127.0.0.1');
  const device = await engine.newDevice();
  try {
    const errand = await findErrand(`${faults.origin}/church/ctg.json`);
    const names = Array.from({length: options.submissions}, (_, at) => visitorName(at));
    const entries = names.slice(options.widget).map((_, at) => entryFor(errand, options.widget + at));
    const nameOf = new Map(entries.map(({id}, at) => [id, names[options.widget + at]!]));
    const tabs = Array.from({length: options.tabs}, () => new Tab(engine, device, site.origin));
    await checkPage(tabs[0]!, options);
    const visiting = visitAll(engine, site.origin, errand, options);
    // Heard below; a failure meanwhile must not end the process before its browser.
    visiting.catch(() => undefined);
    const inMemory = await submitAll(tabs, entries, options);
    const submitted = Date.now();
    const {presses, given} = await waitUntilEmpty(tabs, options.patience);
    const visits = await visiting;
    const kept = await tabs[0]!.use((page) => page.evaluate(() => globalThis.desk.confirmed()));
    const told = new Set([...site.heard, ...kept].map((id) => nameOf.get(id) ?? id));
    visits.forEach((visit, at) => visit.told && told.add(names[at]!));
    const table = endpoint.hostUrls['church']!.replace(/\/host\/(.*)$/, '/signups.csv?token=$1');
    const csv = await (await fetch(`${table}&gathering=${encodeURIComponent(errand.gathering.id)}`)).text();
    const all = [...tabs, ...visits];
    return resultOf(compare(names, csv, told, faults.statistics()), {
      ...options,
      seconds: (Date.now() - started) / 1000,
      tail: (Date.now() - submitted) / 1000,
      crashed: sum(all.map(({crashes}) => crashes)),
      closed: sum(all.map(({closings}) => closings)),
      pressedAgain: presses + sum(all.map(({pressedAgain}) => pressedAgain)),
      inMemory,
      given: given.length,
      faults: faults.statistics(),
    });
  } finally {
    await device.close().catch(() => undefined);
    await site.close();
    await faults.close();
    await endpoint.close();
    forget();
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
