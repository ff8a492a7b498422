/** A PostgreSQL server as the endpoint's database: any number of processes may work on one. */
import {setTimeout as wait} from 'node:timers/promises';
import {types as embedded} from '@electric-sql/pglite';
import pg from 'pg';
import {type Database, DatabaseAway, type Queries} from './database.js';
import {TABLES} from './schema.js';

/** Connections of one process. Whoever signs up for one gathering waits for its row, however many there are. */
const CONNECTIONS = 10;
/** How long a request may wait for a connection, in milliseconds; the queue of a crowded minute is in this time. */
const CONNECT = 20_000;
/** How long one statement may take, in milliseconds: after that, the server is gone without having said so. */
const ANSWER = 30_000;
/** How often something is tried at most that got into another's way. */
const TRIES = 6;
/** The lock under which tables are made: the letters `ctg` as a number, which nobody else takes by chance. */
const TABLES_LOCK = 0x63_74_67;

/** Serialization failure and deadlock: the server undid all of it, and asks to try again. */
const AGAIN: ReadonlySet<string> = new Set(['40001', '40P01']);
/**
 * What a server says that can not work at the moment: connection lost, too many of them, no room, starting, shutting
 * down, taking too long, or only to be read since another one was promoted.
 */
const AWAY = /^(?:08|53|57P|57014|25006)/;
/** `bool[]`, `int4[]`, `text[]`: PGlite reads these as well, but knows of them only from its own tables. */
const ARRAYS: ReadonlySet<number> = new Set([1000, 1007, 1009]);

/**
 * Opens the database at `url` (`postgres://user:password@host/name`) and makes its tables.
 *
 * Rejects with `DatabaseAway` when it can not be reached or lets nobody in.
 *
 * @param say told where the data are, without the password
 */
export async function openServer(url: string, say: (line: string) => void = () => {}): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT,
    query_timeout: ANSWER,
    keepAlive: true,
    types: {getTypeParser: parserOf},
  });
  // Nobody listening would end the process: when a connection is lost that rests, and when one is lost between two
  // statements of a transaction, where the next statement fails anyway.
  let told = false;
  pool.on('error', ({message}) => {
    // A server that restarts hangs up on all of them at once.
    if (!told) console.error(`ctg-endpoint: the database hung up: ${message}`);
    told = true;
  });
  pool.on('connect', (client) => {
    told = false;
    client.on('error', () => undefined);
  });
  const database: Database = {
    query: (sql, values) => insistently(async () => (await asked(pool.query(sql, listed(values)))).rows),
    transaction: (run) => insistently(() => transactionOf(pool, run)),
    close: () => pool.end(),
  };
  try {
    await makeTables(database);
    const {host, database: name} = new pg.Client(url);
    say(`Using the PostgreSQL database “${name}” on ${host}.`);
    return database;
  } catch (error) {
    await pool.end();
    throw error instanceof DatabaseAway ? error : new DatabaseAway((error as Error).message, {cause: error});
  }
}

/**
 * Makes the tables that are not there yet. `if not exists` alone fails when two processes start at once: both see
 * no table, and the second to make it is told that the name is taken.
 */
function makeTables(database: Database): Promise<void> {
  return database.transaction(async (queries) => {
    // Ends with the transaction, so that it holds behind a pooler too, which hands connections around.
    await queries.query(`select pg_advisory_xact_lock(${TABLES_LOCK})`);
    await queries.query(TABLES);
  });
}

async function transactionOf<Value>(
  pool: pg.Pool,
  run: (queries: Queries) => Promise<Value>,
): Promise<Value> {
  const client = await asked(pool.connect());
  let lost: DatabaseAway | undefined;
  const ask = async (sql: string, values?: readonly unknown[]) => {
    try {
      return await asked(client.query(sql, listed(values)));
    } catch (error) {
      if (error instanceof DatabaseAway) lost = error;
      throw error;
    }
  };
  try {
    // Said aloud, because a server may have another default: whoever waited for a gathering's row must count what
    // was written in the meantime, which under `repeatable read` it would not see.
    await ask('begin isolation level read committed');
    const value = await run({query: async (sql, values) => (await ask(sql, values)).rows});
    // A transaction in which a statement failed is rolled back by `commit`, without an error.
    if ((await ask('commit')).command !== 'COMMIT') throw new Error('A statement failed and nobody noticed.');
    return value;
  } catch (error) {
    // Where the rollback fails as well the connection is lost, and with it everything that was not committed.
    if (!lost) await ask('rollback').catch(() => undefined);
    throw error;
  } finally {
    // A connection of which nothing is known is not handed to the next.
    client.release(lost);
  }
}

/** Runs `act` until it got through. Only what the server undid is run again, so nothing happens twice. */
async function insistently<Value>(act: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (tries === TRIES || !AGAIN.has(codeOf(error))) throw error;
      // Uneven, so that two that met do not meet again.
      await wait(Math.random() * 10 * 2 ** tries);
    }
  }
}

/** The same answer, with every sign of a lost or refused connection as `DatabaseAway`. */
async function asked<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    // Values that can not be written as SQL are a mistake of ours.
    if (error instanceof TypeError) throw error;
    // Without a code from the server it never answered: refused, reset, not found, too late.
    if (error instanceof pg.DatabaseError && !AWAY.test(codeOf(error))) throw error;
    throw new DatabaseAway((error as Error).message || codeOf(error), {cause: error});
  }
}

function codeOf(error: unknown): string {
  return String((error as {code?: unknown} | null)?.code ?? '');
}

/** Without values a text may hold several statements, which is how tables are made. */
function listed(values: readonly unknown[] = []): unknown[] | undefined {
  return values.length > 0 ? [...values] : undefined;
}

/** How a column's text becomes a value: as PGlite does it, so that no row tells which database it came from. */
function parserOf(type: number): (text: string) => unknown {
  if (ARRAYS.has(type)) return pg.types.getTypeParser(type);
  return (embedded.parsers as Record<number, (text: string) => unknown>)[type] ?? ((text) => text);
}
