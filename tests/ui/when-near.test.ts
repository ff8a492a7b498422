import {assert} from 'chai';

import {loadWhenNear} from '../../src/ui/when-near.js';
import {eventually, frame} from '../testing/eventually.js';

/** Tags that are nobody's, so that nothing is registered; the loader works once on a page, so all share one. */
const NAMES = ['test-far', 'test-hidden', 'test-later', 'test-fails', 'test-never', 'test-twin'];

describe('what a loader fetches', () => {
  const {warn} = console;
  const asked: string[] = [];
  const said: string[] = [];
  let page: HTMLElement;

  before(() => {
    loadWhenNear(NAMES, (name, attempt) => {
      asked.push(`${name} ${attempt}`);
      return name === 'test-fails' && attempt < 3
        ? Promise.reject(new TypeError('offline'))
        : Promise.resolve();
    });
  });

  beforeEach(() => {
    page = document.createElement('main');
    document.body.append(page);
    console.warn = (...words: unknown[]) => void said.push(words.join(' '));
  });

  afterEach(() => {
    page.remove();
    console.warn = warn;
  });

  const far = () => {
    const much = document.createElement('div');
    much.style.height = '9000px';
    return much;
  };

  it('waits until its element nears what the visitor sees', async () => {
    const element = document.createElement('ctg-test-far');
    page.append(far(), element, 'Below');
    await frame();
    await frame();
    assert.isEmpty(asked);

    element.scrollIntoView();

    await eventually(() => asked.includes('test-far 1'));
  });

  it('comes at once for an element that the page hides', async () => {
    const element = document.createElement('ctg-test-hidden');
    element.style.display = 'none';

    page.append(far(), element);

    await eventually(() => asked.includes('test-hidden 1'));
  });

  it('comes for what is added later, once, on whatever tag', async () => {
    const twin = document.createElement('section');
    twin.dataset['ctg'] = 'test-twin';

    page.append(twin, document.createElement('ctg-test-later'));
    await eventually(() => asked.includes('test-twin 1') && asked.includes('test-later 1'));
    page.append(twin.cloneNode(), document.createElement('ctg-test-later'));
    await frame();
    await frame();

    assert.lengthOf(
      asked.filter((each) => /twin|later/.test(each)),
      2,
    );
  });

  it('is asked for again after a failure, with the connection, and the console hears one line', async () => {
    page.append(document.createElement('ctg-test-fails'));
    await eventually(() => said.length === 1);
    dispatchEvent(new Event('online'));
    await eventually(() => asked.includes('test-fails 2'));
    await frame();

    dispatchEvent(new Event('online'));

    await eventually(() => asked.includes('test-fails 3'));
    assert.lengthOf(said, 1);
    assert.match(said[0]!, /^<ctg-test-fails> could not be fetched/);
  });

  it('is nothing for words that the page replaces, and nothing for names that are not ours', async () => {
    const words = document.createElement('script');
    words.type = 'application/json';
    words.dataset['ctg'] = 'test-never';
    const foreign = document.createElement('div');
    foreign.dataset['ctg'] = '../../elsewhere';

    page.append(words, foreign);
    await frame();
    await frame();

    assert.isEmpty(asked.filter((each) => /never|elsewhere/.test(each)));
  });
});
