// Endpoints that speak other JSON, as the command reads them.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import type {Finding} from '../../src/endpoint/diagnosis/finding.js';
import {RightServer} from './right-server.js';
import {ctg} from './terminal.js';

const MAPPING = {items: 'data', gathering: {id: 'key', name: 'title', start: 'begins'}};
const EVENTS = {data: [{key: 'a', title: 'Supper', begins: '2099-12-03T18:00:00Z'}]};

async function codesOf(answer: unknown, more: readonly string[], input = ''): Promise<readonly string[]> {
  const server = await new RightServer().open();
  server.read = (_request, response) => server.say(response, 200, answer);
  try {
    const args = ['check', server.url, '--json', ...more];
    const {out, error} = await ctg(args, {input: () => Promise.resolve(input)});
    assert.equal(error, '');
    return (JSON.parse(out) as {findings: readonly Finding[]}).findings.map(({code}) => code);
  } finally {
    await server.close();
  }
}

describe('ctg check of other JSON', () => {
  const mapped = (mapping: unknown) => codesOf(EVENTS, ['--mapping', '-'], JSON.stringify(mapping));

  test('reads it by a mapping', async () => {
    assert.deepEqual(await mapped(MAPPING), ['read-only']);
  });

  test('says where a mapping is wrong', async () => {
    assert.deepEqual(await mapped({...MAPPING, gathering: {...MAPPING.gathering, start: 'a[?'}}), [
      'mapping-syntax',
    ]);
  });

  test('says that a mapping finds nothing', async () => {
    assert.deepEqual(await mapped({...MAPPING, items: 'dota'}), ['mapping-empty']);
  });

  test('says that no format is called so, and that it is in no format', async () => {
    assert.deepEqual(await codesOf(EVENTS, ['--format', 'osbi']), ['unknown-format']);
    assert.deepEqual(await codesOf(EVENTS, []), ['not-a-document']);
    assert.deepEqual(await codesOf(EVENTS, ['--format', 'geojson']), ['wrong-format']);
  });

  test('names an error under a good status, as GraphQL has it', async () => {
    const answer = {errors: [{message: 'no such field'}], data: null};

    assert.deepEqual(await codesOf(answer, ['--format', 'geojson']), ['error-under-200']);
  });
});
