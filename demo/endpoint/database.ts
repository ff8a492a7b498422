import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {PGlite} from '@electric-sql/pglite';
import {TABLES} from './schema.js';

/** Asks one question in SQL with `$1`, `$2` … for the values, which are never written into the text. */
export interface Queries {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * All that the endpoint knows of its database.
 *
 * Narrow on purpose: the SQL beside it is plain PostgreSQL, so that the embedded one and a server (`postgres.ts`)
 * stand behind the same three members.
 */
export interface Database extends Queries {
  /**
   * Runs `run` in one transaction: all of it happens, or, when it throws, nothing. Each statement sees what was
   * committed before it. `run` does nothing but ask: on a server it is run again when it got into another's way.
   */
  transaction<Value>(run: (queries: Queries) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

/** The database can not be reached, or not now; whether a write that was cut off arrived is not known. */
export class DatabaseAway extends Error {}

/** Someone else has this folder open: two embedded databases in one folder would destroy each other's pages. */
export class FolderInUse extends Error {}

/**
 * Opens the embedded PostgreSQL kept in `folder`, making it at the first start.
 *
 * @param say told when the wait will be long: the very first start takes some seconds
 * @param template folder of an empty database, which is copied at the first start instead: a quarter of the work
 */
export async function openDatabase(
  folder: string,
  say: (line: string) => void = () => {},
  template?: string,
): Promise<Database> {
  mkdirSync(folder, {recursive: true});
  const release = claim(folder);
  const files = join(folder, 'database');
  if (!existsSync(files)) {
    say('Preparing the database. This happens once and takes some seconds.');
    if (template) cpSync(template, files, {recursive: true});
  }
  const pglite = await PGlite.create(files);
  await pglite.exec(TABLES);
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await pglite.query<Row>(sql, [...values])).rows,
    transaction: (run) =>
      pglite.transaction((transaction) =>
        run({
          query: async <Row>(sql: string, values: readonly unknown[] = []) =>
            (await transaction.query<Row>(sql, [...values])).rows,
        }),
      ),
    close: async () => {
      await pglite.close();
      release();
    },
  };
}

/** Marks `folder` as ours until the answer is called; a mark left by a process that is gone counts for nothing. */
function claim(folder: string): () => void {
  const mark = join(folder, 'endpoint.pid');
  const owner = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0;
  if (owner > 0 && owner !== process.pid && isRunning(owner)) {
    throw new FolderInUse(`Another endpoint (process ${owner}) is using the folder ${folder}.`);
  }
  writeFileSync(mark, String(process.pid));
  return () => rmSync(mark, {force: true});
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to someone else. ESRCH: nobody has this number any more.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
