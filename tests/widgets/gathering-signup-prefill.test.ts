import {assert} from 'chai';
import {html, type TemplateResult} from 'lit';

import {eventually} from '../testing/eventually.js';
import {gathering, inDays} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const DIET = {
  id: 'diet',
  type: 'select',
  label: 'Food',
  options: [
    {value: 'any', label: 'Everything'},
    {value: 'veg', label: 'Vegetarian'},
  ],
};
const SOURCE = {id: 'utm_source', type: 'text', label: 'How did you hear of us?'};
const SUPPER = gathering({questions: [DIET, SOURCE], consents: [{id: 'c', text: 'Ruth may call me'}]});
const WALK = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), questions: [SOURCE]});

describe('what <ctg-gathering-signup> fills in beforehand', () => {
  let visit: Visit;
  const before = location.search;

  beforeEach(() => {
    visit = new Visit({gatherings: [SUPPER, WALK]});
  });

  afterEach(async () => {
    history.replaceState(null, '', location.pathname + before);
    await visit.end();
  });

  const at = (search: string): void => history.replaceState(null, '', location.pathname + search);
  const prefilled = (prefill: unknown): TemplateResult =>
    html`<ctg-gathering-signup endpoint=${visit.parish.url} .prefill=${prefill}></ctg-gathering-signup>`;
  const values = (widget: GatheringSignupHarness, ...labels: string[]): string[] =>
    labels.map((label) => widget.value(label));

  it('is what the address of the page says, which stays as it is', async () => {
    at(
      '?ctg_name=Ana+Ruiz&ctg_email=ana%40example.org&ctg_phone=555&ctg_adults=2&ctg_children=3&ctg_note=Soup&ctg_answer_diet=veg&x=1',
    );
    const search = location.search;
    const widget = await visit.arrive();

    await widget.openForm('Supper for neighbours');

    assert.deepEqual(
      values(widget, 'Your name', 'E-mail', 'Phone', 'Adults', 'Children', 'Anything else', 'Food'),
      ['Ana Ruiz', 'ana@example.org', '555', '2', '3', 'Soup', 'veg'],
    );
    assert.equal(location.search, search);
  });

  it('is what the page says of its visitor, in an attribute or as an object, and the address before it', async () => {
    at('?ctg_phone=555');
    await visit.stage.show(
      html`<ctg-gathering-signup
        endpoint=${visit.parish.url}
        prefill="name=Ana%20Ruiz&adults=2&phone=1&answer_diet=any"
      ></ctg-gathering-signup>`,
    );
    const widget = visit.widget();
    await widget.openForm('Supper for neighbours');
    assert.deepEqual(values(widget, 'Your name', 'Adults', 'Phone', 'Food'), ['Ana Ruiz', '2', '555', 'any']);

    const other = await visit.comeBack(prefilled({name: 'Ben', email: 'ben@example.org'}));
    await other.openForm('Supper for neighbours');
    assert.deepEqual(values(other, 'Your name', 'E-mail'), ['Ben', 'ben@example.org']);
  });

  it('leaves out what makes no sense, and agrees to nothing', async () => {
    at(
      `?ctg_name=${'x'.repeat(9_000)}&ctg_adults=0&ctg_children=-2&ctg_answer_diet=stones&ctg_answer_none=1&ctg_consent_c=1&ctg_c=1`,
    );
    const widget = await visit.arrive();

    await widget.openForm('Supper for neighbours');

    assert.lengthOf(widget.value('Your name'), 200);
    assert.deepEqual(values(widget, 'Adults', 'Children', 'Food'), ['1', '0', '']);
    assert.isFalse(widget.isTicked('Ruth may call me'));
  });

  it('leaves out what the page does not know of its visitor', async () => {
    const widget = await visit.arrive(prefilled({name: undefined, email: null, phone: '555'}));

    await widget.openForm('Supper for neighbours');

    assert.deepEqual(values(widget, 'Your name', 'E-mail', 'Phone'), ['', '', '555']);
  });

  it('is asked for where what the address says can’t be sent', async () => {
    visit.parish.document.gatherings = [
      gathering({questions: [{id: 'utm_id', type: 'number', label: 'Number of the campaign'}]}),
    ];
    at('?utm_id=spring&ctg_name=Ana&ctg_email=ana%40example.org');
    const widget = await visit.arrive();
    await widget.openForm();

    await widget.send();
    await widget.fill({'Number of the campaign': ''});
    await widget.send();

    await widget.says("You're in, Ana.");
  });

  it('is not passed on to a friend', async () => {
    at('?ctg_name=Ana&ctg_email=ana%40example.org&page_id=7');
    const shared: ShareData[] = [];
    Object.defineProperty(navigator, 'share', {
      configurable: true,
      value: async (data: ShareData) => void shared.push(data),
    });
    try {
      const widget = await visit.arrive();
      await widget.openForm('Evening walk');
      await widget.send();
      await widget.says("You're in, Ana.");
      await widget.press('Tell a friend');
      await eventually(() => shared.length > 0, 'something to be shared');

      assert.match(shared[0]!.url!, /\?page_id=7#ctg-gathering=walk$/);
      await widget.press('Add to my calendar');
      await widget.says('Google Calendar');
      assert.notInclude(decodeURIComponent(widget.links.join()), 'example.org&page_id');
      assert.notInclude(widget.links.join().replaceAll('%25', '%'), 'ana%40example.org%26');
    } finally {
      Reflect.deleteProperty(navigator, 'share');
    }
  });

  it('never takes the place of what was typed', async () => {
    at('?ctg_name=Ana');
    const widget = await visit.arrive();
    await widget.openForm('Supper for neighbours');
    await widget.fill({'Your name': ''});
    await widget.press('All gatherings');

    await widget.openForm('Evening walk');

    assert.equal(widget.value('Your name'), '');
  });

  it('passes on where somebody came from, only to a gathering that asks, and asks no more', async () => {
    at('?utm_source=bulletin&utm_medium=paper&ctg_name=Ana&ctg_email=ana%40example.org');
    const widget = await visit.arrive();

    await widget.openForm('Supper for neighbours');
    assert.notInclude(widget.text, 'How did you hear of us?');
    await widget.send();
    await visit.sent();

    assert.deepEqual(visit.parish.sent[0]!.answers, {utm_source: 'bulletin'});
    assert.notInclude(JSON.stringify(visit.parish.sent[0]), 'paper');
  });

  it('asks where somebody came from when the address does not say', async () => {
    const widget = await visit.arrive();

    await widget.openForm('Evening walk');

    assert.include(widget.text, 'How did you hear of us?');
  });
});
