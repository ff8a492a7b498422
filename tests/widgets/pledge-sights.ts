/** Everything a visitor may come to see of a widget for pledges, each with the shortest way there, in whatever language. */
import {html, type TemplateResult} from 'lit';

import type {Localizer} from '../../src/i18n/localizer.js';
import {COUNTS, crowd, shown, VALUES, type LeagueOptions} from '../testing/league.js';
import {json, refusal} from '../testing/parish.js';
import {PledgeVisit} from './pledge-visit.js';
import type {ValuesPledgeHarness} from './values-pledge.harness.js';

type Say = Localizer['t'];
export type Go = (widget: ValuesPledgeHarness, say: Say, visit: PledgeVisit) => Promise<unknown>;

/** One thing to see: what it is called in a test, where one starts, and the steps to it. */
export interface PledgeSight {
  readonly what: string;
  /** The league behind it, if not the usual one. */
  readonly league?: LeagueOptions;
  /** The page, if it is not a widget on the league's own document. */
  readonly page?: (visit: PledgeVisit) => TemplateResult;
  /** What one does there, up to where there is something to read. */
  readonly go: Go;
}

/** The page of a sight, at its beginning. `end` of the visit must be called. */
export async function arriveForPledge({league, page}: PledgeSight): Promise<PledgeVisit> {
  const visit = new PledgeVisit(league);
  await (page ? visit.arriveEarly(page(visit)) : visit.arrive());
  return visit;
}

const PUBLISHER = 'St Paul’s';
export const BAKERY = shown({
  id: 'bakery',
  name: 'Bakery',
  kind: 'organisation',
  url: 'https://bakery.example/',
});
const CONSENTS = [{id: 'news', text: 'Write to me about it.', version: '1'}];
const CONSENTING: LeagueOptions = {pledge: {consents: [{...CONSENTS[0], required: true}]}};

/** A page with one view, of one pledge if it is a badge. */
export const view =
  (name: string, pledge = ''): NonNullable<PledgeSight['page']> =>
  ({league}) =>
    html`<ctg-values-pledge view=${name} pledge=${pledge} endpoint=${league.url}></ctg-values-pledge>`;
/** What is to be seen is there at once. */
export const isThere: Go = (widget) => widget.isReady();

const fillIn: Go = async (widget, say) => {
  await widget.tick('Love', 'Service');
  await widget.isOpen();
  await widget.fill({[say('name')]: 'Ana Ruiz', [say('email')]: 'ana@example.org'});
};
const askName: Go = async (widget, say, visit) => {
  await fillIn(widget, say, visit);
  await widget.choose(say('pledge.show.full', {name: 'Ana Ruiz'}));
};
const represent: Go = async (widget, say) => {
  await widget.tick('Love');
  await widget.isOpen();
  await widget.press(say('pledge.org'));
  await widget.fill({[say('pledge.org.name')]: 'Bakery', [say('email')]: 'ana@example.org'});
  await widget.choose(say('pledge.show.organisation', {name: 'Bakery'}));
  await widget.choose(say('pledge.org.may'));
};

/** A pledge that the endpoint answers with `answer`, until it says `key`. */
const answered =
  (answer: PledgeVisit['league']['onPledge'] | undefined, key: Parameters<Say>[0], before = fillIn): Go =>
  async (widget, say, visit) => {
    if (answer) visit.league.onPledge = answer;
    await before(widget, say, visit);
    await widget.send();
    // Up to the first slot: what engines make of the marks around it when text is read differs.
    await widget.says(say(key, {publisher: PUBLISHER, name: 'Ana'}).split('\u2068')[0]!.trim());
  };
const received = (receipt: object, before = fillIn): Go =>
  answered(
    ({id}) => json({id, status: 'confirmed', token: 'secret', ...receipt}, 201),
    'pledge.manage.heading',
    before,
  );
const unsent: Go = answered(() => Promise.reject(new TypeError('Failed to fetch')), 'saved.heading');

