import {assert} from 'chai';
import {html} from 'lit';

import {eventually} from '../testing/eventually.js';
import {gathering, Parish} from '../testing/parish.js';
import {Visit} from './visit.js';

describe('<ctg-site>', () => {
  let visit: Visit;
  let second: Parish;

  beforeEach(() => {
    visit = new Visit({gatherings: [gathering({name: 'Of the site'})]});
    second = new Parish({gatherings: [gathering({name: 'Of the widget'})], links: []});
  });

  afterEach(() => {
    second.close();
    return visit.end();
  });

  it('gives its endpoint to every widget inside, however deep', async () => {
    const widget = await visit.arrive(html`
      <ctg-site endpoint=${visit.parish.url}>
        <div>
          <section><ctg-gathering-signup></ctg-gathering-signup></section>
        </div>
        <ctg-gathering-signup></ctg-gathering-signup>
      </ctg-site>
    `);
    await visit.widget(2).isReady();

    assert.equal(widget.heading, 'Of the site');
    assert.equal(visit.widget(2).heading, 'Of the site');
    assert.equal(visit.parish.reads, 1);
  });

  it('gives its set as a whole: a widget with an endpoint of its own takes nothing of it', async () => {
    const widget = await visit.arrive(html`
      <ctg-site
        endpoint=${visit.parish.url}
        action=${`${new URL(visit.parish.url).origin}/{gathering}`}
        ack="status"
      >
        <ctg-gathering-signup endpoint=${second.url}></ctg-gathering-signup>
      </ctg-site>
    `);

    assert.equal(widget.heading, 'Of the widget');
    assert.include(widget.text, 'Ask St Paul’s how to sign up.');
    assert.notInclude(widget.buttons, 'Sign up');
  });

  it('lets a widget inside send where the site says', async () => {
    const origin = new URL(second.url).origin;
    const widget = await visit.arrive(html`
      <ctg-site endpoint=${visit.parish.url} action=${`${origin}/in/{kind}/{gathering}`}>
        <ctg-gathering-signup></ctg-gathering-signup>
      </ctg-site>
    `);

    await widget.signUp();
    await eventually(() => second.sent.length === 1);
    await widget.says("You're in, Ana.");

    assert.include(second.asked, 'POST /in/signups/supper');
    assert.isEmpty(visit.parish.sent);
  });

  it('passes on what changes', async () => {
    const widget = await visit.arrive(html`
      <ctg-site endpoint=${visit.parish.url}><ctg-gathering-signup></ctg-gathering-signup></ctg-site>
    `);

    visit.stage.find('ctg-site').setAttribute('endpoint', second.url);

    await widget.says('Of the widget');
  });

  it('decides how its widgets look, unless they say it themselves', async () => {
    const widget = await visit.arrive(html`
      <ctg-site endpoint=${visit.parish.url} theme="dark">
        <ctg-gathering-signup></ctg-gathering-signup>
        <ctg-gathering-signup theme="light"></ctg-gathering-signup>
      </ctg-site>
    `);
    await visit.widget(2).isReady();

    assert.equal(widget.scheme, 'dark');
    assert.equal(visit.widget(2).scheme, 'light');
  });

  it('is answered by the nearest of two', async () => {
    const widget = await visit.arrive(html`
      <ctg-site endpoint=${visit.parish.url}>
        <ctg-site endpoint=${second.url}><ctg-gathering-signup></ctg-gathering-signup></ctg-site>
      </ctg-site>
    `);

    assert.equal(widget.heading, 'Of the widget');
  });

  it('leaves its children where the page’s styles reach them', async () => {
    await visit.arrive(html`
      <ctg-site endpoint=${visit.parish.url}><ctg-gathering-signup></ctg-gathering-signup></ctg-site>
    `);

    assert.isNull(visit.stage.find('ctg-site').shadowRoot);
  });

  it('serves a widget that is moved into it', async () => {
    await visit.stage.show(html`
      <ctg-site endpoint=${visit.parish.url}></ctg-site>
      <ctg-gathering-signup></ctg-gathering-signup>
    `);
    const widget = visit.widget();
    await widget.says('This part of the page is not ready yet.');

    visit.stage.find('ctg-site').append(widget.element);

    await widget.says('Of the site');
  });
});
