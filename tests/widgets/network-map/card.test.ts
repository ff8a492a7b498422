import {assert} from 'chai';

import type {Group} from '../../../src/protocol/group.js';
import {MapVisit, until} from '../network-map.harness.js';

describe('The card of a group that means no good', () => {
  let visit: MapVisit;

  beforeEach(() => {
    visit = new MapVisit();
  });

  afterEach(() => visit.end());

  const see = (groups: readonly Partial<Group>[]): Promise<void> => {
    const named = groups.map((group, at) => ({...group, id: `g${at}`, name: `Group ${at}`}));
    const url = 'https://stranger.example/ctg.json';
    return visit.see([{url, readAt: Date.now(), groups: named}], 'list');
  };

  const linksOf = async (at: number): Promise<readonly string[]> => {
    await visit.press(`Group ${at}`);
    await until(() => assert.include(visit.root.querySelector('.title')?.textContent, `Group ${at}`));
    return [...visit.root.querySelectorAll<HTMLAnchorElement>('.links a')].map(({href}) => href);
  };

  it('has a link that writes to one address, and puts no words into anybody’s mouth', async () => {
    const addresses = [
      ['ana@garden.example', 'mailto:ana@garden.example'],
      [
        'a?bcc=b%40stranger.example&body=Hello#x@garden.example',
        'mailto:a%3Fbcc=b%2540stranger.example%26body=Hello%23x@garden.example',
      ],
      ['\ud800@garden.example', 'mailto:%EF%BF%BD@garden.example'],
    ] as const;
    await see(addresses.map(([email]) => ({contact: {email}})));

    for (const [at, [, href]] of addresses.entries()) assert.deepEqual(await linksOf(at), [href]);
  });

  it('leads nowhere that could run', async () => {
    const urls = ['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', '//x', 'blob:x'];
    await see(urls.map((url) => ({url, contact: {url}})));

    for (const at of urls.keys()) assert.deepEqual(await linksOf(at), []);
  });
});
