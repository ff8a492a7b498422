/** What a visitor of a map sees while they add their own group, up to where it was sent. */

import {html} from 'lit';

import type {Localizer} from '../../src/i18n/localizer.js';
import {DeskController} from '../../src/ui/desk-controller.js';
import type {Circle} from '../testing/circle.js';
import {keepOnDevice, keptOnDevice} from '../testing/device.js';
import {json, refusal} from '../testing/parish.js';
import type {Go, MapSight} from './map-sights.js';
import {ANY, type SightVisit} from './sight-visit.js';

type Key = Parameters<Localizer['t']>[0];

/** Opens the form. */
export const open: Go = async (visit, say) => {
  await visit.isReady();
  await visit.press(say('join.open'));
  await visit.hasForm();
};
/** Fills in as little as is needed. */
const introduce: Go = async (visit, say) => {
  await open(visit, say);
  await visit.type('#name', 'River Beds');
  await visit.mark('#speaks');
};
/** A group that the endpoint answers with `answer`, until it says `key`. */
export const answered =
  (answer: Circle['onGroup'] | undefined, key: Key): Go =>
  async (visit, say) => {
    if (answer) visit.circle.onGroup = answer;
    await introduce(visit, say);
    await visit.send();
    await visit.says(say(key, {publisher: ANY, name: ANY}));
  };
const waits: Go = async (visit, say) => {
  await introduce(visit, say);
  visit.circle.down = true;
  await visit.send();
  await visit.says(say('join.saved.text'));
};
/** Comes again to a page where an earlier visit has left a group, until it says `key`; `more`: what that has become since. */
const comesAgain =
  (key: Key, more: object): Go =>
  async (visit, say) => {
    await waits(visit, say);
    await visit.stage.show(html``);
    for (const [at, entry] of await keptOnDevice())
      if (at.startsWith('out:')) await keepOnDevice(at, {...entry, ...more});
    visit.circle.down = false;
    await visit.come();
    await visit.says(say(key, {publisher: ANY}));
  };
const asksToDelete: Go = async (visit, say) => {
  await waits(visit, say);
  await visit.press(say('outbox.delete'));
  await visit.says(say('join.delete.question'));
};
/** Makes a file, and says where it is to lie. */
const filed =
  (builder: string): Go =>
  async (visit, say) => {
    await open(visit, say);
    await visit.type('#name', 'River Beds');
    await visit.press(say('join.file'));
    await visit.says(say('file.said'));
    if (builder) {
      await visit.type('#builder', builder);
      await visit.has('[part~=steps]');
    }
  };
/** Has the form lack what it needs, and what looks for earlier visits wait. */
const lacking = (visit: SightVisit): void => {
  const {read} = DeskController.prototype;
  let isFirst = true;
  DeskController.prototype.read = () => {
    if (!isFirst) return Promise.reject(new TypeError('down'));
    isFirst = false;
    return new Promise(() => undefined);
  };
  visit.afterwards(() => (DeskController.prototype.read = read));
};

/** Not sent by itself while anybody looks. */
const LATER = {nextAt: Date.now() + 3_600_000};

const CONSENTS = [
  {id: 'map', text: 'It may be shown.', version: '1', required: true},
  {id: 'news', text: 'Write to me about it.', version: '1'},
];

