import {assert} from 'chai';

import {contrast} from '../../testing/contrast.js';
import {FlowerHarness, values} from './flower.harness.js';

/** The least that text, and drawings, need for everybody to tell them apart (WCAG 2.2). */
const TEXT = 4.5;
const DRAWN = 3;

/** Petals of every flower that there is, and bars. */
const COUNTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20];

describe('the colours of the flower', () => {
  let flower: FlowerHarness;
  let weak: string[];

  beforeEach(() => {
    flower = new FlowerHarness();
    weak = [];
  });

  afterEach(() => flower.end());

  /** Notes down what is too hard to tell from `back`; of several colours in `front`, one of which has to stand out. */
  function judge(what: string, front: string | readonly string[], back: string, least: number): void {
    const best = Math.max(...[front].flat().map((color) => contrast(color, back)));
    if (!(best >= least)) weak.push(`${what}: ${best.toFixed(2)} of ${least}`);
  }

  for (const theme of ['light', 'dark'] as const)
    for (const count of COUNTS) {
      const what = `${count} ${count > 12 ? 'bars' : 'petals'}, where it is ${theme}`;

      it(`tell its edges, numbers and ticks from what they stand on: ${what}`, () => {
        flower
          .wear(theme)
          .show({values: values(count), centre: '10k', word: 'people'})
          .choose('v0', 'v2');
        const surface = flower.token('surface');

        for (const rim of flower.all('.rim')) {
          judge('an edge', flower.stroke(rim), surface, DRAWN);
          judge('an edge where it is sunken', flower.stroke(rim), flower.token('sunken'), DRAWN);
        }
        for (const text of flower.all('.token text, .name, .total, .word'))
          judge(`the words ${text.textContent}`, flower.fill(text), surface, TEXT);
        for (const disc of flower.all('.token'))
          for (const mark of disc.querySelectorAll('.tick'))
            judge('a tick', flower.stroke(mark), flower.fill(disc.querySelector('circle')!), DRAWN);

        assert.deepEqual(weak, []);
        assert.lengthOf(flower.all('.tick'), 2);
      });

      it(`tell a disc and the lines of the focus from whichever petal they lie on: ${what}`, () => {
        flower
          .wear(theme)
          .show({values: values(count), lit: 'v1'})
          .choose('v0', 'v2');
        const [circle] = flower.all('.token circle');
        const disc = [flower.fill(circle!), flower.stroke(circle!)];
        const rings = flower.all('.ring').map((ring) => flower.stroke(ring));

        for (const petal of flower.all('.whole, .fill')) {
          judge('a disc or its edge', disc, flower.fill(petal), DRAWN);
          judge('one of the lines', rings, flower.fill(petal), DRAWN);
        }

        assert.deepEqual(weak, []);
        assert.lengthOf(rings, 2);
      });
    }

  for (const theme of ['light', 'dark'] as const)
    it(`tell a small one from what it stands on, where it is ${theme}`, () => {
      flower.wear(theme).show({size: 'small'}).choose('love');

      for (const edge of flower.all('.whole, .heart')) {
        judge('an edge', flower.stroke(edge), flower.token('surface'), DRAWN);
        judge('an edge where it is sunken', flower.stroke(edge), flower.token('sunken'), DRAWN);
      }

      assert.deepEqual(weak, []);
      assert.isAbove(flower.all('.whole').length, 4);
    });
});
