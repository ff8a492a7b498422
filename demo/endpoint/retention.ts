import {readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import type {Gathering} from '../../src/protocol/gathering.js';
import {parseMoment} from '../../src/protocol/moment.js';
import type {Database} from './database.js';
import type {Site} from './documents.js';
import {fileOf, UNFINISHED} from './mail/letter.js';

const DAY = 24 * 3_600_000;
/** Days for which personal data are kept after a gathering where a site says nothing else. */
const KEEP_DAYS = 30;

/**
 * When a signup is deleted: the site's `keepDays` after the gathering, counted from today where it has no date.
 *
 * Written down with the signup, so that moving the gathering later can not keep people's data for longer than
 * they were told, but for the time until it is over.
 */
export function keepUntil(site: Site, gathering: Gathering, now: number): string {
  const last = gathering.end ?? gathering.start;
  const end = last === undefined ? undefined : parseMoment(last, gathering.timeZone)?.at;
  return new Date(Math.max(end ?? now, now) + keepDaysOf(site) * DAY).toISOString();
}

/** When the rest of something that is over now is deleted: as many days later as the site says. */
export function forgottenAt(site: Site, now: number): string {
  return new Date(now + keepDaysOf(site) * DAY).toISOString();
}

/** Days for which a site keeps personal data after a gathering. */
export function keepDaysOf(site: Site): number {
  return site.publisher.privacy?.keepDays ?? KEEP_DAYS;
}

/** Milliseconds after which a host's form that was kept open may act a second time: thirty days. */
const PRESS_KEPT = 30 * DAY;
/** Milliseconds after which nobody writes to the file of a letter any more that is not whole: an hour. */
const CUT_OFF = 3_600_000;

/**
 * Deletes every signup whose time is over, row and all, with the letters about it; answers how many signups there were.
 *
 * The files of letters go before their rows: what is cut off in between is found again the next time.
 *
 * @param mail the folder in which letters are kept that no mail server takes
 */
export async function purge(database: Database, now: number, mail = ''): Promise<number> {
  const at = new Date(now).toISOString();
  const gone = await database.query('delete from signups where keep_until < $1 returning id', [at]);
  // Those that were declined or taken back, which nobody counts any more; a pledge that stands is kept until then.
  await database.query('delete from pledges where keep_until < $1', [at]);
  await database.query('delete from network_groups where keep_until < $1', [at]);
  await database.query('update network_groups set asker = null, asker_until = null where asker_until < $1', [
    at,
  ]);
  const letters = await database.query<{id: string; created: Date}>(
    `select id, created from letters l where keep_until < $1
       or ((sent is not null or refused is not null) and signup is not null
         and not exists (select from signups s where s.site = l.site and s.id = l.signup))`,
    [at],
  );
  if (mail !== '') {
    for (const letter of letters) await rm(join(mail, fileOf(letter)), {force: true});
    await sweep(mail, now);
  }
  await database.query('delete from letters where id = any($1)', [letters.map(({id}) => id)]);
  await database.query('delete from presses where at < $1', [new Date(now - PRESS_KEPT).toISOString()]);
  return gone.length;
}

/** Deletes what a crash in the middle of writing left of letters; they are in the queue still, and written anew. */
async function sweep(mail: string, now: number): Promise<void> {
  // No letter was ever written here, so there is no folder.
  const names = await readdir(mail).catch(() => []);
  for (const name of names.filter((each) => each.endsWith(UNFINISHED))) {
    const file = join(mail, name);
    const {mtimeMs} = await stat(file).catch(() => ({mtimeMs: now}));
    if (mtimeMs < now - CUT_OFF) await rm(file, {force: true});
  }
}