/** After thanks, a press of one button, until it says `key`. */
const then =
  (button: Parameters<Say>[0], key: Parameters<Say>[0], prepare?: (visit: PledgeVisit) => void): Go =>
  async (widget, say, visit) => {
    await received({})(widget, say, visit);
    prepare?.(visit);
    await widget.press(say(button));
    await widget.says(say(key, {publisher: PUBLISHER}));
  };

/** One line for each. */
export const PLEDGE_SIGHTS: readonly PledgeSight[] = [
  {what: 'the values', go: isThere},
  {what: 'values that nobody has chosen', league: {pledge: {counts: {people: 0, byValue: {}}}}, go: isThere},
  {what: 'values where nothing can be sent', league: {links: []}, go: isThere},
  {what: 'no values', league: {pledge: {values: []}}, go: isThere},
  {
    what: 'values of which some can’t be shown',
    league: {pledge: {values: [...VALUES, {id: 'nameless'}]}},
    go: (widget, say) => widget.says(say('load.someDropped', {n: 1})),
  },
  {
    what: 'loading',
    page: () => html`<ctg-values-pledge endpoint="mock:slow"></ctg-values-pledge>`,
    go: (widget, say) => widget.says(say('pledge.loading')),
  },
  {
    what: 'nothing at all',
    page: () => html`<ctg-values-pledge endpoint="mock:down"></ctg-values-pledge>`,
    go: (widget, say) => widget.says(say('load.failed')),
  },
  {
    what: 'a tag without an address',
    page: () => html`<ctg-values-pledge></ctg-values-pledge>`,
    go: (widget, say) => widget.says(say('load.notSetUp')),
  },
  {
    what: 'old numbers',
    go: async (widget, say, {league}) => {
      await widget.isReady();
      league.down = true;
      await widget.element.refresh();
      await widget.says(say('load.retry'));
    },
  },
  {
    what: 'the form, with own words and a name that others may see',
    league: CONSENTING,
    go: async (widget, say, visit) => {
      await askName(widget, say, visit);
      await widget.press(say('pledge.own.add'));
      await widget.fill({[say('pledge.own')]: 'x'});
    },
  },
  {what: 'the form of an organisation', go: represent},
  {
    what: 'a form with everything wrong in it',
    league: CONSENTING,
    go: async (widget, say) => {
      await widget.tick('Love');
      await widget.isOpen();
      await widget.press(say('pledge.own.add'));
      await widget.fill({[say('pledge.own')]: 'x'.repeat(5_000), [say('email')]: 'ana@gmial.com'});
      await widget.press(say('pledge.org'));
      await widget.fill({[say('pledge.org.url')]: 'nowhere'});
      await widget.tick('Love');
      await widget.send();
      await widget.says(say('error.kept'));
    },
  },
  {
    what: 'sending',
    go: async (widget, say, visit) => {
      visit.league.onPledge = () => new Promise(() => undefined);
      await fillIn(widget, say, visit);
      await widget.send();
      await widget.says(say('sending'));
    },
  },
  {what: 'thanks', go: received({})},
  {what: 'thanks to the first', go: received({counts: {people: 1, organisations: 0}})},
  {what: 'thanks to somebody whose name waits', go: received({status: 'pending', waitsFor: 'host'}, askName)},
  {
    what: 'thanks without a way back',
    go: answered(({id}) => json({id, status: 'confirmed'}), 'pledge.manage.none'),
  },
  {
    what: 'thanks to an organisation, with its badge and rhythms of a reminder',
    go: async (widget, say, visit) => {
      await received({badge: 'bakery'}, represent)(widget, say, visit);
      await widget.unfold(say('pledge.remind'));
      await widget.says(say('pledge.remind.monthly'));
      await widget.unfold(say('badge.get'));
      await widget.says(say('badge.copy'));
    },
  },
  {
    what: 'declined',
    go: answered(({id}) => json({id, status: 'declined', message: 'Next time.'}), 'pledge.declined'),
  },
  {what: 'refused', go: answered(() => refusal(403, 'no', {detail: 'Members only.'}), 'pledge.refused')},
  {what: 'closed meanwhile', go: answered(() => refusal(409, 'closed'), 'pledge.refused.closed')},
  {what: 'gone meanwhile', go: answered(() => refusal(404, 'gone'), 'pledge.refused.closed')},
  {
    what: 'refused for its fields',
    go: answered(
      () => refusal(422, 'invalid', {errors: [{pointer: '/name'}, {pointer: '/values/0/wording'}]}),
      'error.name',
    ),
  },
  {
    what: 'a busy endpoint',
    go: answered(() => refusal(429, 'slow-down', {retryAfter: 600}), 'pledge.slowDown'),
  },
  {
    what: 'a fate that nobody knows',
    league: {links: [{rel: 'pledges', href: 'pledges'}]},
    go: answered(() => json({thanks: true}), 'unclear.heading'),
  },
  {
    what: 'saved, and the question before it is deleted',
    go: async (widget, say, visit) => {
      await unsent(widget, say, visit);
      await widget.press(say('outbox.delete'));
      await widget.says(say('pledge.outbox.question'));
    },
  },
  {
    what: 'deleted',
    go: async (widget, say, visit) => {
      await unsent(widget, say, visit);
      await widget.press(say('outbox.delete'));
      await widget.says(say('pledge.outbox.question'));
      await widget.press(say('outbox.delete'));
      await widget.hears(say('outbox.deleted'));
    },
  },
  {what: 'the question before a pledge is taken back', go: then('pledge.back', 'pledge.back.question')},
  {
    what: 'a pledge taken back',
    go: async (widget, say, visit) => {
      await then('pledge.back', 'pledge.back.question')(widget, say, visit);
      await widget.press(say('pledge.back'));
      await widget.says(say('pledge.back.done'));
    },
  },
  {
    what: 'a pledge that can’t be taken back just now',
    go: async (widget, say, visit) => {
      await then('pledge.back', 'pledge.back.question')(widget, say, visit);
      visit.league.down = true;
      await widget.press(say('pledge.back'));
      await widget.says(say('pledge.back.offline'));
    },
  },
  {what: 'the form for changes', go: then('pledge.change', 'change.help')},
  {
    what: 'a change of which nobody knows whether it arrived',
    go: async (widget, say, visit) => {
      await then('pledge.change', 'change.help')(widget, say, visit);
      visit.league.down = true;
      await widget.send();
      await widget.says(say('unclear.heading'));
    },
  },
  {
    what: 'a pledge that is no more',
    go: then('pledge.change', 'pledge.gone', ({league}) => (league.kept = undefined)),
  },
  {
    what: 'a pledge that can’t be looked at',
    go: then('pledge.change', 'manage.unreachable', ({league}) => (league.down = true)),
  },
  {what: 'what other devices need', go: then('manage.other', 'pledge.link.help')},
  {
    what: 'a device that has forgotten',
    go: async (widget, say, visit) => {
      await then('manage.other', 'pledge.link.help')(widget, say, visit);
      await widget.press(say('forget'));
      await widget.says(say('pledge.forget.done'));
    },
  },
  {what: 'the counter', league: {pledge: {goal: 250, counts: COUNTS}}, page: view('counter'), go: isThere},
  {
    what: 'the counter of nobody',
    league: {pledge: {goal: 250, counts: {people: 0, organisations: 0}}},
    page: view('counter'),
    go: isThere,
  },
  {what: 'the wall', league: {wall: [BAKERY, ...crowd(30)]}, page: view('wall'), go: isThere},
  {what: 'the wall of nobody', page: view('wall'), go: isThere},
  {
    what: 'a wall on which nothing fits',
    league: {wall: [shown()]},
    page: view('wall'),
    go: async (widget, say) => {
      await widget.shows(1);
      await widget.press('Courage');
      await widget.says(say('wall.noMatch'));
    },
  },
  {
    what: 'a wall out of reach',
    league: {wall: crowd(30)},
    page: view('wall'),
    go: async (widget, say, {league}) => {
      await widget.isReady();
      league.onWall = () => refusal(503, 'busy');
      await widget.press('Courage');
      await widget.says(say('wall.failed'));
    },
  },
  {what: 'a badge', league: {wall: [BAKERY]}, page: view('badge', 'bakery'), go: isThere},
  {what: 'a badge that nobody confirms', page: view('badge', 'nobody'), go: isThere},
];
