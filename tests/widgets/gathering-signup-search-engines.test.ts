import {assert} from 'chai';
import {html, type TemplateResult} from 'lit';

import {eventually, frame} from '../testing/eventually.js';
import {gathering, inDays} from '../testing/parish.js';
import {Visit} from './visit.js';

interface Graph {
  '@graph': Array<{name: string; eventStatus: string; url: string}>;
}

describe('<ctg-gathering-signup> for search engines', () => {
  let visit: Visit;

  beforeEach(() => {
    visit = new Visit({
      gatherings: [
        gathering(),
        gathering({id: 'walk', name: '</script><b>Walk</b>', start: inDays(9), end: inDays(9, '19:00')}),
      ],
    });
  });

  const address = location.href;

  afterEach(() => {
    history.replaceState(null, '', address);
    return visit.end();
  });

  const scripts = (): HTMLScriptElement[] =>
    Array.from(document.head.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]'));
  const written = (): Promise<HTMLScriptElement> =>
    eventually(() => scripts()[0], 'what search engines read');
  const namesIn = ({text}: HTMLScriptElement): string[] =>
    (JSON.parse(text) as Graph)['@graph'].map(({name}) => name);
  /** The chunk that writes has come to the `n`-th widget, a button: it also gives the button its words. */
  const pageOf = (n: number): Promise<unknown> =>
    eventually(
      () => visit.widget(n).element.shadowRoot!.querySelector('button')?.ariaLabel,
      'the button to be named',
    );
  const two = (): TemplateResult =>
    html`<ctg-gathering-signup endpoint=${visit.parish.url}></ctg-gathering-signup>
      <ctg-gathering-signup endpoint=${visit.parish.url} limit="1"></ctg-gathering-signup>`;

  it('writes the gatherings into the head of the page, once for one endpoint', async () => {
    await visit.arrive(two());

    const script = await written();
    await visit.widget(2).isReady();
    await visit.stage.settled();

    assert.deepEqual(namesIn(script), ['Supper for neighbours', '</script><b>Walk</b>']);
    assert.lengthOf(scripts(), 1);
    assert.notInclude(script.text, '<');
  });

  it('writes anew what was read anew', async () => {
    const widget = await visit.arrive();
    await written();

    visit.parish.document = {...visit.parish.document, gatherings: [gathering({status: 'cancelled'})]};
    await widget.element.refresh();

    await eventually(() => scripts()[0]?.text.includes('EventCancelled'), 'the news');
    assert.lengthOf(scripts(), 1);
  });

  it('goes with its element and comes back with it', async () => {
    const {element} = await visit.arrive();
    await written();

    const place = element.parentElement!;
    element.remove();
    assert.lengthOf(scripts(), 0);

    place.append(element);
    await written();
    assert.lengthOf(scripts(), 1);
  });

  it('stays when the widget that wrote it goes and another one is left', async () => {
    const first = await visit.arrive(
      html`<ctg-gathering-signup endpoint=${visit.parish.url}></ctg-gathering-signup>
        <ctg-gathering-signup mode="button" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );
    await written();
    visit.widget(2).element.gathering = 'supper';
    await pageOf(2);
    const place = first.element.parentElement!;
    const next = first.element.nextSibling;

    first.element.remove();

    assert.deepEqual(
      scripts().map((script) => namesIn(script)[0]),
      ['Supper for neighbours'],
    );
    place.insertBefore(first.element, next);
    assert.lengthOf(scripts(), 1);
    visit.widget(2).element.remove();
    assert.lengthOf(scripts(), 1);
    first.element.remove();
    assert.lengthOf(scripts(), 0);
  });

  it('names the page without what its address says of the visitor', async () => {
    history.replaceState(
      null,
      '',
      '?page_id=7&ctg_name=Ana&utm_source=letter&ctg_email=ana%40example.org#somewhere',
    );
    await visit.arrive();

    const {text} = await written();

    const [supper] = (JSON.parse(text) as Graph)['@graph'];
    const url = new URL(supper!.url);
    assert.deepEqual([url.search, url.hash], ['?page_id=7', '#ctg-gathering=supper']);
    assert.notMatch(text, /Ana|ana|utm/);
  });

  it('writes nothing where the page says so', async () => {
    const widget = await visit.arrive(
      html`<ctg-gathering-signup endpoint=${visit.parish.url} no-structured-data></ctg-gathering-signup>
        <ctg-gathering-signup
          mode="button"
          endpoint=${visit.parish.url}
          no-structured-data
        ></ctg-gathering-signup>`,
    );
    visit.widget(2).element.gathering = 'supper';
    await pageOf(2);
    await frame();

    assert.isTrue(widget.element.noStructuredData);
    assert.lengthOf(scripts(), 0);
  });
});
