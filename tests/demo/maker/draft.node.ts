// Gatherings written in a form: what becomes of them in the file, and what is told when something is not right.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {
  documentOf,
  type Draft,
  draftOf,
  EMPTY,
  type GatheringDraft,
  newGathering,
  newQuestion,
} from '../../../demo/maker/draft.js';
import {fieldId, problemsOf} from '../../../demo/maker/problems.js';
import {DocumentSchema} from '../../../src/protocol/document.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const ZONE = 'America/Los_Angeles';

const draftWith = (more: Partial<GatheringDraft> = {}): Draft => ({
  ...EMPTY,
  name: 'St Paul’s',
  gatherings: [{...newGathering(ZONE), name: 'Supper', date: '2026-12-03', from: '18:00', ...more}],
});
const said = (draft: Draft) => DocumentSchema.parse(documentOf(draft, NOW)).gatherings?.[0];

describe('a file that is written in a form', () => {
  it('says day, time and zone with the offset of that day', () => {
    const gathering = said(draftWith({to: '19:30'}));

    assert.equal(gathering?.start, '2026-12-03T18:00:00-08:00');
    assert.equal(gathering?.end, '2026-12-03T19:30:00-08:00');
    assert.equal(said(draftWith({date: '2026-07-02'}))?.start, '2026-07-02T18:00:00-07:00');
  });

  it('understands that what ends before it began ends the day after', () => {
    assert.equal(said(draftWith({to: '00:30'}))?.end, '2026-12-04T00:30:00-08:00');
  });

  it('takes a gathering whose day is not known yet', () => {
    const gathering = said(draftWith({date: '', from: ''}));

    assert.equal(gathering?.start, undefined);
    assert.equal(problemsOf(draftWith({date: '', from: ''}), NOW).size, 0);
  });

  it('leaves everything standing that the form does not show', () => {
    const file = {
      ctg: '1',
      publisher: {id: 'https://stpaul.example/', name: 'St Paul’s', privacy: {keepDays: 30}},
      gatherings: [
        {
          id: 'supper',
          name: 'Supper',
          start: '2026-12-03T18:00:00-08:00',
          end: '2026-12-03T19:30:00-08:00',
          timeZone: ZONE,
          capacity: 20,
          place: {name: 'Parish hall', lat: 39.53, lon: -119.81},
          values: ['love'],
          questions: [
            {
              id: 'diet',
              type: 'select',
              label: 'Food',
              options: [
                {value: 'veg', label: 'Vegetarian'},
                {value: 'all', label: 'Everything'},
              ],
            },
          ],
        },
      ],
      groups: [{id: 'https://garden.example/', name: 'Garden'}],
      links: [{rel: 'signups', href: 'https://api.example/{gathering}', idempotent: true}],
    };
    const opened = draftOf(JSON.stringify(file), 'UTC');
    assert.ok(opened.ok);

    assert.deepEqual(documentOf(opened.value, NOW), {...file, updated: '2026-11-20T10:00:00Z'});
  });

  it('keeps the value of an answer whose words stay, and drops what was cleared', () => {
    const question = {
      ...newQuestion(),
      raw: {id: 'diet', options: [{value: 'veg', label: 'Vegetarian'}]},
      label: 'Food',
      type: 'select',
      choices: 'Vegetarian\n\n Everything ',
    };
    const gathering = said(draftWith({raw: {id: 'g', description: 'Old'}, questions: [question]}));

    assert.deepEqual(gathering?.questions?.[0]?.options, [
      {value: 'veg', label: 'Vegetarian'},
      {value: 'Everything', label: 'Everything'},
    ]);
    assert.equal(gathering?.description, undefined);
  });

  it('gives a copy an id of its own and nobody’s places', () => {
    const [first] = draftWith({raw: {id: 'supper', taken: 12, waiting: 2}}).gatherings;
    const copy = newGathering(ZONE, first);

    assert.notEqual(copy.raw['id'], 'supper');
    assert.deepEqual(
      [copy.raw['taken'], copy.raw['waiting'], copy.name, copy.date],
      [undefined, undefined, 'Supper', ''],
    );
  });

  for (const [what, text] of [
    ['no JSON', '{'],
    ['a list', '[]'],
    ['another version', '{"ctg":"2"}'],
  ] as const)
    it(`does not open ${what}, and says so`, () => {
      const opened = draftOf(text, ZONE);

      assert.ok(!opened.ok && /ctg\.json/.test(opened.failure));
    });
});

describe('what is not right', () => {
  for (const [what, more, field, sentence] of [
    ['no name', {name: ' '}, 'name', /name/],
    ['a time without a day', {date: ''}, 'date', /day/],
    ['a day without a time', {from: ''}, 'from', /begins/],
    ['places in words', {capacity: 'twenty'}, 'capacity', /whole number/],
    ['a zone that is none', {zone: 'On the moon'}, 'zone', /where/],
    ['an address without end', {address: 'x'.repeat(501)}, 'address', /500/],
    ['a day that no calendar has', {date: '2026-02-31'}, 'date', /calendar/],
  ] as const)
    it(`tells of ${what} beside its field, and of nothing else`, () => {
      const draft = draftWith(more);
      const problems = [...problemsOf(draft, NOW)];

      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.equal(problems[0]?.[0], fieldId(draft.gatherings[0]?.key ?? '', field));
      assert.match(problems[0]?.[1] ?? '', sentence);
    });

  it('tells of a question without words or answers', () => {
    const question = {...newQuestion(), type: 'select'};
    const problems = problemsOf(draftWith({questions: [question]}), NOW);

    assert.deepEqual(
      [...problems.keys()],
      [fieldId(question.key, 'label'), fieldId(question.key, 'choices')],
    );
  });

  it('tells of what the form does not show by where it is in the file', () => {
    const problems = problemsOf(draftWith({raw: {id: 'g', colour: 'red'}}), NOW);

    assert.match(problems.get('file') ?? '', /\/gatherings\/0/);
  });
});
