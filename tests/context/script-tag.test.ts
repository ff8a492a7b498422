import {assert} from 'chai';

import {eventually} from '../testing/eventually.js';
import {Frame} from '../testing/frame.js';
import {gathering, Parish} from '../testing/parish.js';
import {GatheringSignupHarness} from '../widgets/gathering-signup.harness.js';

/** The file that looks for its tag. A page has one file; here it is one of many, so the tag names this one. */
const FILE = new URL('../../src/context/script-tag.ts', import.meta.url).href;

describe('what a page says on its script tag', () => {
  let parish: Parish;
  let frame: Frame;

  beforeEach(() => {
    parish = new Parish({gatherings: [gathering()]});
    frame = new Frame();
  });

  afterEach(() => {
    frame.close();
    parish.close();
  });

  /** The widget in a page with such a tag, and the codes of what went wrong. */
  async function pageWith(
    data: string,
    attributes = '',
    src = FILE,
  ): Promise<[GatheringSignupHarness, string[]]> {
    const told: string[] = [];
    await frame.open(
      `<script type="text/plain" src="${src}" ${data}></script>
      <ctg-gathering-signup ${attributes}></ctg-gathering-signup>`,
      (page) => {
        parish.serve(page);
        Object.assign((page as unknown as {console: Console}).console, {warn: () => undefined});
        page.addEventListener('ctg-error', (event) =>
          told.push((event as CustomEvent<{code: string}>).detail.code),
        );
      },
    );
    const widget = new GatheringSignupHarness(frame.find('ctg-gathering-signup'));
    await eventually(() => widget.text !== '');
    return [widget, told];
  }

  it('is the endpoint of widgets that name none', async () => {
    const [widget, told] = await pageWith(`data-endpoint="${parish.url}"`);

    await widget.isReady();
    assert.equal(widget.heading, 'Supper for neighbours');
    assert.isEmpty(told);
  });

  it('is not mixed into what a widget names itself', async () => {
    const [widget] = await pageWith(
      `data-endpoint="https://elsewhere.example/" data-ack="status"`,
      `endpoint="${parish.url}"`,
    );

    await widget.isReady();
    assert.equal(widget.heading, 'Supper for neighbours');
  });

  it('limits every endpoint of the page to the origins that it allows', async () => {
    const [widget, told] = await pageWith(`data-allow="https://api.example"`, `endpoint="${parish.url}"`);

    await widget.says("We can't get the list right now.");
    assert.deepEqual(told, ['bad-address']);
    assert.equal(parish.reads, 0);
  });

  it('limits them too where the address of the file is redirected', async () => {
    const asked = FILE.replace('/src/', '/latest/');

    const [widget, told] = await pageWith(
      `data-allow="https://api.example"`,
      `endpoint="${parish.url}"`,
      asked,
    );

    await widget.says("We can't get the list right now.");
    assert.deepEqual(told, ['bad-address']);
  });

  it('limits where sign-ups go as well, whatever the document says', async () => {
    const {origin} = new URL(parish.url);
    parish.document.links = [{rel: 'signups', href: 'https://elsewhere.example/{gathering}'}];

    const [widget] = await pageWith(`data-allow="${origin}"`, `endpoint="${parish.url}"`);

    await widget.says('Ask St Paul’s how to sign up.');
    assert.notInclude(widget.buttons, 'Sign up');
  });

  it('lets an allowed origin through', async () => {
    const {origin} = new URL(parish.url);

    const [widget] = await pageWith(`data-allow="https://api.example ${origin}"`, `endpoint="${parish.url}"`);

    await widget.isReady();
    assert.equal(widget.heading, 'Supper for neighbours');
  });
});
