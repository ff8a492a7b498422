// One address read in two ways on a page: each widget shows what its own mapping says, whoever asks first.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import {RightServer} from '../command/right-server.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {tag} from './visit.js';
import {visitWard} from './ward.js';

const ANSWER = {
  data: [
    {key: 'a', title: 'Supper', motto: 'Bread for all', begins: '2099-12-03T18:00:00Z'},
    {key: 'b', title: 'Walk', motto: 'Slow and together', begins: '2099-12-10T18:00:00Z'},
  ],
};
const by = (name: string): string =>
  `data-mapping='${JSON.stringify({items: 'data', gathering: {id: 'key', name, start: 'begins'}})}'`;

describe('one address with two mappings on a page', () => {
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

  /** The names that the `n`-th widget lists, once it lists any. */
  const opened = async (
    attributes: readonly string[],
    act: (names: readonly (readonly string[])[], asked: number) => void | Promise<void>,
  ): Promise<void> => {
    const server = await new RightServer().open();
    let asked = 0;
    server.read = (_request, response) => {
      asked += 1;
      return server.say(response, 200, ANSWER, {'Cache-Control': 'no-store'});
    };
    try {
      const divs = attributes.map(
        (each) =>
          `<div data-ctg="gathering-signup" data-endpoint="${server.url}" ${each}><a href="/ours">Ours</a></div>`,
      );
      await visitWard(browser, site, {body: divs.join('') + tag()}, '', async ({tab}) => {
        const names: (readonly string[])[] = [];
        for (let n = 0; n < attributes.length; n += 1) {
          const items = tab.locator('ctg-gathering-signup').nth(n).locator('[part~="item"] [role="heading"]');
          await items.nth(1).waitFor();
          names.push(await items.allInnerTexts());
        }
        await act(names, asked);
      });
    } finally {
      await server.close();
    }
  };

  test('shows in each what its own mapping says, in either order', async () => {
    for (const order of [
      ['title', 'motto'],
      ['motto', 'title'],
    ])
      await opened(order.map(by), (names, asked) => {
        const said = {title: ['Supper', 'Walk'], motto: ['Bread for all', 'Slow and together']};
        assert.deepEqual(
          names,
          order.map((key) => said[key as keyof typeof said]),
        );
        assert.equal(asked, 2, 'asked for each');
      });
  });

  test('asks once where both are the same', async () => {
    await opened([by('title'), by('title')], (names, asked) => {
      assert.deepEqual(names, [
        ['Supper', 'Walk'],
        ['Supper', 'Walk'],
      ]);
      assert.equal(asked, 1);
    });
  });
});
