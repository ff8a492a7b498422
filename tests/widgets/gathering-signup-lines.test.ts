import {assert} from 'chai';
import {html} from 'lit';

import {gathering, inDays} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const LATER = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')});

/** Where `words` stand on the screen, a rectangle a line. */
function linesOf({element}: GatheringSignupHarness, words: string): DOMRect[] {
  const texts = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const {data} = texts.currentNode as Text;
    const at = data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(texts.currentNode, at);
    range.setEnd(texts.currentNode, at + words.length);
    return [...range.getClientRects()];
  }
  throw new Error(`"${words}" is not there.`);
}

describe('the lines of <ctg-gathering-signup>', () => {
  let visit: Visit;

  afterEach(() => visit.end());

  for (const capacity of [60, undefined])
    it(`begin at one edge in a confirmation without a ring, with ${capacity ?? 'any number of'} places`, async () => {
      visit = new Visit({gatherings: [gathering({capacity}), LATER]});
      const widget = await visit.arrive();
      await widget.signUp('Supper for neighbours');
      await widget.says("You're in, Ana.");

      assert.deepEqual(widget.seats, {});
      assert.equal(linesOf(widget, "You're in")[0]!.left, linesOf(widget, 'Supper for')[0]!.left);
    });

  it('never begin with the comma of a long word, where people are counted in a narrow column', async () => {
    visit = new Visit({gatherings: [gathering(), LATER]});
    // A wide font: with it the longest word and the comma behind it are as wide as what is left for them.
    Object.assign(visit.stage.root.style, {
      inlineSize: '288px',
      fontFamily: 'DejaVu Sans, Verdana, sans-serif',
    });
    const widget = await visit.arrive(
      html`<ctg-gathering-signup lang="de" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );
    await widget.says('Anmelden');
    await widget.openForm('Supper for neighbours');

    assert.lengthOf(linesOf(widget, 'Erwachsene,'), 1);
  });
});
