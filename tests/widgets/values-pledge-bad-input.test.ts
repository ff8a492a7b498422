import {assert} from 'chai';
import {html} from 'lit';

import type {Pledge} from '../../src/protocol/pledge.js';
import {COUNTS, crowd, shown, VALUES, type LeagueOptions} from '../testing/league.js';
import {json, refusal} from '../testing/parish.js';
import {PledgeVisit} from './pledge-visit.js';
import type {ValuesPledgeHarness} from './values-pledge.harness.js';

const MARKUP = '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</scr' + 'ipt>';
/** What never stands on a page, whatever an endpoint says. */
const NONSENSE = /NaN|undefined|null|\[object|Infinity|∞|1e\+?3|-\d/;

/** Whether a word is written from left to right. */
function runsOn({firstChild}: Element): boolean {
  const at = (index: number): number => {
    const letter = document.createRange();
    letter.setStart(firstChild!, index);
    letter.setEnd(firstChild!, index + 1);
    return letter.getBoundingClientRect().left;
  };
  return at(0) < at(1);
}

describe('<ctg-values-pledge> and what endpoints get wrong', () => {
  let visit: PledgeVisit;

  function visiting(options: LeagueOptions = {}): PledgeVisit {
    return (visit = new PledgeVisit(options));
  }

  afterEach(() => {
    assert.isUndefined((globalThis as {ran?: number}).ran, 'nothing of it ran');
    return visit.end();
  });

  async function pledge(widget: ValuesPledgeHarness, ...values: readonly string[]): Promise<void> {
    await widget.tick(...values);
    await widget.isOpen();
    await widget.introduce();
    await widget.send();
  }

  describe('counts that are none', () => {
    for (const counts of [
      {people: -3, organisations: -1, byValue: {love: -180}},
      {people: 1e308, organisations: 2 ** 60, byValue: {love: 1e21}},
      {people: '212', organisations: 'nine', byValue: {love: '180', integrity: {}, courage: [7]}},
      {people: 1.5, byValue: 'many'},
      {byValue: null},
      'many',
    ])
      it(`leave the values there to choose, and are not shown: ${JSON.stringify(counts)}`, async () => {
        visiting({pledge: {counts}});

        const widget = await visit.arrive();

        assert.lengthOf(widget.values, 5);
        assert.equal(widget.shapes, 5);
        assert.notMatch([widget.text, ...widget.boxes, widget.heart].join(' '), NONSENSE);
        await pledge(widget, 'Love');
        await widget.says('Thank you, Ana.');
      });

    it('are left out of thanks, too', async () => {
      visiting();
      visit.league.onPledge = ({id}) =>
        json({id, status: 'confirmed', token: 'secret', counts: {people: -4, organisations: 'two'}}, 201);

      const widget = await visit.arrive();
      await pledge(widget, 'Love');

      await widget.says('Thank you, Ana.');
      assert.notMatch(widget.text, NONSENSE);
    });

    it('are left out of a wall, which shows its entries', async () => {
      visiting({wall: crowd(3)});
      visit.league.onWall = () =>
        json({ctg: '1', pledge: {shown: {all: -1, person: 'two', byValue: {love: 1e308}}, recent: crowd(3)}});

      const widget = await visit.see('wall');

      await widget.shows(3);
      assert.notMatch(widget.text, NONSENSE);
    });
  });

  describe('values that nobody knows', () => {
    const STRANGE = {people: 212, organisations: 9, byValue: {...COUNTS.byValue, wealth: 900}};

    it('are counted nowhere, drawn nowhere and read nowhere', async () => {
      visiting({pledge: {counts: STRANGE}, wall: [shown({values: ['wealth', 'love', 'wealth']})]});

      const form = await visit.arrive();
      assert.equal(form.shapes, 5);
      assert.equal(form.boxes[0], 'Love, 180 people, not checked');
      assert.notInclude(form.text, 'wealth');

      const wall = await visit.see('wall');
      await wall.shows(1);
      assert.match(wall.entries[0]!, / Love$/);
      assert.notInclude(wall.text, 'wealth');
    });

    it('are not sent again by whoever changes a pledge from before they went', async () => {
      visiting();
      const widget = await visit.arrive();
      await pledge(widget, 'Love', 'Courage');
      await widget.says('Thank you, Ana.');

      visit.league.document = {
        ...visit.league.document,
        pledge: {values: VALUES.filter(({id}) => id !== 'courage'), counts: COUNTS},
      };
      await widget.element.refresh();
      await widget.press('Change my words');
      await widget.isOpen();
      assert.deepEqual(
        widget.boxes.filter((box) => box.endsWith(', checked')),
        ['Love, 180 people, checked'],
      );
      await widget.press('Save my changes');

      await widget.says('Your change has arrived.');
      assert.deepEqual(visit.league.kept?.values, [{id: 'love'}]);
    });

    it('are asked for anew where none of those that were chosen is left', async () => {
      visiting();
      const widget = await visit.arrive();
      await widget.tick('Courage');
      await widget.isOpen();
      await widget.introduce();
      visit.league.document = {
        ...visit.league.document,
        pledge: {values: VALUES.filter(({id}) => id !== 'courage'), counts: COUNTS},
      };
      await widget.element.refresh();

      await widget.send();

      await widget.says('Choose at least one value.');
      assert.isEmpty(visit.league.sent);
      assert.equal(widget.value('Your name'), 'Ana Ruiz');
    });

    it('are said at the list where the endpoint refuses them, and what was typed stays', async () => {
      visiting();
      visit.league.onPledge = () => refusal(422, 'invalid', {errors: [{pointer: '/values/1/id'}]});
      const widget = await visit.arrive();

      await pledge(widget, 'Love', 'Courage');

      await widget.says('Choose at least one value.');
      assert.equal(widget.value('Your name'), 'Ana Ruiz');
    });
  });

  describe('what is no list of values', () => {
    for (const values of [[], null, 'love', {love: 'Love'}, [null, 7, 'love', {label: 'No id'}]])
      for (const view of ['form', 'counter', 'wall', 'badge'])
        it(`is said in a sentence, as ${view}: ${JSON.stringify(values)}`, async () => {
          visiting({pledge: {values}, wall: crowd(2)});

          const widget = await visit.see(view);

          assert.isFalse(widget.isBlank);
          assert.match(widget.text, /[A-Z].+\./);
          assert.notMatch(widget.text, NONSENSE);
        });
  });

  describe('words full of something else', () => {
    const HOSTILE = [
      MARKUP,
      '${alert(1)}{{7*7}}<svg/onload=globalThis.ran=1>',
      '\u202eevil\u2066\u2067 and back',
      'x'.repeat(5_000),
      '\u0000\u0007\ud800',
    ];

    it('are words and no more wherever values are shown', async () => {
      const values = HOSTILE.map((text, index) => ({
        id: `v${index}`,
        label: text,
        definition: text,
        practice: text,
      }));
      visiting({
        pledge: {title: MARKUP, text: MARKUP, button: MARKUP, values, consents: [{id: 'c', text: MARKUP}]},
        publisher: {name: MARKUP},
        wall: values.map(({id, label}) =>
          shown({id, name: label, place: label, wording: label, values: [id]}),
        ),
      });

      for (const view of ['form', 'counter', 'wall', 'badge']) {
        const widget = await visit.see(view);
        assert.isFalse(widget.isBlank, view);
        assert.isTrue(widget.fits, view);
        assert.isEmpty(visit.stage.findAll('script, img, svg[onload]'), view);
      }
      const form = await visit.see('form');
      assert.include(form.text, MARKUP);
    });

    it('never turn what stands beside them round, nor grow beyond what a list can hold', async () => {
      const texts = HOSTILE.slice(0, 4);
      visiting({
        wall: texts.map((text, index) => shown({id: `e${index}`, name: text, place: text, wording: text})),
      });

      const widget = await visit.see('wall');

      await widget.shows(4);
      for (const entry of widget.entries) {
        assert.isBelow(entry.length, 3_000);
        assert.match(entry, /yesterday.*Love/);
      }
      const days = visit.stage.findAll('bdi').filter(({textContent}) => textContent === 'yesterday');
      assert.lengthOf(days, 4);
      for (const day of days) assert.isTrue(runsOn(day), day.parentElement!.textContent);
    });

    it('are text in a refusal, in a receipt and in the proof of a badge', async () => {
      visiting({
        wall: [shown({id: 'bakery', kind: 'organisation', name: MARKUP, url: 'javascript:alert(1)'})],
      });
      visit.league.onPledge = () => refusal(403, 'no', {detail: MARKUP});
      const widget = await visit.arrive();
      await pledge(widget, 'Love');
      await widget.says('could not take this pledge');
      assert.include(widget.text, MARKUP);

      visit.league.onPledge = ({id}) => json({id, status: 'declined', message: MARKUP});
      await widget.send();
      await widget.says(MARKUP);

      const badge = await visit.arrive(
        html`<ctg-values-pledge
          view="badge"
          pledge="bakery"
          endpoint=${visit.league.url}
        ></ctg-values-pledge>`,
      );
      await badge.says(`This badge belongs to ${MARKUP}.`);
      assert.notInclude(badge.links.join(), 'javascript');
    });
  });

  describe('answers that belong to somebody else', () => {
    const OTHERS = '00000000-0000-4000-8000-000000000000';

    it('are believed nowhere, and the pledge is sent again as the same one', async () => {
      visiting({links: [{rel: 'pledges', href: 'pledges'}]});
      visit.league.onPledge = () => json({id: OTHERS, status: 'confirmed', token: 'theirs'}, 201);
      const events = visit.listen<{delivery: string}>('ctg-pledge');
      const widget = await visit.arrive();
      await pledge(widget, 'Love');
      await widget.says('We are not sure it arrived');
      assert.notInclude(widget.text, 'Thank you');

      visit.league.onPledge = ({id}) => json({id, status: 'confirmed', token: 'secret'}, 201);
      await widget.press('Send it again');

      await widget.says('Thank you, Ana.');
      assert.equal(new Set(visit.league.sent.map(({id}) => id)).size, 1);
      assert.lengthOf(
        events.filter(({delivery}) => delivery === 'delivered'),
        1,
      );
    });

    it('show nobody another’s pledge, and take nobody’s back', async () => {
      visiting();
      const widget = await visit.arrive();
      await pledge(widget, 'Love');
      await widget.says('Thank you, Ana.');
      const theirs = {...visit.league.kept!, id: OTHERS, name: 'Somebody Else'} satisfies Pledge;
      const mine = visit.league.kept;

      visit.league.kept = theirs;
      await widget.press('Change my words');
      await widget.says('St Paul’s');
      assert.notInclude(widget.text, 'Somebody');

      await widget.press('Take my pledge back');
      await widget.says('Take it back?');
      await widget.press('Take my pledge back');
      await widget.element.updateComplete;
      assert.notInclude(widget.text, 'Done. Your pledge is taken back');

      visit.league.kept = mine;
    });
  });
});
