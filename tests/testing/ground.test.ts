import {assert} from 'chai';
import {html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {assertAccessible} from './axe.js';
import {endpoint} from './endpoint.js';
import {Stage} from './stage.js';

@customElement('test-greeting')
class Greeting extends LitElement {
  @property() name = '';

  override render() {
    return html`<button>${this.name}</button>`;
  }
}

describe('the stage that every other test stands on', () => {
  let stage: Stage;

  beforeEach(() => {
    stage = new Stage();
  });

  afterEach(() => {
    stage.strike();
  });

  it('shows an element and finds what is inside its shadow root', async () => {
    await stage.show(html`<test-greeting name="Hello"></test-greeting>`);

    assert.instanceOf(stage.find('test-greeting'), Greeting);
    assert.equal(stage.find('button').textContent, 'Hello');
  });

  it('fails a button without a name, and says which', async () => {
    await stage.show(html`<test-greeting></test-greeting>`);

    const failure = await assertAccessible(stage.root).then(
      () => '',
      (error: unknown) => String(error),
    );

    assert.include(failure, 'button-name');
  });

  it('passes a button with one', async () => {
    await stage.show(html`<test-greeting name="Hello"></test-greeting>`);

    await assertAccessible(stage.root);
  });

  it('has a real endpoint on another origin, which answers', async () => {
    const {headers} = await fetch(`${endpoint}/church/ctg.json`);

    assert.notEqual(endpoint, location.origin);
    assert.include(headers.get('content-type'), 'json');
  });
});
