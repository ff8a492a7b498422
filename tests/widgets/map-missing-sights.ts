/** What a visitor of a map sees while something is not there yet, or can't be had. */
import {html} from 'lit';

import {LaterParts} from '../../src/widgets/network-map/later-parts.js';
import type {PartName} from '../../src/widgets/network-map/parts.js';
import {LateTimers} from '../testing/late-timers.js';
import {at} from '../testing/map-sites.js';
import {many, said} from '../testing/region.js';
import type {Go, MapSight} from './map-sights.js';

/** Has a part of every map not come: it is on its way for as long as one looks, or can't be had. */
const without =
  (lacking: PartName, isLost: boolean): NonNullable<MapSight['before']> =>
  (visit) => {
    const {bring, isMissing} = LaterParts.prototype;
    visit.afterwards(() => Object.assign(LaterParts.prototype, {bring, isMissing}));
    LaterParts.prototype.bring = async function (this: LaterParts, name) {
      if (name !== lacking) return bring.call(this, name) as ReturnType<typeof this.bring<typeof name>>;
      return isLost ? undefined : new Promise(() => undefined);
    };
    if (isLost)
      LaterParts.prototype.isMissing = function (this: LaterParts, name) {
        return name === lacking || isMissing.call(this, name);
      };
  };

const glanced: Go = (visit) => visit.has('.glance');
const canTryAgain: Go = (visit, say) => visit.says(say('load.retry'));

/** So many that they are drawn before it is known who is tied to whom. */
const VERY_MANY = 3_001;

/** What has the page's time pass at once, while `before` has it stand still. */
let timers: LateTimers;

/** One line for each. */
export const MAP_MISSING_SIGHTS: readonly MapSight[] = [
  {what: 'dots, before there is a picture', before: without('scene', false), go: glanced},
  {
    what: 'dots of many groups, before there is a picture',
    documents: many(400),
    before: without('scene', false),
    go: glanced,
  },
  {
    what: 'a picture before it is known who is tied to whom',
    documents: many(VERY_MANY),
    before: without('weaving', false),
    go: (visit) => visit.has('canvas'),
  },
  {what: 'dots in place of a picture that can’t be had', before: without('scene', true), go: canTryAgain},
  {
    what: 'that connections can’t be drawn',
    view: 'graph',
    before: without('scene', true),
    go: canTryAgain,
  },
  {what: 'that a list can’t be had', view: 'list', before: without('list', true), go: canTryAgain},
  {what: 'a map that can’t be woven', before: without('weaving', true), go: canTryAgain},
  {what: 'a list that can’t be woven', view: 'list', before: without('weaving', true), go: canTryAgain},
  {
    what: 'that it takes long',
    page: html`<ctg-network-map endpoint=${at('slow')}></ctg-network-map>`,
    before: (visit) => {
      timers = new LateTimers();
      visit.afterwards(() => timers.release());
    },
    go: (visit, say) => {
      timers.pass(5_000);
      return visit.says(say('load.slow'));
    },
  },
  {
    what: 'nothing, and somebody else has to mend it',
    page: html`<ctg-network-map endpoint=${at('garbled')}></ctg-network-map>`,
    go: (visit, say) => visit.says(say('load.theirs')),
  },
  {
    what: 'that nobody has joined, and a form',
    documents: [said('https://a.example/ctg.json')],
    go: async (visit, say) => {
      await visit.press(say('join.open'));
      await visit.hasForm();
    },
  },
];
