// What the maker gives for each host to be pasted.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {ACCENT, type Choices, HOSTS, looksOf, WHATS} from '../../../demo/maker/choices.js';
import {endpointOf, piecesFor} from '../../../demo/maker/snippet.js';

const usual: Choices = {
  what: 'gatherings',
  look: 'list',
  source: 'address',
  address: 'https://stpaul.example/ctg.json',
  pledge: '',
  lang: '',
  accent: ACCENT,
  theme: 'auto',
  host: 'html',
  site: 'https://stpaul.example/',
  files: 'https://stpaul.example/w/gathering-signup.js',
};
const codesOf = (choices: Partial<Choices>) => piecesFor({...usual, ...choices}).map(({code}) => code);

describe('what is pasted', () => {
  it('is a div that authors may write, and one script', () => {
    assert.deepEqual(codesOf({}), [
      '<div data-ctg="gathering-signup" data-endpoint="https://stpaul.example/ctg.json" style="min-height:24em">\n' +
        '  <a href="https://stpaul.example/">See our gatherings</a>\n' +
        '</div>\n' +
        '<script type="module" src="https://stpaul.example/w/gathering-signup.js"></script>',
    ]);
  });

  it('says what was chosen, and nothing that goes without saying', () => {
    const [code = ''] = codesOf({
      look: 'button',
      lang: 'pt',
      theme: 'dark',
      accent: '#5b2333',
      address: 'https://script.google.com/macros/s/x/exec',
      source: 'ours',
    });

    assert.ok(
      code.startsWith(
        '<div data-ctg="gathering-signup" data-endpoint="https://script.google.com/macros/s/x/exec" data-redirects="follow" data-mode="button" data-theme="dark" lang="pt" style="--ctg-color-accent:#5b2333;min-height:3em">',
      ),
      code,
    );
  });

  it('is another tag with its own file for a pledge, with the view that was chosen', () => {
    const [form = '', badge = ''] = [
      {what: 'pledge', look: 'form'},
      {what: 'pledge', look: 'badge', pledge: ' b1 '},
    ].map((choices) => codesOf(choices)[0]);

    assert.equal(
      form,
      '<div data-ctg="values-pledge" data-endpoint="https://stpaul.example/ctg.json" style="min-height:46em">\n' +
        '  <a href="https://stpaul.example/">See the pledge</a>\n' +
        '</div>\n' +
        '<script type="module" src="https://stpaul.example/w/values-pledge.js"></script>',
    );
    assert.match(badge, /ctg\.json" data-view="badge" data-pledge="b1" style="min-height:8em"/);
  });

  it('leaves an address of files alone that is none of a single tag', () => {
    const [code = ''] = codesOf({what: 'pledge', look: 'form', files: 'https://stpaul.example/w/ctg.js'});

    assert.match(code, /src="https:\/\/stpaul\.example\/w\/ctg\.js"/);
  });

  for (const host of ['wordpress', 'joomla', 'drupal'])
    it(`keeps the script apart on ${host}, where authors may not write one`, () => {
      const codes = codesOf({host});

      assert.equal(codes.length, 2);
      assert.ok(!codes[0]?.includes('<script'));
      assert.ok(codes[1]?.startsWith('<script'));
    });

  it('is never a way out of an attribute, and has no raw > that WordPress would end one at', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(...HOSTS.map(({value}) => value)),
        fc.constantFrom(
          ...WHATS.flatMap(({value: what}) => looksOf(what).map(({value: look}) => ({what, look}))),
        ),
        (text, host, {what, look}) => {
          const address = `https://stpaul.example/?a=${text}">x<`;
          for (const code of codesOf({
            host,
            what,
            look,
            pledge: text,
            address,
            site: `https://${text}`,
            files: address,
            lang: text,
          }))
            assert.match(
              code,
              /^(?:<(?:div|script)(?: [\w-]+="[^"<>]*")+>(?:\n {2}<a href="[^"<>]*">See (?:our gatherings|the pledge)<\/a>\n<\/div>|<\/script>)\n?)+$/,
            );
        },
      ),
    );
  });

  it('never names an address that no widget would ask', () => {
    assert.equal(endpointOf({...usual, address: 'javascript:alert(1)'}), '');
    assert.equal(endpointOf({...usual, source: 'try'}), 'mock:open');
    assert.equal(endpointOf({...usual, source: 'file', address: ''}), 'https://stpaul.example/ctg.json');
  });
});
