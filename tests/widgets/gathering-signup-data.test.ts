import {assert} from 'chai';
import {html} from 'lit';

import {gathering, inDays} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const HOSTILE = [
  '<img src=x onerror="window.ran = true">',
  '"><script>window.ran = true</script>',
  '${window.ran = true}',
  '{{constructor.constructor("window.ran = true")()}}',
  'javascript:window.ran=true',
];
const NO_LINKS = [
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  ' \u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://parish.example/1',
  '//',
];

describe('odd and hostile documents in <ctg-gathering-signup>', () => {
  let visit: Visit;

  async function showing(...gatherings: readonly object[]): Promise<GatheringSignupHarness> {
    visit = new Visit({gatherings});
    return visit.arrive();
  }

  afterEach(() => visit.end());

  for (const words of HOSTILE) {
    it(`shows ${words} as text wherever it stands (row 27)`, async () => {
      const consents = [{id: 'c', text: words, url: words, version: words}];
      const questions = [
        {id: 'q', type: 'select', label: words, help: words, options: [{value: words, label: words}]},
      ];
      const widget = await showing(
        gathering({
          name: words,
          host: {name: words},
          place: {name: words},
          series: {id: 's', label: words},
          needs: [words],
          agenda: [{title: words, text: words}],
          consents,
          questions,
        }),
      );

      await widget.openForm();
      await widget.introduce(words);
      await widget.send();
      await widget.says("You're in");

      assert.include(widget.text, words.replace(/\s+/g, ' '));
      assert.notProperty(window, 'ran');
      assert.isNull(widget.element.shadowRoot!.querySelector('img, script'));
    });
  }

  it('never links to what could run or is no web address (row 28)', async () => {
    const consents = NO_LINKS.map((url, i) => ({id: `c${i}`, text: `Consent ${i}`, url}));
    visit = new Visit({
      gatherings: NO_LINKS.map((url, i) =>
        gathering({id: `g${i}`, name: `Number ${i}`, url, image: url, consents}),
      ),
      publisher: {privacy: {url: 'javascript:alert(1)'}, phone: 'javascript:alert(1)'},
    });
    const widget = await visit.arrive();

    await widget.openForm('Number 0');

    assert.isTrue(
      widget.links.every((href) => /^(https:|#)/.test(href)),
      widget.links.join(),
    );
    assert.include(widget.text, 'Consent 6');
  });

  it('says whose address it leads to, and opens it without giving itself away (row 29)', async () => {
    const consents = [{id: 'c', text: 'Agree', url: 'https://elsewhere.example/terms'}];
    const widget = await showing(gathering({consents}));

    await widget.openForm();

    const link = widget.element.shadowRoot!.querySelector<HTMLAnchorElement>('a[target]')!;
    assert.include(link.textContent, '(elsewhere.example)');
    assert.equal(link.rel, 'noopener noreferrer');
  });

  for (const start of ['soon', '2026-02-31T18:00:00Z', '', null, 42, '99999-01-01T00:00:00Z']) {
    it(`keeps a gathering whose date is ${JSON.stringify(start)} (row 35)`, async () => {
      const widget = await showing(gathering({start, end: 'later'}), gathering({id: 'other', name: 'Other'}));

      assert.include(widget.item('Supper for neighbours'), 'Date to be confirmed');
      assert.notMatch(widget.text, /Invalid|NaN|undefined|null/);

      await widget.open('Supper for neighbours');
      assert.include(widget.text, 'Date to be confirmed');
    });
  }

  for (const numbers of [
    {capacity: -5, taken: 3},
    {capacity: 10, taken: 14},
    {capacity: 2.5, taken: 1},
    {capacity: 1e308, taken: 0},
    {capacity: 'twenty', taken: 'many'},
    {capacity: 20},
    {minimum: -3, taken: -2},
  ]) {
    it(`says no number that can’t be, for ${JSON.stringify(numbers)} (row 39)`, async () => {
      const widget = await showing(gathering({capacity: undefined, taken: undefined, ...numbers}));

      assert.notMatch(widget.text, /[-−–]\s?\d|NaN|Infinity|∞|e\+|undefined|\d\.5/);
    });
  }

  it('says that a gathering with more people than places is full', async () => {
    const widget = await showing(gathering({capacity: 10, taken: 14}));

    assert.include(widget.text, 'Full');
    assert.notInclude(widget.buttons, 'Sign up');
  });

  it('shows the good ones among the bad, counts the bad, and tells the page where they are (row 21)', async () => {
    visit = new Visit({
      gatherings: [
        gathering(),
        'nonsense' as unknown as object,
        {id: 'nameless'},
        gathering({id: 'walk', name: 'Walk', capacity: 'x'}),
      ],
    });
    const told = visit.listen<{code: string; detail: Array<{path: string}>}>('ctg-error');

    const widget = await visit.arrive();

    assert.deepEqual(widget.names, ['Supper for neighbours', 'Walk']);
    assert.include(widget.text, 'We could not show 2 of the entries.');
    assert.equal(told[0]!.code, 'dropped');
    assert.includeMembers(
      told[0]!.detail.map(({path}) => path),
      ['/gatherings/1', '/gatherings/2', '/gatherings/3/capacity'],
    );
  });

  it('shows one of two with the same id: the newer (row 22)', async () => {
    const widget = await showing(
      gathering({name: 'Old', updated: '2026-01-01T00:00:00Z'}),
      gathering({name: 'New', updated: '2026-02-01T00:00:00Z'}),
    );

    assert.equal(widget.heading, 'New');
  });

  it('survives ids that are names of JavaScript’s own (row 30)', async () => {
    const ids = ['__proto__', 'constructor', 'toString', 'a/b?c#d&e', 'ä "quoted"'];
    const widget = await showing(
      ...ids.map((id, i) =>
        gathering({id, name: `Number ${i}`, start: inDays(3 + i), end: inDays(3 + i, '20:00')}),
      ),
    );

    for (let i = 0; i < ids.length; i++) {
      await widget.open(`Number ${i}`);
      assert.equal(widget.heading, `Number ${i}`);
      await widget.press('All gatherings');
      assert.equal(widget.focused, `Number ${i}`);
    }
    assert.notProperty({}, 'polluted');
  });

  it('sends answers to questions whose ids are names of JavaScript’s own', async () => {
    const questions = ['__proto__', 'toString'].map((id) => ({id, type: 'text', label: `Question ${id}`}));
    const widget = await showing(gathering({questions}));

    await widget.openForm();
    await widget.introduce();
    await widget.fill({'Question toString': 'yes'});
    await widget.send();
    await visit.sent();

    assert.equal(visit.parish.sent[0]!.answers['toString'], 'yes');
  });

  it('keeps names from steering the sentence around them (row 42)', async () => {
    const widget = await showing(gathering({name: '\u202Eevil\u202C', host: {name: '\u202Etxt.exe'}}));

    await widget.openForm();

    assert.notMatch(widget.element.shadowRoot!.querySelector('[part=form]')!.textContent!, /\u202E/);
  });

  it('draws the first of a thousand gatherings, and the others as they are asked for (row 45)', async () => {
    const many = Array.from({length: 1_000}, (_, i) =>
      gathering({id: `g${i}`, name: `Number ${i}`, description: 'x'.repeat(2_000)}),
    );

    const widget = await showing(...many);

    assert.lengthOf(widget.names, 20);
    await widget.press('Show 20 more');
    assert.lengthOf(widget.names, 40);
  });

  it('reads a document once, however many widgets show it', async () => {
    visit = new Visit();
    const {url} = visit.parish;

    await visit.arrive(html`
      <ctg-gathering-signup endpoint=${url}></ctg-gathering-signup>
      <ctg-gathering-signup endpoint=${url}></ctg-gathering-signup>
    `);
    await visit.widget(2).isReady();

    assert.equal(visit.parish.reads, 1);
  });
});
