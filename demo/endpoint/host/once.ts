import {createHash} from 'node:crypto';
import {newId} from '../../../src/base/id.js';
import type {Result} from '../../../src/base/result.js';
import {ok} from '../../../src/base/result.js';
import {isUuid} from '../../../src/protocol/rules.js';
import type {Database, Queries} from '../database.js';
import {type Fields, first} from '../form.js';
import {html, type Markup} from '../pages/html.js';
import {FORM_KEY} from './press.js';

const ONCE = 'once';

/** A key for a form whose button may act once, kept while the form is shown again. */
export function onceField(fields?: Fields): Markup {
  return html`<input type="hidden" name="${ONCE}" value="${(fields && first(fields, ONCE)) || newId()}" />`;
}

/**
 * Does what a form asks for once, and answers a second press, or a page that was loaded again, with what came of the
 * first.
 *
 * The key is written in the transaction of the deed: a second press waits for it, and when the first one breaks,
 * neither the deed nor the key is there. What is refused leaves no key, so that it can be asked for again.
 *
 * @param run answers where the host is led next, in at most a line
 */
export function once<Failure>(
  database: Database,
  site: string,
  fields: Fields,
  run: (queries: Queries) => Promise<Result<string, Failure>>,
): Promise<Result<string, Failure>> {
  const key = keyOf(fields) ?? newId();
  return database.transaction(async (queries) => {
    const fresh = await queries.query(
      'insert into presses (site, key) values ($1, $2) on conflict (site, key) do nothing returning key',
      [site, key],
    );
    if (fresh.length === 0) return ok((await read(queries, site, key)) ?? '');
    const done = await run(queries);
    await (done.ok
      ? queries.query('update presses set outcome = $3 where site = $1 and key = $2', [site, key, done.value])
      : queries.query('delete from presses where site = $1 and key = $2', [site, key]));
    return done;
  });
}

/** What came of the first press of this form; undefined before it. */
export async function outcomeOf(queries: Queries, site: string, fields: Fields): Promise<string | undefined> {
  const key = keyOf(fields);
  return key && read(queries, site, key);
}

async function read(queries: Queries, site: string, key: string): Promise<string | undefined> {
  const rows = await queries.query<{outcome: string}>(
    'select outcome from presses where site = $1 and key = $2',
    [site, key],
  );
  return rows[0]?.outcome;
}

/** Fields that say how a form was pressed, and not what it holds. */
const PRESSED = new Set(['do', 'expected', FORM_KEY]);

/**
 * The key that a form sent, with what it holds; one that no form of ours has counts for nothing.
 *
 * With what it holds, because browsers go back: whoever finds the form again after it was sent, and writes something
 * else into it, presses for the first time, and must not be told that it was done.
 */
function keyOf(fields: Fields): string | undefined {
  const sent = first(fields, ONCE);
  if (!isUuid(sent)) return undefined;
  const held = [...fields].filter(([name]) => !PRESSED.has(name));
  return createHash('sha256').update(JSON.stringify(held)).digest('base64url');
}
