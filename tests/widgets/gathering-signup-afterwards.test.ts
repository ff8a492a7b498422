import {assert} from 'chai';
import {html} from 'lit';

import {keptOnDevice} from '../testing/device.js';
import {eventually, heard} from '../testing/eventually.js';
import {gathering} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

describe('after signing up in <ctg-gathering-signup>', () => {
  let visit: Visit;
  const undo: Array<() => void> = [];

  async function confirmed(more = {}): Promise<GatheringSignupHarness> {
    visit = new Visit({gatherings: [gathering(more), gathering({id: 'walk', name: 'Evening walk'})]});
    const widget = await visit.arrive();
    await widget.signUp('Supper for neighbours');
    await widget.says("You're in, Ana.");
    return widget;
  }

  /** Gives the browser `value` under `name` until the test is over. */
  function replace(owner: object, name: string, value: unknown): void {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {value, configurable: true, writable: true});
    undo.push(() => {
      if (before) Object.defineProperty(owner, name, before);
      else Reflect.deleteProperty(owner, name);
    });
  }

  /** Everything that is copied from here on. */
  function copied(): string[] {
    const texts: string[] = [];
    const clipboard = {writeText: async (text: string) => void texts.push(text)};
    replace(navigator, 'clipboard', clipboard);
    replace(navigator, 'share', undefined);
    return texts;
  }

  afterEach(() => {
    for (const back of undo.splice(0)) back();
    return visit.end();
  });

  it('offers a calendar file that holds what was agreed', async () => {
    const widget = await confirmed();
    const files: Blob[] = [];
    replace(URL, 'createObjectURL', (file: Blob) => (files.push(file), 'blob:none'));
    replace(URL, 'revokeObjectURL', () => undefined);
    const names: string[] = [];
    replace(HTMLAnchorElement.prototype, 'click', function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });

    await widget.press('Add to my calendar');
    await widget.press('Calendar file');

    const text = await files[0]!.text();
    assert.deepEqual(names, ['gathering.ics']);
    assert.match(files[0]!.type, /^text\/calendar/);
    assert.include(text, 'SUMMARY:Supper for neighbours');
    assert.include(text, 'LOCATION:Parish hall\\, 412 Willow Street');
    assert.match(text, /DTSTART:\d{8}T180000Z/);
    assert.match(text, /DTEND:\d{8}T193000Z/);
  });

  it('offers calendars on the web, and says whose they are', async () => {
    const widget = await confirmed();

    await widget.press('Add to my calendar');
    await eventually(() => widget.links.some((href) => href.includes('calendar.google.com')));

    for (const name of ['Google Calendar (', 'Outlook (', 'Yahoo (']) assert.include(widget.text, name);
    const google = widget.links.find((href) => href.includes('calendar.google.com'))!;
    assert.equal(new URL(google).searchParams.get('text'), 'Supper for neighbours');
  });

  it('lets a friend know by copying a link that opens the gathering', async () => {
    const widget = await confirmed();
    const texts = copied();
    const shared = heard<CustomEvent>(widget.element, 'ctg-share');

    await widget.press('Tell a friend');
    await widget.hears('Link copied.');

    assert.match(
      texts[0]!,
      /^Supper for neighbours, .* Do you want to come too\? http.*#ctg-gathering=supper$/,
    );
    assert.deepEqual((await shared).detail, {id: 'supper'});
  });

  it('hands the link to the system where the system shares', async () => {
    const widget = await confirmed();
    const shared: ShareData[] = [];
    replace(navigator, 'share', async (data: ShareData) => void shared.push(data));

    await widget.press('Tell a friend');

    assert.equal(shared[0]!.title, 'Supper for neighbours');
    assert.match(shared[0]!.url!, /#ctg-gathering=supper$/);
  });

  it('shows the link where nothing may be copied', async () => {
    const widget = await confirmed();
    replace(navigator, 'share', undefined);
    replace(navigator, 'clipboard', undefined);
    const shown: unknown[] = [];
    replace(window, 'prompt', (...words: unknown[]) => shown.push(...words));

    await widget.press('Tell a friend');

    assert.match(String(shown[1]), /#ctg-gathering=supper$/);
  });

  it('copies the private link, which opens the signup on another device and changes nothing', async () => {
    const widget = await confirmed();
    const texts = copied();
    await widget.press('Using another device, or one you share?');
    await widget.press('Copy your private link');
    await widget.hears('Link copied.');
    const {hash} = new URL(texts[0]!);
    assert.match(hash, /^#ctg-signup-1=/);
    await widget.press('Forget me on this device');

    const asked = visit.parish.asked.length;
    history.replaceState(null, '', hash);
    const other = await visit.comeBack();
    await other.says("You're in, Ana.");

    const since = visit.parish.asked.slice(asked);
    assert.isTrue(
      since.every((each) => each.startsWith('GET ')),
      since.join(),
    );
    assert.lengthOf(visit.parish.booked, 1);
    await other.press('Give up my place');
    await other.says('Give up your place?');
    await other.press('Give up my place');
    await other.says('Done. Your place is free for others.');
    assert.isEmpty(visit.parish.booked);
  });

  it('opens a private link only in the widget that it was made for', async () => {
    await confirmed();
    const {url} = visit.parish;
    history.replaceState(null, '', '#ctg-signup-2=nobody');

    await visit.comeBack(html`
      <ctg-gathering-signup endpoint=${url}></ctg-gathering-signup>
      <ctg-gathering-signup endpoint=${url}></ctg-gathering-signup>
    `);

    await visit.widget(2).says('This link does not work any more.');
    assert.notInclude(visit.widget(1).text, 'This link');
  });

  it('gives the places up after a question, and says so to the page', async () => {
    const widget = await confirmed();
    const told = visit.listen('ctg-signup-cancel');

    await widget.press('Give up my place');
    await widget.says('Give up your place?');
    assert.equal(widget.focused, 'Give up your place?');
    await widget.press('Keep it');
    assert.include(widget.text, "You're in, Ana.");
    assert.lengthOf(visit.parish.booked, 1);

    await widget.press('Give up my place');
    await widget.says('Give up your place?');
    await widget.press('Give up my place');
    await widget.says('Done. Your place is free for others.');

    assert.isEmpty(visit.parish.booked);
    assert.deepEqual(told, [{id: visit.parish.sent[0]!.id, gathering: 'supper'}]);
    assert.isEmpty(await keptOnDevice());
  });

  it('says that nothing has changed where the host can’t be reached', async () => {
    const widget = await confirmed();
    visit.parish.down = true;

    await widget.press('Give up my place');
    await widget.says('Give up your place?');
    await widget.press('Give up my place');
    await widget.says('Your place is not given up yet. Try again when you are online.');

    visit.parish.down = false;
    assert.lengthOf(visit.parish.booked, 1);
  });

  it('remembers on the next visit, without anything personal on the device', async () => {
    await confirmed();

    const widget = await visit.comeBack();
    await widget.says("You're in.");
    assert.include(widget.item('Supper for neighbours'), 'Show my sign-up');
    assert.notInclude(widget.item('Evening walk'), 'Show my sign-up');
    const kept = JSON.stringify([...(await keptOnDevice()).values()]);
    assert.notMatch(kept, /Ana|example\.org/);

    await widget.press('Show my sign-up: Supper for neighbours');
    await widget.says("You're in, Ana.");
    await widget.press('Give up my place');
    await widget.says('Give up your place?');
    await widget.press('Give up my place');
    await widget.says('Done. Your place is free for others.');
    await widget.press('All gatherings');
    await eventually(() => widget.item('Supper for neighbours').includes('Sign up'));
  });

  it('says on the next visit that the host can’t be reached, and looks again when asked', async () => {
    await confirmed();
    const widget = await visit.comeBack();
    await widget.says("You're in.");

    visit.parish.down = true;
    await widget.press('Show my sign-up: Supper for neighbours');
    await widget.says("We can't reach St Paul’s right now. Nothing has changed.");

    visit.parish.down = false;
    await widget.press('Try again');
    await widget.says("You're in, Ana.");
  });

  it('names no number of places that it does not know when they are given up', async () => {
    await confirmed();
    const widget = await visit.comeBack();
    await widget.says("You're in.");
    visit.parish.down = true;
    await widget.press('Show my sign-up: Supper for neighbours');
    await widget.says("We can't reach St Paul’s right now. Nothing has changed.");
    visit.parish.down = false;

    await widget.press('Give up my places');
    await widget.says('Give up your places?');
    await widget.press('Give up my places');
    await widget.says('Done. Your places are free for others.');

    assert.isEmpty(visit.parish.booked);
  });

  it('forgets on this device when asked, and keeps the places', async () => {
    const widget = await confirmed();

    await widget.press('Using another device, or one you share?');
    await widget.press('Forget me on this device');
    await widget.says('Done. This device has forgotten your sign-up.');

    assert.lengthOf(visit.parish.booked, 1);
    assert.isEmpty(await keptOnDevice());
    const next = await visit.comeBack();
    assert.notInclude(next.text, "You're in");
  });

  it('says that a signup is gone which the host has taken away', async () => {
    await confirmed();
    const widget = await visit.comeBack();
    await widget.says("You're in.");
    visit.parish.forget();

    await widget.press('Show my sign-up: Supper for neighbours');

    await widget.says('This sign-up is not there any more. If that surprises you, ask St Paul’s.');
    assert.isEmpty(await keptOnDevice());
  });
});
