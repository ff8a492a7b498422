import {assert} from 'chai';

import {keptOnDevice} from '../testing/device.js';
import {eventually, frame} from '../testing/eventually.js';
import {gathering, inDays, json, refusal} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const SUPPER = 'Supper for neighbours';
const WALK = 'Evening walk';
const NEEDS = 'Food or access needs';

describe('what happens in <ctg-gathering-signup> while a visitor looks elsewhere', () => {
  let visit: Visit;

  afterEach(() => visit.end());

  async function arrive(more: object = {}): Promise<GatheringSignupHarness> {
    const walk = gathering({id: 'walk', name: WALK, start: inDays(9), end: inDays(9, '19:00')});
    visit = new Visit({gatherings: [gathering(more), walk]});
    return visit.arrive();
  }

  /** Posts do not arrive; the list does. Gives back how to mend that. */
  function unplug(): () => void {
    const {parish} = visit;
    const {onSignup} = parish;
    parish.onSignup = () => {
      throw new TypeError('Failed to fetch');
    };
    return () => (parish.onSignup = onSignup);
  }

  /** A sign-up that waits, seen on the next visit. */
  async function waitingSinceLastTime(more: object = {}): Promise<[GatheringSignupHarness, () => void]> {
    const first = await arrive(more);
    const plug = unplug();
    await first.openForm(SUPPER);
    await first.introduce();
    await first.fill({[NEEDS]: 'No nuts'});
    await first.tick(...first.labels.filter((label) => label === 'Yes'));
    await first.send();
    await first.says('Not sent yet, but saved');
    const widget = await visit.comeBack();
    await widget.press('Show my sign-up');
    await widget.says('Not sent yet, but saved');
    return [widget, plug];
  }

  async function frames(n = 6): Promise<void> {
    for (let i = 0; i < n; i++) await frame();
  }

  it('gives back what was typed on an earlier visit when it is sent now and refused', async () => {
    const [widget] = await waitingSinceLastTime();
    visit.parish.onSignup = () => refusal(409, 'full');

    await widget.press('Send now');
    await widget.says('Someone was faster');

    assert.equal(widget.value('Your name'), 'Ana Ruiz');
    assert.equal(widget.value(NEEDS), 'No nuts');
  });

  it('says so when what waited since an earlier visit is sent now and arrives', async () => {
    const [widget, plug] = await waitingSinceLastTime();
    plug();

    await widget.press('Send now');

    await widget.says("You're in, Ana.");
  });

  it('takes a ticked yes back as a yes', async () => {
    const questions = [{id: 'car', type: 'checkbox', label: 'I have a car'}];
    const [widget] = await waitingSinceLastTime({questions});
    visit.parish.onSignup = () => refusal(409, 'full');
    await widget.press('Send now');
    await widget.says('Someone was faster');
    visit.parish.onSignup = (signup) => visit.parish.confirm(signup);

    await widget.send();
    await widget.says("You're in, Ana.");

    assert.deepEqual(visit.parish.sent.at(-1)!.answers, {car: true});
  });

  it('keeps the focus inside while it is sent now', async () => {
    const [widget, plug] = await waitingSinceLastTime();
    plug();
    const release = visit.parish.hold();

    await widget.press('Send now');

    assert.equal(widget.focused, 'Sending');
    release();
    await widget.says("You're in, Ana.");
  });

  it('goes on asking before it deletes while it is tried again', async () => {
    const [widget] = await waitingSinceLastTime();
    await widget.press('Delete it');
    const {length} = visit.parish.sent;

    window.dispatchEvent(new Event('online'));
    await visit.sent(length + 1);
    await frames();

    assert.notInclude(widget.buttons, 'Send now');
  });

  it('leaves the focus with somebody who types elsewhere on the page', async () => {
    const [widget, plug] = await waitingSinceLastTime();
    const search = visit.stage.root.appendChild(document.createElement('input'));
    search.focus();
    plug();

    window.dispatchEvent(new Event('online'));
    await widget.says("You're in, Ana.");

    assert.equal(document.activeElement, search);
  });

  it('leaves the focus in the form when the answer about another sign-up comes late', async () => {
    const first = await arrive();
    await first.signUp(SUPPER);
    await first.says("You're in, Ana.");
    const widget = await visit.comeBack();
    await eventually(() => widget.item(SUPPER).includes("You're in."));
    const connection = window.fetch;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    window.fetch = async (input, init) => {
      if (String(input).includes('/signups/')) await held;
      return connection.call(window, input as RequestInfo, init);
    };
    await widget.press(`Show my sign-up: ${SUPPER}`);
    await widget.press('All gatherings');
    await widget.openForm(WALK);
    await widget.fill({'Your name': 'Bo'});

    release();
    await frames();

    window.fetch = connection;
    assert.equal(widget.focused, 'Your name');
  });

  it('hears what it missed when the page takes it out and puts it back', async () => {
    const widget = await arrive();
    const release = visit.parish.hold();
    await widget.signUp(SUPPER);
    await visit.sent();
    const {element} = widget;
    const place = element.parentNode!;
    element.remove();
    release();
    await eventually(() => visit.parish.booked.length === 1);
    await frames();

    place.append(element);

    await widget.says("You're in, Ana.");
  });

  it('does not sign up twice when what was deleted on its way arrives after all', async () => {
    const [widget, plug] = await waitingSinceLastTime();
    plug();
    const release = visit.parish.hold();
    await widget.press('Send now');
    const {length} = visit.parish.sent;
    await visit.sent(Math.max(2, length));
    await widget.press('All gatherings');
    await widget.press('Show my sign-up');
    await widget.press('Delete it');
    await widget.press('Delete it');
    await eventually(() => widget.hasForm);
    release();
    await eventually(() => visit.parish.booked.length === 1);
    await frames();

    await widget.introduce();
    await widget.send();

    await widget.says("You're in, Ana.");
    assert.lengthOf(visit.parish.booked, 1);
  });

  it('does not go on saying "in" when the places were given up elsewhere', async () => {
    const first = await arrive();
    await first.signUp(SUPPER);
    await first.says("You're in, Ana.");
    const token = `t${visit.parish.sent[0]!.id.slice(0, 8)}`;
    await fetch(new URL(`signups/${token}`, visit.parish.url), {method: 'DELETE'});
    const widget = await visit.comeBack();
    await eventually(() => widget.item(SUPPER).includes("You're in."));

    await widget.press(`Show my sign-up: ${SUPPER}`);
    await widget.says('This place was given up.');
    await widget.press('All gatherings');
    await eventually(() => !widget.item(SUPPER).includes("You're in."));

    assert.isEmpty([...(await keptOnDevice()).keys()].filter((key) => key.startsWith('mine:')));
  });

  it('takes sign-ups for what has begun where the host says so', async () => {
    const hour = (n: number): string => new Date(Date.now() + n * 3_600_000).toISOString();
    const widget = await arrive({start: hour(-1), end: hour(3), closes: hour(2)});

    await widget.signUp(SUPPER);

    await widget.says("You're in, Ana.");
  });

  it('sends a note in which there is nothing to see as none', async () => {
    const widget = await arrive();
    await widget.openForm(SUPPER);
    await widget.introduce();
    await widget.fill({[NEEDS]: '\u200b'});

    await widget.send();

    await widget.says("You're in, Ana.");
    assert.notProperty(visit.parish.sent[0], 'note');
  });

  it('counts a consent as given only for the words that were ticked', async () => {
    const widget = await arrive({consents: [{id: 'photo', text: 'One picture', version: '1'}]});
    await widget.openForm(SUPPER);
    await widget.introduce();
    await widget.tick('One picture');

    const consents = [{id: 'photo', text: 'All my pictures, for ever', version: '2'}];
    visit.parish.document.gatherings = [gathering({consents}), gathering({id: 'walk', name: WALK})];
    await widget.element.refresh();
    await widget.says('All my pictures');

    assert.isFalse(widget.isTicked('All my pictures'));
    await widget.send();
    await widget.says("You're in, Ana.");
    assert.isEmpty(visit.parish.sent[0]!.consents);
  });

  it('opens a private link where the document lies on another origin than the sign-ups', async () => {
    const api = 'https://api.parish.example';
    visit = new Visit({
      links: [
        {rel: 'signups', href: `${api}/gatherings/{gathering}/signups`, idempotent: true},
        {rel: 'manage', href: `${api}/signups/{token}`},
      ],
    });
    const id = '0b0e7f3a-0000-4000-8000-000000000001';
    const party = {name: 'Ana Ruiz', adults: 1, children: 0, answers: {}, consents: []};
    const signup = {ctg: '1', id, gathering: 'supper', ...party, language: 'en', at: inDays(-1)};
    const connection = window.fetch;
    window.fetch = async (input, init) =>
      String(input) === `${api}/signups/abc`
        ? json({receipt: {id, status: 'confirmed', token: 'abc'}, signup})
        : connection.call(window, input as RequestInfo, init);
    history.replaceState(null, '', '#ctg-signup-1=abc');

    const widget = await visit.arrive();

    await widget.says("You're in, Ana.");
    window.fetch = connection;
  });

  it('lists everything again when the page takes its limit away', async () => {
    const widget = await arrive();
    widget.element.setAttribute('limit', '1');
    await widget.element.updateComplete;

    widget.element.removeAttribute('limit');
    await widget.element.updateComplete;

    assert.deepEqual(widget.names, [SUPPER, WALK]);
  });
});
