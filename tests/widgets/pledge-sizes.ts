/** What a visitor sees of pledges where there is little or much of it, in sentences that other sights have too. */
import {html} from 'lit';

import {COUNTS, crowd, shown, values} from '../testing/league.js';
import {BAKERY, isThere, view, type Go, type PledgeSight} from './pledge-sights.js';

const TEN_THOUSAND = {
  people: 10_000,
  organisations: 1_200,
  byValue: {love: 10_000, integrity: 1, courage: 0, service: 5_000, respect: 9_999},
};
/** Values as groups name them that want more than a word. */
const LONG_NAMES = [
  'Hospitality to strangers',
  'Responsibility for creation',
  'Verantwortungsbewusstsein',
  'Truth',
];

/** All that is counted of `n` values, each by another number of people. */
const counted = (n: number): object => {
  const byValue = Object.fromEntries(values(n).map((_, index) => [`v${index + 1}`, index * 7]));
  return {values: values(n), counts: {people: n * 7, organisations: 0, byValue}};
};

/** Ticks two of the values and stays at the second, so that it is lit. */
const chooseTwo =
  (one: string, other: string): Go =>
  async (widget) => {
    await widget.isReady();
    await widget.tick(one, other);
    await widget.isOpen();
    await widget.reach(other);
  };

const turnPage: Go = async (widget, say, {league}) => {
  await widget.shows(20);
  await widget.press(say('wall.more', {n: Math.min(20, league.wall.length - 20)}));
  await widget.shows(Math.min(40, league.wall.length));
};

/** One line for each. */
export const PLEDGE_SIZES: readonly PledgeSight[] = [
  ...[3, 5, 12, 20].map((n) => ({
    what: `${n} values, two of them chosen and one of those in focus`,
    league: {pledge: counted(n)},
    go: chooseTwo('Value 1', 'Value 3'),
  })),
  {
    what: 'values with long names, of which two are chosen',
    league: {
      pledge: {
        values: LONG_NAMES.map((label, index) => ({id: `v${index}`, label, definition: label.repeat(3)})),
      },
    },
    go: chooseTwo(LONG_NAMES[1]!, LONG_NAMES[2]!),
  },
  {what: 'values that ten thousand have chosen', league: {pledge: {counts: TEN_THOUSAND}}, go: isThere},
  {
    what: 'thanks to somebody who comes back',
    go: async (widget, say, visit) => {
      await widget.tick('Love');
      await widget.isOpen();
      await widget.fill({[say('name')]: 'Ana Ruiz', [say('email')]: 'ana@example.org'});
      await widget.send();
      await widget.says(say('pledge.manage.heading'));
      await visit.stage.show(html``);
      const again = await visit.arrive();
      await again.says(say('pledge.manage.heading'));
    },
  },
  {
    what: 'a goal that is reached',
    league: {pledge: {goal: 200, counts: COUNTS}},
    page: view('counter'),
    go: isThere,
  },
  {
    what: 'the counter of ten thousand',
    league: {pledge: {goal: 20_000, counts: TEN_THOUSAND}},
    page: view('counter'),
    go: isThere,
  },
  {
    what: 'a counter that keeps quiet, and the link of the page in its place',
    page: ({league}) =>
      html`<ctg-values-pledge view="counter" minimum="50000" endpoint=${league.url}
        ><a href="/pledge">Pledge</a></ctg-values-pledge
      >`,
    go: async (widget, _say, visit) => {
      await visit.asked(1);
      await widget.hides();
    },
  },
  {what: 'the next page of the wall', league: {wall: crowd(45)}, page: view('wall'), go: turnPage},
  {
    what: 'the wall of organisations that chose one value',
    league: {wall: crowd(100)},
    page: view('wall'),
    go: async (widget, say) => {
      await widget.shows(20);
      await widget.press(say('wall.organisations', {n: 10}));
      await widget.shows(10);
      await widget.press('Respect');
      await widget.shows(10);
    },
  },
  {what: 'the wall of ten thousand', league: {wall: crowd(10_000)}, page: view('wall'), go: turnPage},
  {
    what: 'a wall with names and words that are too long',
    league: {
      wall: [
        shown({name: 'N'.repeat(300), place: 'P'.repeat(300), wording: 'x'.repeat(5_000)}),
        shown({id: 'b', name: '\u202eevil', kind: 'organisation', url: 'https://b.example/', wording: 'y'}),
      ],
    },
    page: view('wall'),
    go: (widget) => widget.shows(2),
  },
  {
    what: 'a badge on the website whose it is',
    league: {wall: [{...BAKERY, url: `http://${location.host}/`}]},
    page: view('badge', 'bakery'),
    go: isThere,
  },
];
