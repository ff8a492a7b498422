import {assert} from 'chai';

import {openDesk} from '../../src/context/desk.js';
import {entryOf} from '../outbox/rig.js';
import {keptOnDevice} from '../testing/device.js';
import {LateTimers} from '../testing/late-timers.js';
import {gathering, inDays, json, refusal} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const LATER = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')});

describe('a signup in <ctg-gathering-signup> that is on its way', () => {
  let visit: Visit;
  let timers: LateTimers | undefined;

  /** The widget with a form in which everything needed is typed. */
  async function filled(): Promise<GatheringSignupHarness> {
    visit = new Visit({gatherings: [gathering(), LATER]});
    const widget = await visit.arrive();
    await widget.openForm('Supper for neighbours');
    await widget.introduce();
    return widget;
  }

  afterEach(() => {
    timers?.release();
    timers = undefined;
    return visit.end();
  });

  it('not sent for want of a connection: saved, until when, and that it is no place yet', async () => {
    const widget = await filled();
    visit.parish.down = true;

    await widget.send();
    await widget.says('Not sent yet, but saved');

    assert.match(widget.text, /when you are online, before \w+ \d+\. It then goes out by itself, once\./);
    assert.include(widget.text, `You don't have a place until you see "You're in".`);
    assert.include(widget.focused, 'Not sent yet, but saved');

    visit.parish.down = false;
    await widget.press('Send now');
    await widget.says("You're in, Ana.");
    assert.lengthOf(visit.parish.booked, 1);
  });

  it('is told from what else waits for the same site', async () => {
    visit = new Visit();
    const now = Date.now();
    const later = now + 1_000_000;
    const {url: endpoint} = visit.parish;
    const pledge = entryOf(crypto.randomUUID(), {
      kind: 'pledges',
      endpoint,
      href: endpoint,
      target: 'supper',
    });
    await openDesk().outbox.add({...pledge, createdAt: now, nextAt: later, expiresAt: later});

    const widget = await visit.arrive();
    await widget.openForm();

    assert.notInclude(widget.text, 'waiting on this device');
    assert.notInclude(widget.text, 'saved');
    assert.include(widget.text, 'Who is coming?');
  });

  it('waits as long as a busy endpoint asks for', async () => {
    const widget = await filled();
    visit.parish.onSignup = () => refusal(429, 'slow-down', {retryAfter: 3_600});

    await widget.send();
    await widget.says('Many people are signing up right now.');
    await widget.press('Send now');
    await widget.says('Many people are signing up right now.');

    assert.lengthOf(visit.parish.sent, 1);
  });

  it('waiting can be deleted, after a question', async () => {
    const widget = await filled();
    visit.parish.down = true;
    await widget.send();
    await widget.says('Not sent yet, but saved');

    await widget.press('Delete it');
    await widget.says('Delete this sign-up? It was not sent.');
    await widget.press('Keep it');
    await widget.says('Not sent yet, but saved');
    await widget.press('Delete it');
    await widget.press('Delete it');
    await widget.says('Your name');

    await widget.hears('Deleted. It was not sent.');
    assert.isEmpty([...(await keptOnDevice()).keys()].filter((key) => key.startsWith('out:')));
  });

  it('unclear where asking again could book twice: asks first', async () => {
    visit = new Visit({links: [{rel: 'signups', href: 'gatherings/{gathering}/signups'}]});
    const widget = await visit.arrive();
    visit.parish.onSignup = () => json({thanks: true});

    await widget.signUp();
    await widget.says('We are not sure it arrived');

    assert.include(
      widget.text,
      'It was sent, but St Paul’s did not confirm it. Sending it again may sign you up twice.',
    );
    assert.lengthOf(visit.parish.sent, 1);

    visit.parish.onSignup = (signup) => visit.parish.confirm(signup);
    await widget.press('Send it again');
    await widget.says("You're in, Ana.");
    assert.equal(visit.parish.sent[0]!.id, visit.parish.sent[1]!.id);
  });

  it('is not confirmed by a receipt for somebody else (row 23)', async () => {
    visit = new Visit({links: [{rel: 'signups', href: 'gatherings/{gathering}/signups'}]});
    const widget = await visit.arrive();
    visit.parish.onSignup = () => json({id: crypto.randomUUID(), status: 'confirmed'}, 201);

    await widget.signUp();
    await widget.says('We are not sure it arrived');

    assert.notInclude(widget.text, "You're in");
  });

  it('is not confirmed by a login page with a good status (row 6)', async () => {
    visit = new Visit({links: [{rel: 'signups', href: 'gatherings/{gathering}/signups'}]});
    const widget = await visit.arrive();
    visit.parish.onSignup = () =>
      new Response('<!doctype html><h1>Wi-Fi login</h1>', {headers: {'Content-Type': 'text/html'}});

    await widget.signUp();
    await widget.says('We are not sure it arrived');

    assert.notInclude(widget.text, 'Wi-Fi login');
  });

  it('takes a bare good status where the page says that it counts', async () => {
    visit = new Visit();
    const widget = await visit.arrive();
    widget.element.ack = 'status';
    await widget.element.updateComplete;
    visit.parish.onSignup = () => new Response(null, {status: 204});

    await widget.signUp();

    await widget.says("You're in, Ana.");
    assert.include(widget.text, 'To change something, ask St Paul’s.');
  });

  it('says "Sending" at once, and after five seconds that it is still trying (row 2)', async () => {
    const widget = await filled();
    const release = visit.parish.hold();
    timers = new LateTimers();

    await widget.send();
    assert.include(widget.buttons, 'Sending');
    timers.pass(5_000);
    await widget.says('Still trying. Keep this page open if you can.');

    release();
    await widget.says("You're in, Ana.");
  });

  it('sends once, however often and in whatever way it is pressed (row 46)', async () => {
    const widget = await filled();
    const release = visit.parish.hold();

    await Promise.all([widget.send(), widget.send(), widget.pressEnter()]);
    await visit.sent();
    await widget.send();
    release();
    await widget.says("You're in, Ana.");

    assert.lengthOf(visit.parish.sent, 1);
  });
});
