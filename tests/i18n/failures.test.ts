import {assert} from 'chai';

import {loadFailureWords} from '../../src/i18n/failures.js';
import {localizerFor} from '../../src/i18n/locales.js';

describe('A list that could not be had', () => {
  it('is said in a plain sentence, whatever the reason', () => {
    const l = localizerFor('en');

    assert.equal(l.t(loadFailureWords('unreachable').heading), "We can't get the list right now.");
    assert.equal(l.t(loadFailureWords('html').heading), "We can't get the list right now.");
    assert.equal(l.t(loadFailureWords('not-set-up').heading), 'This part of the page is not ready yet.');
  });

  it('sends nobody to repair what is not theirs', () => {
    assert.equal(loadFailureWords('timeout').help, 'load.wait');
    assert.equal(loadFailureWords('not-json').help, 'load.theirs');
    assert.isFalse(loadFailureWords('unknown-version').retry);
  });
});
