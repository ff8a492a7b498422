// Writes the published JSON Schemas, one file per message family: `build-schemas.ts FOLDER`.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {jsonSchema, schemas} from '../src/protocol/schemas.js';

const [folder = 'dist/schema'] = process.argv.slice(2);
mkdirSync(folder, {recursive: true});
for (const name of Object.keys(schemas) as Array<keyof typeof schemas>)
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(jsonSchema(name), null, 2)}\n`);
