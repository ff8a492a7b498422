// What axe finds on a page as a whole, and whatever is wider than the screen.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

import type {Page as Tab} from 'playwright-core';

// Its types name what axe puts into the page.
import type {} from '../testing/axe.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with the page as it is shown now; nothing for a page that everybody can use. */
export async function faultsOf(tab: Tab): Promise<string[]> {
  await tab.evaluate(AXE);
  const axe = await tab.evaluate(async (rules) => {
    const {violations} = await window.axe.run(document.documentElement, {
      runOnly: {type: 'tag', values: rules},
      resultTypes: ['violations'],
    });
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({target, any}) => `${id} at ${target.flat(2).join(' ')}: ${any[0]?.message ?? ''}`),
    );
  }, RULES);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...axe, ...(wide > 0 ? [`${wide} px wider than the screen`] : [])];
}
