import {html} from 'lit';

import {STATES} from '../../src/endpoint/mock/states.js';
import {assertAccessibleEverywhere} from './accessible.js';
import {Visit} from './visit.js';

describe('every list and opened gathering of <ctg-gathering-signup> is accessible', () => {
  let visit: Visit;

  beforeEach(() => {
    visit = new Visit();
  });

  afterEach(() => visit.end());

  const listed = [...STATES.keys()].filter((name) => !['slow', 'down', 'empty', 'single'].includes(name));
  // These two differ from `open` only in what becomes of a signup.
  for (const name of listed.filter((each) => !['email', 'invalid'].includes(each))) {
    it(`mock:${name}, the list and its first gathering`, async () => {
      const widget = await visit.arrive(
        html`<ctg-gathering-signup endpoint="mock:${name}" show-past
          ><a href="/g">All</a></ctg-gathering-signup
        >`,
      );
      await assertAccessibleEverywhere(visit, widget);

      await widget.open(widget.names[0]!);

      await assertAccessibleEverywhere(visit, widget);
    });
  }

  for (const [name, sentence] of [
    ['empty', 'No gatherings are planned'],
    ['single', 'What we do together'],
    ['slow', 'Loading the gatherings'],
    ['down', "We can't get the list right now."],
  ] as const) {
    it(`mock:${name}`, async () => {
      const widget = await visit.arriveEarly(
        html`<ctg-gathering-signup endpoint="mock:${name}"><a href="/g">All</a></ctg-gathering-signup>`,
      );
      await widget.says(sentence);

      await assertAccessibleEverywhere(visit, widget);
    });
  }

  it('what is not set up', async () => {
    const widget = await visit.arriveEarly(html`<ctg-gathering-signup></ctg-gathering-signup>`);
    await widget.says('not ready yet');

    await assertAccessibleEverywhere(visit, widget);
  });

  it('an old list with a note about its age, and about entries that could not be shown', async () => {
    visit.parish.document = {
      ...visit.parish.document,
      gatherings: [...visit.parish.document.gatherings, {}, {}],
    };
    const widget = await visit.arrive();
    visit.parish.down = true;
    await widget.element.refresh();
    await widget.says('This is the list from');

    await assertAccessibleEverywhere(visit, widget);
  });

  it('two widgets in Spanish', async () => {
    const widget = await visit.arrive(html`
      <div lang="es">
        <ctg-gathering-signup endpoint="mock:open"></ctg-gathering-signup>
        <ctg-gathering-signup endpoint="mock:full"></ctg-gathering-signup>
      </div>
    `);
    await widget.says('lugares');

    await assertAccessibleEverywhere(visit, widget);
  });
});
