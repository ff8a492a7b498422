import {assert} from 'chai';

import {Localizer} from '../../src/i18n/localizer.js';
import {withWords} from '../../src/ui/sending/words.js';

describe('words of one’s own for a message', () => {
  const l = new Localizer({
    lang: 'ar',
    layers: [
      {sending: 'Sending', refused: '{publisher} could not take this sign-up.', note: '{publisher}: no.'},
    ],
  });
  const own = withWords(l, {refused: 'note'});

  it('take the place of ours, filled in the same way', () => {
    assert.equal(own.t('refused', {publisher: 'We'}), l.t('note', {publisher: 'We'}));
    assert.deepEqual(own.parts('refused', {publisher: 1}), l.parts('note', {publisher: 1}));
    assert.include(l.t('refused', {publisher: 'We'}), 'sign-up');
  });

  it('leave everything else as it is said', () => {
    assert.equal(own.t('sending'), 'Sending');
    assert.equal(own.number(1234), l.number(1234));
    assert.deepEqual([own.lang, own.dir], ['ar', 'rtl']);
  });
});
