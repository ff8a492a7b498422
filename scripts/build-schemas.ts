// Writes the published JSON Schemas, one file per message family, and the description of an endpoint that uses them:
// `build-schemas.ts FOLDER`.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {openApiOf} from '../demo/endpoint/openapi.js';
import {jsonSchema, schemas} from '../src/protocol/schemas.js';

const [folder = 'dist'] = process.argv.slice(2);
const tidy = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
mkdirSync(join(folder, 'schema'), {recursive: true});
for (const name of Object.keys(schemas) as Array<keyof typeof schemas>)
  writeFileSync(join(folder, 'schema', `${name}.json`), tidy(jsonSchema(name)));

/** Stands for whoever builds an endpoint of their own after it. */
const site = {id: 'SITE', publisher: {name: 'your community'}, extra: {pledge: {}, network: {}}};
writeFileSync(join(folder, 'openapi.json'), tidy(openApiOf(site, 'https://YOUR-ENDPOINT')));
