import {assert} from 'chai';
import {html, render} from 'lit';

import '../../src/gathering-signup.js';
import '../../src/network-map.js';
import {eventually} from '../testing/eventually.js';

/** A browser's first formatter costs as much as a whole first view. */
describe('Formatters of numbers', () => {
  const {NumberFormat} = Intl;
  const made: string[] = [];
  let page: HTMLElement;

  beforeEach(() => {
    page = document.body.appendChild(document.createElement('div'));
    Intl.NumberFormat = new Proxy(NumberFormat, {
      construct(target, given: ConstructorParameters<typeof NumberFormat>) {
        made.push(String(given[0]));
        return new target(...given);
      },
    });
  });

  afterEach(() => {
    Intl.NumberFormat = NumberFormat;
    page.remove();
    made.length = 0;
  });

  it('are made for a signup while its document is on its way', async () => {
    const never = URL.createObjectURL(new Blob([]));
    render(
      html`<div lang="en-GB"><ctg-gathering-signup endpoint=${never}></ctg-gathering-signup></div>`,
      page,
    );

    await eventually(() => made.includes('en-GB'));
  });

  it('are not made before the first view of a map with some hundred groups', async () => {
    const groups = Array.from({length: 300}, (_, at) => ({
      id: `https://g${at}.example/`,
      name: `Group ${at}`,
      place: {lat: 39 + at / 300, lon: -119},
    }));
    const documents = [{url: 'https://a.example/', readAt: Date.now(), groups}];
    const loaded = new Promise<void>((resolve) =>
      page.addEventListener('ctg-load', () => resolve(), {once: true}),
    );
    render(html`<div lang="en-AU"><ctg-network-map .documents=${documents}></ctg-network-map></div>`, page);
    const map = page.querySelector('ctg-network-map')!;
    await loaded;
    await map.updateComplete;

    assert.include(map.shadowRoot!.textContent, '300 groups');
    assert.notInclude(made, 'en-AU');
  });
});
