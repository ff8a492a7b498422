/** What a visitor of a map sees of a group of their own that was sent, and what they do with it then. */
import type {Localizer} from '../../src/i18n/localizer.js';
import {json} from '../testing/parish.js';
import {answered} from './map-joining-sights.js';
import type {Go, MapSight} from './map-sights.js';
import {ANY, type SightVisit} from './sight-visit.js';

type Key = Parameters<Localizer['t']>[0];

/** A group of which the endpoint says this. */
const received = (receipt: object, key: Key): Go =>
  answered(({id}) => json({id, status: 'pending', waitsFor: 'host', token: 'secret', ...receipt}, 202), key);
/** After thanks, a press of one button, until it says `key`. */
const then =
  (button: Key, key: Key, prepare?: (visit: SightVisit) => void): Go =>
  async (visit, say) => {
    await answered(undefined, 'join.pending')(visit, say);
    prepare?.(visit);
    await visit.press(say(button));
    await visit.says(say(key, {publisher: ANY}));
  };
/** The form for changes, and what comes of sending it. */
const changed =
  (prepare: (visit: SightVisit) => unknown, selector: string): Go =>
  async (visit, say) => {
    await then('join.change', 'change.help')(visit, say);
    await prepare(visit);
    await visit.send();
    await visit.has(selector);
  };
const asksToGo = then('join.back', 'join.back.question');
const down = ({circle}: SightVisit): void => void (circle.down = true);

const sights: ReadonlyArray<Pick<MapSight, 'what' | 'go' | 'before' | 'circle'>> = [
  {what: 'thanks for a group that its host looks at first', go: answered(undefined, 'join.pending')},
  {
    what: 'thanks for a group whose e-mail is to be confirmed',
    go: received({waitsFor: 'email'}, 'join.pending.email'),
  },
  {
    what: 'thanks for a group that is on the map',
    go: received({status: 'confirmed', waitsFor: undefined}, 'join.confirmed'),
  },
  {
    what: 'that its host does not take a group',
    go: received({status: 'declined', waitsFor: undefined, message: 'Next time.'}, 'join.declined'),
  },
  {
    what: 'thanks without a way back',
    circle: {links: [{rel: 'join', href: 'groups', idempotent: true}]},
    go: received({token: undefined}, 'join.manage.none'),
  },
  {what: 'what other devices need to change a group', go: then('manage.other', 'join.link.help')},
  {
    what: 'a device that has forgotten a group',
    go: async (visit, say) => {
      await then('manage.other', 'join.link.help')(visit, say);
      await visit.press(say('forget'));
      await visit.says(say('join.forget.done'));
    },
  },
  {what: 'the form to change a group', go: then('join.change', 'change.help')},
  {
    what: 'the form to change a group, with what is missing',
    go: changed((visit) => visit.type('#name', ''), '[part~=errors]'),
  },
  {what: 'a change of a group of which nobody knows whether it arrived', go: changed(down, '.note')},
  {
    what: 'a change of a group that arrived',
    go: async (visit, say) => {
      await changed((to) => to.type('#description', 'We dig.'), '.note')(visit, say);
      await visit.says(say('change.done'));
    },
  },
  {
    what: 'a group that is no more',
    go: then('join.change', 'join.gone', ({circle}) => (circle.kept = undefined)),
  },
  {what: 'a group that can’t be looked at', go: then('join.change', 'manage.unreachable', down)},
  {what: 'the question before a group is taken off the map', go: asksToGo},
  {
    what: 'a group that can’t be taken off the map just now',
    go: async (visit, say) => {
      await asksToGo(visit, say);
      down(visit);
      await visit.press(say('join.back'));
      await visit.says(say('join.back.offline'));
    },
  },
  {
    what: 'a group that was taken off the map',
    go: async (visit, say) => {
      await asksToGo(visit, say);
      await visit.press(say('join.back'));
      await visit.says(say('join.back.done'));
    },
  },
  {
    what: 'a private link to a group that leads nowhere',
    before: () => history.replaceState(null, '', '#ctg-group-1=nothing'),
    go: (visit, say) => visit.says(say('private.gone', {publisher: ANY})),
  },
];

/** One line for each. */
export const MAP_JOINED_SIGHTS: readonly MapSight[] = sights.map((sight) => ({
  circle: {},
  view: 'list',
  ...sight,
}));
