import {assert} from 'chai';

import {html} from 'lit';

import {type FlowerPicture, GatheringSignup, type Occasion, ValuesPledge} from '../../src/index.js';

class OurGatherings extends GatheringSignup {
  protected override renderGatherings(occasions: readonly Occasion[]) {
    return super.renderGatherings(occasions.slice(0, 1));
  }
}

class OurPledge extends ValuesPledge {
  protected override renderFlower({values, chosen, onPress}: FlowerPicture) {
    return values.map(
      ({id}) => html`<i class="ours" ?data-chosen=${chosen.has(id)} @click=${() => onPress?.(id)}></i>`,
    );
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

  it('draws values in another way, which press and follow the same boxes', async () => {
    customElements.define('our-pledge', OurPledge);
    const element = document.createElement('our-pledge') as OurPledge;
    element.endpoint = 'mock:open';
    const loaded = new Promise((resolve) => element.addEventListener('ctg-load', resolve));
    document.body.append(element);
    await loaded;
    await element.updateComplete;

    const [first] = element.shadowRoot!.querySelectorAll<HTMLElement>('.ours');
    first!.click();
    await element.updateComplete;

    const [box] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[name="values"]');
    assert.isTrue(box!.checked);
    assert.isTrue(first!.hasAttribute('data-chosen'));
    assert.isNull(element.shadowRoot!.querySelector('.flower'));
    element.remove();
  });
});
