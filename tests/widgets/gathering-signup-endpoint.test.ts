import {assert} from 'chai';
import {html} from 'lit';

import {endpoint} from '../testing/endpoint.js';
import {forgetDevice, keptOnDevice} from '../testing/device.js';
import {eventually, heard} from '../testing/eventually.js';
import type {CtgDocument} from '../../src/protocol/document.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const CHURCH = `${endpoint}/church/ctg.json`;
/** Engines that are tested at the same time must not count each other's people. */
const [DOCUMENT, NAME] = /Firefox/.test(navigator.userAgent)
  ? [CHURCH, 'Connections Gathering']
  : /Chrome/.test(navigator.userAgent)
    ? [CHURCH, 'Neighbours around one table']
    : [`${endpoint}/nonprofit/ctg.json`, 'Seed swap'];

/** What happens to a post on its way. */
type Fault = 'lost before it arrives' | 'answer lost';

describe('<ctg-gathering-signup> with a real endpoint on another origin', () => {
  let visit: Visit;
  /** The connection that the test found. */
  let connection: typeof fetch;
  /** Every post that left, as it was written. */
  let posts: string[];

  beforeEach(() => {
    visit = new Visit();
    connection = globalThis.fetch;
    posts = [];
    break_(undefined);
  });

  afterEach(async () => {
    globalThis.fetch = connection;
    await visit.end();
  });

  /** From here on every post meets `fault`, none when it is undefined. */
  function break_(fault: Fault | undefined): void {
    globalThis.fetch = async (input, init) => {
      if (init?.method !== 'POST') return connection(input, init);
      posts.push(String(init.body));
      if (fault === 'lost before it arrives') throw new TypeError('Failed to fetch');
      const answer = await connection(input, init);
      if (fault) throw new TypeError('Failed to fetch');
      return answer;
    };
  }

  /** How many people the endpoint counts for the gathering. */
  async function taken(): Promise<number> {
    const read = (await (await connection(DOCUMENT, {cache: 'no-store'})).json()) as CtgDocument;
    return read.gatherings!.find(({name}) => name === NAME)!.taken!;
  }

  async function arrive(): Promise<GatheringSignupHarness> {
    return visit.comeBack(html`<ctg-gathering-signup endpoint=${DOCUMENT}></ctg-gathering-signup>`);
  }

  async function giveUp(widget: GatheringSignupHarness): Promise<void> {
    await widget.press('Give up my place');
    await widget.says('Give up your place?');
    await widget.press('Give up my place');
    await widget.says('Done. Your place is free for others.');
  }

  it('signs up, remembers, and gives the place back', async () => {
    const before = await taken();
    const widget = await arrive();
    await widget.signUp(NAME);
    await widget.says("You're in, Ana.");
    assert.equal(await taken(), before + 1);

    const later = await arrive();
    await later.press(`Show my sign-up: ${NAME}`);
    await later.says("You're in, Ana.");
    await giveUp(later);

    assert.equal(await taken(), before);
  });

  it('changes the party under the same id, also by a private link, and gives all places back', async () => {
    const before = await taken();
    const widget = await arrive();
    const booked = heard<CustomEvent<{id: string}>>(widget.element, 'ctg-signup');
    await widget.signUp(NAME);
    await widget.says("You're in, Ana.");
    const changed = heard<CustomEvent<{id: string; status: string}>>(widget.element, 'ctg-signup-change');

    await widget.press('Change');
    await widget.says('Nothing changes until you press the button.');
    await widget.fill({Adults: '3'});
    await widget.press('Change to 3 people');
    await widget.says('3 places are yours.');

    const {detail} = await changed;
    assert.deepInclude(detail, {id: (await booked).detail.id, status: 'confirmed'});
    assert.equal(await taken(), before + 3);
    const kept = [...(await keptOnDevice()).values()].find(({id}) => id === detail.id);
    const token = String(kept!['manage']).split('/').at(-1);
    await forgetDevice();
    history.replaceState(null, '', `#ctg-signup-1=${token}`);
    const other = await arrive();
    await other.says('3 places are yours.');
    assert.equal(await taken(), before + 3, 'a look changes nothing');
    await other.press('Give up 3 places');
    await other.says('Give up your 3 places?');
    await other.press('Give up 3 places');
    await other.says('Done. Your 3 places are free for others.');
    assert.equal(await taken(), before);
  });

  it('changes nothing where there are fewer places than people', async () => {
    const widget = await visit.comeBack(
      html`<ctg-gathering-signup endpoint=${CHURCH}></ctg-gathering-signup>`,
    );
    await widget.signUp('Neighbours around one table');
    await widget.says("You're in, Ana.");
    await widget.press('Change');
    await widget.says('Nothing changes until you press the button.');

    await widget.fill({Adults: '50'});
    await widget.send();

    await widget.says('Not changed yet');
    await widget.press('Keep it as it is');
    await giveUp(widget);
  });

  it('saves while the endpoint is away, and delivers once when it is back (row 1)', async () => {
    const before = await taken();
    break_('lost before it arrives');
    const widget = await arrive();
    await widget.signUp(NAME);
    await widget.says('Not sent yet, but saved');

    const later = await arrive();
    await later.says('1 sign-up is waiting on this device.');
    assert.equal(await taken(), before);
    break_(undefined);
    await later.press('Send now');
    await later.says("You're in.");

    assert.equal(await taken(), before + 1);
    assert.lengthOf(new Set(posts), 1);
    await later.press(`Show my sign-up: ${NAME}`);
    await later.says("You're in, Ana.");
    await giveUp(later);
  });

  it('books once when the answer got lost after booking (row 51)', async () => {
    const before = await taken();
    break_('answer lost');
    const widget = await arrive();
    await widget.signUp(NAME);
    await widget.says('Not sent yet, but saved');
    await eventually(() => posts.length > 0);
    assert.equal(await taken(), before + 1);

    break_(undefined);
    await widget.press('Send now');
    await widget.says("You're in, Ana.");

    assert.equal(await taken(), before + 1);
    assert.lengthOf(new Set(posts), 1, 'the same bytes each time');
    assert.isAtLeast(posts.length, 2);
    await giveUp(widget);
  });

  it('says where the data go, by the name of the host', async () => {
    const widget = await arrive();

    await widget.openForm(NAME);

    assert.include(widget.privacy, `, at ${new URL(endpoint).host}, to plan`);
  });

  it('asks what one would like when it has fewer places than people', async () => {
    const widget = await visit.arrive(html`<ctg-gathering-signup endpoint=${CHURCH}></ctg-gathering-signup>`);
    await widget.openForm('Neighbours around one table');
    await widget.introduce();
    await widget.fill({Adults: '11'});

    await widget.send();
    await widget.says('You need 11 places.');

    assert.include(widget.text, 'Nothing is booked yet.');
  });
});
