import {executeServerCommand} from '@web/test-runner-commands';
import {assert} from 'chai';

import {showsNames} from '../../../src/ui/flower/flower-view.js';
import {assertAccessible} from '../../testing/axe.js';
import {FIVE, FlowerHarness, values} from './flower.harness.js';

describe('the flower of a list of values', () => {
  let flower: FlowerHarness;

  beforeEach(() => {
    flower = new FlowerHarness();
  });

  afterEach(() => flower.end());

  it('has a petal for each value, clockwise from the top, in either direction of reading', () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      flower.read(direction).show();

      const middles = flower.petals.map((petal) => petal.getBoundingClientRect());
      assert.lengthOf(middles, 5);
      const [love, integrity, , service, respect] = middles;
      assert.isBelow(love!.top, integrity!.top);
      assert.isAbove(integrity!.left, respect!.left + 50);
      assert.isAbove(service!.top, respect!.top);
    }
  });

  it('is a picture that no reader reads and no key reaches', async () => {
    flower.choose('love').show({lit: 'courage', centre: '213', word: 'people'});

    assert.equal(flower.svg.getAttribute('aria-hidden'), 'true');
    assert.equal(flower.svg.getAttribute('focusable'), 'false');
    assert.lengthOf(flower.all('[tabindex], [style], a, title'), 0);
    await assertAccessible(flower.host);
  });

  it('has the colours of its places, mixed from the site’s own', () => {
    flower.host.style.setProperty('--ctg-color-petal-top', 'rgb(0, 128, 0)');
    flower.show().choose('love');
    const colors = flower.petals.map((petal) => getComputedStyle(petal).color);

    assert.equal(new Set(colors).size, 3, colors.join(' '));
    assert.equal(colors[1], colors[4]);
    // Green all through, which is mixed by its hue and says so.
    const [, , , green] = /^(\w+)\((\S+) (\S+) /.exec(colors[0]!) ?? [];
    assert.isDefined(green, colors[0]);
    assert.notEqual(flower.fill(flower.bloomed[0]!.querySelector('.fill')!), 'rgb(0, 0, 0)');
  });

  for (const n of [3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    it(`says which of ${n} petals was pressed, from the heart to the tip, at 320 pixels`, () => {
      flower.end();
      flower = new FlowerHarness('286px').show({values: values(n), chosen: new Set(['v1', 'v2']), lit: 'v2'});

      for (let index = 0; index < n; index++) for (const at of [55, 74, 82, 97]) flower.pressPetal(index, at);

      assert.deepEqual(
        flower.pressed,
        values(n).flatMap(({id}) => [id, id, id, id]),
      );
    });

  it('says nothing where its heart was pressed, though petals begin below it', () => {
    flower.host.style.inlineSize = '286px';
    flower.show({values: values(12), centre: '10k'});

    for (const at of [0, 10, 15, 19]) flower.pressPetal(3, at);

    assert.deepEqual(flower.pressed, []);
  });

  it('says which name was pressed', () => {
    flower.show();

    for (const name of flower.all('.name')) name.dispatchEvent(new MouseEvent('click', {bubbles: true}));

    assert.deepEqual(
      flower.pressed,
      FIVE.map(({id}) => id),
    );
  });

  it('ticks what was chosen, fills it and leaves alone what had bloomed before', () => {
    flower.choose('service');
    const [service] = flower.bloomed;

    flower.choose('love', 'service');

    assert.lengthOf(flower.bloomed, 2);
    assert.equal(flower.bloomed[1], service);
    assert.lengthOf(flower.all('.tick'), 2);
    assert.notEqual(
      flower.fill(flower.bloomed[0]!.querySelector('.whole')!),
      flower.fill(flower.petals[0]!.querySelector('.whole')!),
    );

    flower.choose('service');
    assert.deepEqual(flower.bloomed, [service!]);
  });

  it('fills what was chosen to the tip where nobody has been counted', () => {
    flower.show({values: FIVE.map(({id, label}) => ({id, label}))}).choose('love');

    const [fill, whole] = [flower.all('.fill'), flower.all('.bloom .whole')];
    assert.lengthOf(fill, 1);
    assert.equal(fill[0]!.getAttribute('d'), whole[0]!.getAttribute('d'));
  });

  it('lights the petal whose box has the focus, and no other', () => {
    flower.show({lit: 'integrity'});
    assert.equal(flower.all('.ring')[0]!.getAttribute('transform'), 'rotate(72)');

    flower.show({lit: 'nobody'});
    assert.lengthOf(flower.all('.ring'), 0);
  });

  it('has names round it where it is wide, and the numbers of the list where it is narrow', () => {
    flower.show();
    assert.deepEqual(
      flower.seen,
      FIVE.map(({label}) => label),
    );

    flower.host.style.inlineSize = '320px';
    assert.deepEqual(flower.seen, ['1', '2', '3', '4', '5']);

    flower.choose('courage');
    assert.deepEqual(flower.seen, ['1', '2', '4', '5']);
  });

  it('has numbers at any width where a name is too long, and says so to whoever draws the list', () => {
    const long = [...FIVE.slice(1), {id: 'long', label: 'Verantwortungsbewusstsein', count: 1}];
    flower.show({values: long});

    assert.deepEqual(flower.seen, ['1', '2', '3', '4', '5']);
    assert.isFalse(showsNames(long));
    assert.isTrue(showsNames(FIVE));
  });

  it('keeps names inside its box, in two lines where they need them', () => {
    flower.show({values: FIVE.map((value) => ({...value, label: 'Care for others'}))});

    const box = flower.svg.getBoundingClientRect();
    assert.lengthOf(flower.all('.name'), 10);
    for (const name of flower.all('.name')) {
      const {left, right} = name.getBoundingClientRect();
      assert.isTrue(left >= box.left - 24 && right <= box.right + 24, `${left} ${right}`);
    }
  });

  it('keeps the lines of a name in order where they are Arabic', () => {
    flower.read('rtl').show({values: FIVE.map((value) => ({...value, label: 'الاحترام المتبادل'}))});

    for (let index = 0; index < 10; index += 2) {
      const [first, second] = flower.all('.name').slice(index, index + 2);
      assert.include(first!.textContent, 'الاحترام');
      assert.isBelow(first!.getBoundingClientRect().top, second!.getBoundingClientRect().top);
    }
  });

  it('has neither where only a flower is wanted', () => {
    assert.deepEqual(flower.show({numbered: false}).seen, []);
  });

  it('has a number and what it counts in its heart, or seeds', () => {
    flower.show({numbered: false, centre: '10k', word: 'people'});
    assert.deepEqual(flower.seen, ['10k', 'people']);
    assert.lengthOf(flower.all('.seeds'), 0);

    flower.show({numbered: false, centre: undefined});
    assert.lengthOf(flower.all('.seeds'), 1);
  });

  it('keeps in its heart whatever number stands there', () => {
    flower.show({centre: '9.007.199 Mio.', word: 'Organisationen'});

    const heart = flower.all('.heart')[0]!.getBoundingClientRect();
    for (const text of flower.all('.total, .word'))
      assert.isAtMost(text.getBoundingClientRect().width, heart.width + 1);
  });

  it('shows what an endpoint says as text, and draws whatever it counts', () => {
    const label = '<img/src=x>';
    flower.show({
      values: [Number.NaN, -5, Infinity, 1e308, 0].map((count, index) => ({id: `${index}`, label, count})),
    });

    assert.deepEqual(flower.seen, Array(5).fill(label));
    assert.lengthOf(flower.all('img'), 0);
    assert.lengthOf(flower.all('.petal .fill'), 2);
    for (const path of flower.all('path')) assert.notMatch(path.getAttribute('d')!, /NaN|Infinity/);
  });

  it('is small and without words on a wall, with what was chosen in full colour', () => {
    flower.show({size: 'small', centre: '5'}).choose('love');

    assert.deepEqual(flower.seen, []);
    assert.isAtMost(flower.svg.getBoundingClientRect().width, 40);
    const [love, integrity] = flower.all('.whole');
    assert.notEqual(flower.fill(love!), flower.fill(integrity!));
  });

  it('tells what was chosen by light and dark where a visitor’s own colours are forced', async function () {
    // Only Chromium can be told to force them for one page.
    if (!(await executeServerCommand('force-colors', true))) return this.skip();
    try {
      flower.choose('love').show({lit: 'courage'});

      const [chosen] = flower.bloomed;
      assert.equal(flower.fill(chosen!.querySelector('.whole')!), flower.resolved('CanvasText'));
      assert.equal(flower.fill(flower.petals[1]!.querySelector('.whole')!), flower.resolved('Canvas'));
      assert.equal(getComputedStyle(flower.all('.rim')[0]!).stroke, flower.resolved('CanvasText'));
      assert.lengthOf(flower.all('.tick'), 1);
    } finally {
      await executeServerCommand('force-colors', false);
    }
    return undefined;
  });
});

describe('the bars of more values than a flower has petals', () => {
  let bars: FlowerHarness;

  beforeEach(() => {
    bars = new FlowerHarness('286px');
  });

  afterEach(() => bars.end());

  for (const n of [1, 2, 13, 15, 40])
    it(`are pressed like petals, for ${n}`, () => {
      bars.show({values: values(n)}).choose('v0');

      for (let index = 0; index < n; index++) bars.pressBar(index);

      assert.deepEqual(
        bars.pressed,
        values(n).map(({id}) => id),
      );
      assert.lengthOf(bars.all('.tick'), 1);
    });

  it('are high enough for a finger, and light up with their box', () => {
    bars.show({values: values(15), lit: 'v3'});

    const [first, second] = bars.petals.map((bar) => bar.getBoundingClientRect());
    assert.isAtLeast(second!.top - first!.top, 24);
    assert.lengthOf(bars.all('.ring'), 2);
  });

  it('begin at the edge where reading begins', () => {
    bars.read('rtl').show({values: values(15)});

    const [number, bar] = [bars.all('.token')[0]!, bars.petals[0]!].map((part) =>
      part.getBoundingClientRect(),
    );
    assert.isAbove(number!.left, bar!.right);
    for (const token of bars.all('.token')) {
      const [disc, text] = Array.from(token.children, (part) => part.getBoundingClientRect());
      assert.closeTo(text!.left + text!.width / 2, disc!.left + disc!.width / 2, 1);
    }
  });

  it('are not there where there are no values', () => {
    assert.isTrue(bars.show({values: []}).isEmpty);
  });
});
