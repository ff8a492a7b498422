import {assert} from 'chai';
import {html} from 'lit';

import '../../src/widgets/network-map/index.js';
// Compiled before a test waits for them.
import '../../src/widgets/network-map/card/index.js';
import '../../src/widgets/network-map/hands/index.js';
import '../../src/widgets/network-map/list/index.js';
import '../../src/widgets/network-map/scene/index.js';
import '../../src/widgets/network-map/weaving/index.js';
import {eventually} from '../testing/eventually.js';
import {json} from '../testing/parish.js';
import {Stage} from '../testing/stage.js';

const real = globalThis.fetch;

const DOCUMENT = {
  ctg: '1',
  publisher: {id: 'https://oven.example/', name: 'The oven'},
  groups: [{id: 'https://oven.example/', name: 'Friends of the oven'}],
};
/** A page reads each address once: each test has its own. */
let visits = 0;

describe('The focus of who tries again, where a whole map could not be shown', () => {
  let stage: Stage;
  /** Lets the site answer what it was asked last. */
  let answer: (response: Response) => void;

  beforeEach(() => {
    stage = new Stage();
    visits += 1;
    globalThis.fetch = (input, init) =>
      new Request(input).url.startsWith('https://oven.example/')
        ? new Promise((resolve) => (answer = resolve))
        : real(input, init);
  });

  afterEach(() => {
    stage.strike();
    globalThis.fetch = real;
  });

  const down = (): Response => new Response('', {status: 500});

  const root = (): ShadowRoot => stage.find('ctg-network-map').shadowRoot!;
  const loading = (): Element | null => root().querySelector('[part=loading]');
  const retry = (): Promise<HTMLElement> =>
    eventually(() => root().querySelector<HTMLElement>('[part=failed] button'));
  const asked = (): Promise<unknown> => eventually(() => answer !== undefined);
  const isFocused = (selector: string): boolean => root().activeElement?.matches(selector) === true;

  /** Comes to a page whose site is down, and tries again. */
  const tryAgain = async (): Promise<void> => {
    answer = undefined!;
    const endpoint = `https://oven.example/failed-${visits}.json`;
    await stage.show(html`<ctg-network-map view="list" endpoint=${endpoint}></ctg-network-map>`);
    await asked();
    answer(down());
    const button = await retry();
    answer = undefined!;
    button.focus();
    button.click();
    await asked();
    await eventually(() => !button.isConnected);
    await stage.settled();
  };

  it('stays in the map while that waits, and goes to what is said where its site is down once more', async () => {
    await tryAgain();
    assert.isTrue(isFocused('[role=status]'));
    await eventually(loading);
    assert.isTrue(isFocused('[role=status]'));

    answer(down());

    await retry();
    await eventually(() => isFocused('[part=failed] [role=heading]'));
  });

  it('goes to the view where it is there after all', async () => {
    await tryAgain();

    answer(json(DOCUMENT));

    await eventually(() => isFocused('.tabs [aria-pressed=true]'));
  });

  it('stays where the visitor went meanwhile', async () => {
    await tryAgain();
    const elsewhere = document.createElement('button');
    stage.root.append(elsewhere);
    elsewhere.focus();

    answer(json(DOCUMENT));

    await eventually(() => root().querySelector('table'));
    await stage.settled();
    assert.isTrue(document.activeElement === elsewhere);
  });
});
