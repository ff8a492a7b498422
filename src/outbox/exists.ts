/** Name of the one database, and of the one object store in it. Fixed for good: an old tab must never block a new one. */
export const DATABASE = 'ctg';

/** Name of the database of copies. Another one, or who has copies alone would seem to have sent something. */
export const COPIES = 'ctg-copies';

/**
 * Whether this device keeps anything of ours, found out without creating a database.
 *
 * A visitor who never sent anything must not get a database merely by looking; a visitor who did must not need the
 * whole outbox on every page to be told.
 */
export async function hasOutbox(name: string = DATABASE): Promise<boolean> {
  try {
    // Chromium refuses a frame without an origin twice: to us, and in a promise that nobody can catch.
    return (
      globalThis.origin !== 'null' && (await indexedDB.databases()).some((database) => database.name === name)
    );
  } catch {
    // No IndexedDB, or a sandboxed frame that may not touch it: then nothing is kept either.
    return false;
  }
}
