import {assert} from 'chai';

import {GatheringSignup, type Occasion} from '../../src/index.js';

class OurGatherings extends GatheringSignup {
  protected override renderGatherings(occasions: readonly Occasion[]) {
    return super.renderGatherings(occasions.slice(0, 1));
  }
}

describe('A developer who extends', () => {
  it('lists what they choose, under a tag of their own', async () => {
    customElements.define('our-gatherings', OurGatherings);
    const element = document.createElement('our-gatherings') as OurGatherings;
    element.endpoint = 'mock:open';

    const loaded = new Promise((resolve) => element.addEventListener('ctg-load', resolve));
    document.body.append(element);
    await loaded;
    await element.updateComplete;

    assert.lengthOf(element.shadowRoot!.querySelectorAll('[part~="item"]'), 1);
    element.remove();
  });
});