/** One line for each. */
export const MAP_JOINING_SIGHTS: readonly MapSight[] = [
  {
    what: 'a form for one’s own group, with a connection and a town that is known',
    view: 'list',
    circle: {consents: CONSENTS},
    go: async (visit, say) => {
      await open(visit, say);
      await visit.press(say('join.tie.add'));
      await visit.type('#tie-0', 'Valley Choir (Truckee)');
      await visit.type('#label', 'Reno');
      await visit.press(say('join.spot.town', {town: 'Reno'}));
      await visit.type('#email', 'ana@gmial.com');
      await visit.says(say('join.spot.shown', {lat: ANY, lon: ANY}));
    },
  },
  {
    what: 'a form below a map, of whose middle the place is taken',
    circle: {},
    go: async (visit, say) => {
      await open(visit, say);
      await visit.press(say('join.spot.middle'));
      await visit.says(say('join.spot.shown', {lat: ANY, lon: ANY}));
    },
  },
  {
    what: 'a form for oneself',
    view: 'list',
    circle: {},
    go: async (visit, say) => {
      await open(visit, say);
      await visit.mark('[name=kind][value=person]');
      await visit.says(say('join.place.person'));
    },
  },
  {
    what: 'a form with everything wrong in it',
    view: 'list',
    circle: {consents: CONSENTS},
    go: async (visit, say) => {
      await open(visit, say);
      await visit.press(say('join.tie.add'));
      for (const [field, words] of [
        ['#name', 'x'.repeat(5_000)],
        ['#url', 'river'],
        ['#lat', '-119.81'],
        ['#lon', '39.53'],
        ['#tie-0', 'nobody'],
        ['#publicEmail', 'ana'],
        ['#email', 'ana'],
      ] as const)
        await visit.type(field, words);
      await visit.send();
      await visit.has('[part~=errors] li:nth-child(8)');
    },
  },
  {
    what: 'a form that can’t be had',
    view: 'list',
    circle: {},
    before: lacking,
    go: async (visit, say) => {
      await visit.isReady();
      await visit.press(say('join.open'));
      await visit.says(say('load.retry'));
    },
  },
  {
    what: 'a group on its way',
    view: 'list',
    circle: {},
    go: answered(() => new Promise(() => undefined), 'sending'),
  },
  {what: 'a group that waits on this device', view: 'list', circle: {}, go: waits},
  {what: 'a group that waits, below a map', circle: {}, go: waits},
  {
    what: 'a group that an earlier visit has left',
    view: 'list',
    circle: {},
    go: comesAgain('join.saved.text', LATER),
  },
  {
    what: 'a group that somebody else’s fault keeps here',
    view: 'list',
    circle: {},
    go: comesAgain('join.siteFault', {...LATER, attempts: 3, last: 'unreachable'}),
  },
  {
    what: 'a group that was not sent in time',
    view: 'list',
    circle: {},
    go: comesAgain('join.expired', {expiresAt: 1}),
  },
  {what: 'the question before it is deleted', view: 'list', circle: {}, go: asksToDelete},
  {
    what: 'that it was deleted',
    view: 'list',
    circle: {},
    go: async (visit, say) => {
      await asksToDelete(visit, say);
      await visit.press(say('outbox.delete'));
      await visit.says(say('outbox.deleted'));
    },
  },
  {
    what: 'a busy endpoint',
    view: 'list',
    circle: {},
    go: answered(() => refusal(429, 'slow-down', {retryAfter: 600}), 'join.slowDown'),
  },
  {
    what: 'a group of which nobody knows whether it arrived',
    view: 'list',
    circle: {},
    go: answered(() => json({id: 'of-somebody-else', status: 'confirmed'}), 'join.unclear.text'),
  },
  {
    what: 'the same, where it may be there twice',
    view: 'list',
    circle: {links: [{rel: 'join', href: 'groups'}]},
    go: answered(() => json({thanks: true}), 'join.unclear.once'),
  },
  {
    what: 'a group that is refused',
    view: 'list',
    circle: {},
    go: answered(() => refusal(403, 'no', {detail: 'Not today.'}), 'join.refused'),
  },
  {
    what: 'that none are taken any more',
    view: 'list',
    circle: {},
    go: answered(() => refusal(409, 'closed'), 'join.refused.closed'),
  },
  {
    what: 'a group that the page has stopped',
    view: 'list',
    circle: {},
    before: ({stage}) => stage.root.addEventListener('ctg-before-submit', (event) => event.preventDefault()),
    go: answered(undefined, 'join.refused.stopped'),
  },
  {
    what: 'a group that is refused for its fields',
    view: 'list',
    circle: {},
    go: async (visit, say) => {
      const errors = [{pointer: '/url', detail: 'Not there.'}, {pointer: '/place/lat'}, {pointer: '/needs'}];
      await answered(() => refusal(422, 'invalid', {errors}), 'error.kept')(visit, say);
      await visit.has('[part~=errors]');
    },
  },
  {what: 'a file in place of sending', view: 'list', circle: {}, go: filed('')},
  {what: 'how a file gets to WordPress', view: 'list', circle: {}, go: filed('wordpress')},
  {what: 'where a file lies for Wix', view: 'list', circle: {}, go: filed('wix')},
  {
    what: 'a file with neighbours, to be copied by hand',
    view: 'list',
    circle: {},
    before: (visit) => visit.allowCopying(false),
    go: async (visit, say) => {
      await filed('other')(visit, say);
      await visit.mark('[name=peers]');
      await visit.press(say('file.copy'));
      await visit.says(say('file.byHand'));
    },
  },
  {
    what: 'a form of which only a file is made',
    view: 'list',
    circle: {links: []},
    go: async (visit, say) => {
      await open(visit, say);
      await visit.says(say('join.file.only'));
    },
  },
  {
    what: 'a form where no group has joined',
    circle: {groups: []},
    go: async (visit, say) => {
      await visit.press(say('join.open'));
      await visit.hasForm();
    },
  },
];
