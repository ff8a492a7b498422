import {assert} from 'chai';

import {readDocument} from '../../src/protocol/read.js';
import {readerOf} from './reading.js';
import '../testing/sections.js';

const source = (json: unknown) => ({text: '', json, type: '', url: 'https://a.example/events'});

describe('an expression that takes too much', () => {
  const items = Array.from({length: 2_000}, (_, id) => ({id, name: `G${id}`, list: [1, 2, 3]}));
  const bombs: readonly [string, string][] = [
    ['doubles a list thirty times', `name | ${Array.from({length: 30}, () => '[@,@][]').join(' | ')}`],
    ['doubles by a function', Array.from({length: 30}, () => 'zip(@,@)[]').join(' | ')],
    [
      'makes one text of a doubled object',
      `${Array.from({length: 30}, () => '{a:@,b:@}').join(' | ')} | to_string(@)`,
    ],
    ['fills a text up', "pad_left(name, `1000000000`, 'x')"],
    ['hides a pattern', "trim(name, ']*(a+)+[')"],
    ['is longer than any page needs', `name${' '.repeat(1_001)}`.replace(/$/, '.x'.repeat(600))],
  ];
  for (const [what, expression] of bombs) {
    it(`is refused: it ${what}`, async () => {
      const started = performance.now();
      let said = '';
      try {
        const translate = await readerOf({gathering: {id: 'id', name: 'name', description: expression}});
        translate(source(items), 1);
      } catch (reason) {
        said = String(reason);
      }
      assert.include(said, '/gathering/description: ');
      assert.isBelow(performance.now() - started, 5_000);
    });
  }

  for (const expression of [
    'join(glue, list)',
    'let $glue = glue in join($glue, list)',
    "replace(glue, 'g', glue)",
    "replace(glue, '', glue)",
  ])
    it(`is stopped before the text is there: ${expression}`, async () => {
      const translate = await readerOf({gathering: {id: 'id', name: expression}});
      const glue = 'g'.repeat(99_000);
      const list = Array.from({length: 4_500}, () => 'a');
      const repeat = Array.prototype.join;
      let longest = 0;
      Array.prototype.join = function join(...args: Parameters<typeof repeat>) {
        const made = repeat.apply(this, args);
        longest = Math.max(longest, made.length);
        return made;
      };
      try {
        assert.throws(() => translate(source([{id: 1, glue, list}]), 1), 'takes too much work');
      } finally {
        Array.prototype.join = repeat;
      }
      assert.isBelow(longest, 100_001);
    });

  it('is stopped where it looks at everything for everything', async () => {
    const translate = await readerOf({
      items: '[0].many[?length($[0].many[?length($[0].many[?id > `0`]) > `0`]) > `0`]',
      gathering: {id: 'id', name: 'name'},
    });
    const started = performance.now();

    assert.throws(() => translate(source([{many: items}]), 1), '/items: takes too much work');
    assert.isBelow(performance.now() - started, 6_000);
  });

  it('is none with ten thousand entries and a mapping as people write it', async () => {
    const translate = await readerOf({
      gathering: {
        id: 'id',
        name: 'title.rendered',
        description: 'join(\' \', [title.rendered, `"!"`])',
        start: 's',
        capacity: 'n',
      },
      dates: 'DD.MM.YYYY HH:mm',
      decode: ['name'],
    });
    const many = Array.from({length: 10_000}, (_, id) => ({
      id,
      title: {rendered: `G &amp; ${id}`},
      s: '03.12.2026 18:00',
      n: '9',
    }));
    const started = performance.now();
    const reading = readDocument(translate(source(many), 1).document);

    assert.isTrue(reading.ok && reading.value.document.gatherings?.length === 10_000);
    assert.isBelow(performance.now() - started, 4_000);
  });
});
