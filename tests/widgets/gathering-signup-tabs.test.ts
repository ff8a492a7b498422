import {assert} from 'chai';

import {eventually} from '../testing/eventually.js';
import {Frame} from '../testing/frame.js';
import {gathering, inDays} from '../testing/parish.js';
import {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const CONSENTS = [{id: 'call', text: 'Ruth may call me', version: '2026-01'}];

describe('<ctg-gathering-signup> in several pages of one visitor', () => {
  let visit: Visit;
  let frame: Frame;

  beforeEach(() => {
    const walk = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')});
    visit = new Visit({gatherings: [gathering({consents: CONSENTS}), walk]});
    frame = new Frame();
  });

  afterEach(async () => {
    frame.close();
    await visit.end();
  });

  async function tab(
    habits: (page: Window & typeof globalThis) => void = () => undefined,
  ): Promise<GatheringSignupHarness> {
    await frame.open(
      `<ctg-gathering-signup endpoint="${visit.parish.url}"></ctg-gathering-signup>`,
      (page) => {
        visit.parish.serve(page);
        habits(page);
      },
    );
    const widget = new GatheringSignupHarness(frame.find('ctg-gathering-signup'));
    await widget.isReady();
    return widget;
  }

  it('sends what waits from one of two tabs, once, and both know what became of it (row 48)', async () => {
    const [here, there] = [await visit.arrive(), await tab()];
    await here.openForm('Supper for neighbours');
    await here.press('All gatherings');
    visit.parish.down = true;
    await there.signUp('Evening walk');
    await there.says('Not sent yet, but saved');
    await here.says('1 sign-up is waiting on this device.');

    visit.parish.down = false;
    await Promise.all([here.press('Send now'), there.press('Send now')]);
    await there.says("You're in");
    await eventually(() => here.item('Evening walk').includes("You're in."));

    assert.lengthOf(new Set(visit.parish.sent.map(({id}) => id)), 1);
    assert.lengthOf(visit.parish.booked, 1);
    assert.lengthOf(visit.parish.sent, 1);
    await here.press('Show my sign-up: Evening walk');
    await here.press('Give up my place');
    await here.says('Give up your place?');
    await here.press('Give up my place');
    await here.says('Done. Your place is free for others.');
  });

  it('sends what a tab left behind that is gone (row 50)', async () => {
    // What it sends arrives, and it never hears so.
    const there = await tab((page) => {
      const {fetch: connection} = page;
      page.fetch = async (input, init) => {
        const answer = await connection.call(page, input as RequestInfo, init);
        return init?.method === 'POST' ? new Promise(() => undefined) : answer;
      };
    });
    await there.signUp('Evening walk');
    await visit.sent();
    frame.close();

    const here = await visit.arrive();
    await here.says("You're in.");

    assert.lengthOf(new Set(visit.parish.sent.map(({id}) => id)), 1);
    assert.lengthOf(visit.parish.booked, 1);
  });

  it('works, and sends what was meant, in a page whose JavaScript was patched (row 72)', async () => {
    const there = await tab((page) => {
      const {
        Array: List,
        Object: Thing,
        String: Text,
      } = page as unknown as Record<string, {prototype: object}>;
      // As Prototype.js 1.6 and MooTools 1.2 did, and pages that still carry them do.
      const add = (owner: object, name: string, value: unknown) =>
        Object.defineProperty(owner, name, {value, enumerable: true, configurable: true, writable: true});
      add(List!.prototype, 'toJSON', function toJSON(this: unknown[]) {
        return `[${[...this].join()}]`;
      });
      add(List!.prototype, 'each', () => undefined);
      add(List!.prototype, 'include', () => undefined);
      add(Text!.prototype, 'toJSON', function toJSON(this: unknown) {
        return `"${String(this)}"`;
      });
      add(Thing!.prototype, 'extend', () => undefined);
    });

    await there.openForm('Supper for neighbours');
    await there.introduce();
    await there.tick('Ruth may call me');
    await there.send();
    await there.says("You're in, Ana.");

    const {consents, name, answers, adults} = visit.parish.sent[0]!;
    assert.deepEqual({name, answers, adults}, {name: 'Ana Ruiz', answers: {}, adults: 1});
    assert.isArray(consents);
    assert.include(consents[0], {id: 'call', version: '2026-01'});
  });
});
