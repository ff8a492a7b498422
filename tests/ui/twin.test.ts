import {assert} from 'chai';
import {html} from 'lit';

import {eventually} from '../testing/eventually.js';
import {gathering, inDays} from '../testing/parish.js';
import {GatheringSignupHarness} from '../widgets/gathering-signup.harness.js';
import {Visit} from '../widgets/visit.js';

describe('the pasted form of a widget that any website builder leaves alone', () => {
  let visit: Visit;

  beforeEach(() => {
    const walk = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')});
    visit = new Visit({gatherings: [gathering(), walk]});
  });

  afterEach(() => visit.end());

  async function adopted(root: ParentNode = visit.stage.root, n = 1): Promise<GatheringSignupHarness> {
    const elements = await eventually(() => {
      const found = root.querySelectorAll('ctg-gathering-signup');
      return found.length >= n ? found : undefined;
    });
    const widget = new GatheringSignupHarness(elements[n - 1] ?? null);
    await widget.isReady();
    return widget;
  }

  function twin(): HTMLElement {
    const div = Object.assign(document.createElement('div'), {id: 'mine', className: 'wide'});
    Object.assign(div.dataset, {
      ctg: 'gathering-signup',
      endpoint: visit.parish.url,
      headingLevel: '4',
      limit: '1',
    });
    div.innerHTML = '<a href="/g">See our gatherings</a>';
    return div;
  }

  it('becomes the widget, with every attribute, keeping its box and its link', async () => {
    const div = twin();
    visit.stage.root.append(div);

    const widget = await adopted();

    assert.deepEqual(widget.headingLevels, [4]);
    assert.isTrue(div.isConnected && div.id === 'mine' && div.className === 'wide');
    assert.equal(widget.element.querySelector('a')!.textContent, 'See our gatherings');
  });

  it('takes over what the widget knows and nothing else, so that what a builder made harmless stays so', async () => {
    const div = twin();
    Object.assign(div.dataset, {onclick: 'window.ran = true', style: 'color: red', layout: 'single'});
    visit.stage.root.append(div);

    const {element} = await adopted();

    assert.deepEqual(element.getAttributeNames().sort(), ['endpoint', 'heading-level', 'layout', 'limit']);
  });

  it('is found inside what a single-page site brings later', async () => {
    const part = document.createElement('main');
    part.append(document.createElement('p'), twin());

    visit.stage.root.append(part);

    assert.equal((await adopted(part)).names[0], 'Supper for neighbours');
  });

  it('is one widget again as a copy', async () => {
    const div = twin();
    visit.stage.root.append(div);
    await adopted();

    const copy = div.cloneNode(true) as HTMLElement;
    visit.stage.root.append(copy);
    await adopted(copy);

    assert.lengthOf(copy.querySelectorAll('ctg-gathering-signup'), 1);
    assert.lengthOf(visit.stage.root.querySelectorAll('ctg-gathering-signup'), 2);
  });

  it('may be a link, which is wrapped and stays the way without script', async () => {
    await visit.stage.show(
      html`<p>
        <a data-ctg="gathering-signup" data-endpoint=${visit.parish.url} href="/g">Our gatherings</a>
      </p>`,
    );

    const widget = await adopted();

    assert.equal(widget.element.querySelector('a')!.textContent, 'Our gatherings');
    assert.lengthOf(widget.names, 2);
  });

  it('leaves alone what is meant for others', async () => {
    const div = twin();
    div.dataset['ctg'] = 'values-pledge';
    const other = twin();
    visit.stage.root.append(div, other);

    await adopted(other);

    assert.lengthOf(div.children, 1);
    assert.equal(div.firstElementChild!.localName, 'a');
  });
});
