// An empty embedded database, made once: each endpoint that a test starts copies it, which is a quarter of the work of
// making one.
import fs from 'node:fs';
import path from 'node:path';
import {PGlite} from '@electric-sql/pglite';

import {ROOT} from './run-steps.mjs';

const PACKAGE = path.join(ROOT, 'node_modules/@electric-sql/pglite/package.json');

/**
 * Its folder. Kept with the packages, and made anew with another version of what made it.
 * @returns {Promise<string>}
 */
export async function databaseTemplate() {
  const {version} = JSON.parse(fs.readFileSync(PACKAGE, 'utf8'));
  const folder = path.join(ROOT, 'node_modules/.cache', `ctg-database-${version}`);
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(path.dirname(folder), {recursive: true});
  const making = fs.mkdtempSync(`${folder}-`);
  const database = await PGlite.create(making);
  await database.close();
  // At once, because a run that was stopped here must not leave half a database to the next.
  fs.renameSync(making, folder);
  return folder;
}
