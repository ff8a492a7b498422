import {assert} from 'chai';
import {html, type TemplateResult} from 'lit';

import {Visit} from '../widgets/visit.js';

describe('a widget that follows the looks of its page', () => {
  let visit: Visit;

  beforeEach(() => {
    visit = new Visit();
  });

  afterEach(() => {
    for (const element of [document.documentElement, document.body]) element.removeAttribute('style');
    return visit.end();
  });

  /** How the widget is drawn in an element with `style`. */
  async function schemeIn(
    style: string,
    inner: (widget: TemplateResult) => TemplateResult = (w) => html`${w}`,
  ): Promise<string> {
    visit.stage.root.setAttribute('style', style);
    const plain = html`<ctg-gathering-signup endpoint=${visit.parish.url}></ctg-gathering-signup>`;
    return (await visit.arrive(inner(plain))).scheme;
  }

  for (const [background, scheme] of [
    ['#fff', 'light'],
    ['#111', 'dark'],
    ['rgb(20 30 40)', 'dark'],
    ['rgb(20 30 40 / 10%)', 'light'],
    ['hsl(60 100% 50%)', 'light'],
    ['oklch(0.2 0.1 200)', 'dark'],
    ['oklch(90% 0.1 200)', 'light'],
    ['lab(20 0 0)', 'dark'],
    ['color(srgb 0.1 0.1 0.1)', 'dark'],
    ['color(display-p3 0.9 0.9 0.9)', 'light'],
    ['transparent', 'light'],
  ] as const) {
    it(`is ${scheme} on a background of ${background}`, async () => {
      assert.equal(await schemeIn(`background-color: ${background}`), scheme);
    });
  }

  it('looks past what one sees through', async () => {
    const scheme = await schemeIn(
      'background-color: #000',
      (widget) => html`<div style="background: #fff0">${widget}</div>`,
    );

    assert.equal(scheme, 'dark');
  });

  it('takes what the page has decided by its color-scheme, whatever lies behind it', async () => {
    assert.equal(await schemeIn('color-scheme: dark; background-color: #fff'), 'dark');
  });

  it('changes with the page', async () => {
    const widget = await visit.arrive();
    assert.equal(widget.scheme, 'light');

    document.body.style.backgroundColor = '#000';
    await widget.element.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await widget.element.updateComplete;

    assert.equal(widget.scheme, 'dark');
  });

  it('is what its own attribute says before all else', async () => {
    document.body.style.backgroundColor = '#000';
    const widget = await visit.arrive(
      html`<ctg-gathering-signup theme="light" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );

    assert.equal(widget.scheme, 'light');
  });

  it('keeps its size where the page sets type to anything', async () => {
    document.documentElement.style.fontSize = '40px';
    visit.stage.root.style.fontSize = '9px';
    const widget = await visit.arrive();
    const size = (): string => getComputedStyle(widget.element.shadowRoot!.querySelector('.root')!).fontSize;
    assert.equal(size(), '16px');

    visit.stage.root.style.fontSize = '21px';
    assert.equal(size(), '21px');
  });

  it('is hidden where the page hides it, and takes no place', async () => {
    const widget = await visit.arrive();

    widget.element.hidden = true;

    assert.equal(widget.element.getBoundingClientRect().height, 0);
  });
});
