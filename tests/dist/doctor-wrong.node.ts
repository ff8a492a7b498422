// The wrong endpoints that `ctg check` is held to, as a page sees them: what it can see is named, nothing is invented.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import type {FindingCode} from '../../src/endpoint/diagnosis/finding.js';
import {RightServer} from '../command/right-server.js';
import {WRONG_TO_READ} from '../command/wrong-servers.js';
import {WRONG_TO_WRITE} from '../command/wrong-writers.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {snippet, tag} from './visit.js';
import {DEBUG, visitWard} from './ward.js';

const BY_WRITING = 'the doctor never writes, and finding it out means signing somebody up';
const HIDDEN = 'browsers tell a page nothing but that there was no answer';

/** What a page does not find, and why. */
const UNSEEN: Partial<Record<FindingCode, string>> = {
  'preflight-manage':
    'a page is not told for which methods it has leave, and to try one would change something',
  'cors-twice': HIDDEN,
  'redirect-loop': HIDDEN,
  'accepts-invalid': BY_WRITING,
  doubled: BY_WRITING,
  'empty-answer': BY_WRITING,
  'error-under-200': BY_WRITING,
  'error-unreadable': BY_WRITING,
  'give-up-fails': BY_WRITING,
  'id-not-key': BY_WRITING,
  'id-replaced': BY_WRITING,
  'idempotent-unsaid': BY_WRITING,
  'manage-fails': BY_WRITING,
  'no-manage': BY_WRITING,
  'no-receipt': BY_WRITING,
  'other-receipt': BY_WRITING,
  'redirect-write': BY_WRITING,
  'repeat-fails': BY_WRITING,
  'retry-after-hidden': BY_WRITING,
  'write-fails': BY_WRITING,
  'write-no-cors': BY_WRITING,
  'write-refused': BY_WRITING,
};

const ALL = [...WRONG_TO_READ, ...WRONG_TO_WRITE].map((wrong) => ({
  ...wrong,
  seen: wrong.page ?? wrong.codes.filter((code) => UNSEEN[code] === undefined),
}));

describe('the doctor at a wrong endpoint', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const {name, seen, make} of ALL)
    test(
      `${seen.length > 0 ? `names ${seen.join(', ')}` : 'invents nothing'}: ${name}`,
      {timeout: 30_000},
      async () => {
        const server = await new RightServer().open();
        try {
          make(server);
          await visitWard(browser, site, {body: snippet(server.url, DEBUG) + tag()}, '', async (ward) => {
            assert.deepEqual(await ward.found(), [...seen].sort());
          });
          assert.deepEqual(server.rows, [], 'it signs nobody up');
        } finally {
          await server.close();
        }
      },
    );

  test('sees every fault of the tables, but those of which it is said why not', () => {
    const found = new Set(ALL.flatMap(({seen}) => seen));
    const missed = ALL.flatMap(({codes}) => codes).filter((code) => !found.has(code));

    assert.deepEqual(
      missed.filter((code) => UNSEEN[code] === undefined),
      [],
    );
  });
});
