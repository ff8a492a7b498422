/** Everything a visitor may come to see of a widget, each with the shortest way there, in whatever language. */
import {html, nothing, type TemplateResult} from 'lit';

import type {Localizer} from '../../src/i18n/localizer.js';
import {json, refusal, type ParishOptions} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {AGENDA, CONSENTS, EVERY_STATE, QUESTIONS, TOWN, withOne} from './sight-parishes.js';
import {Visit} from './visit.js';

/** A sentence as the page says it. */
export type Say = Localizer['t'];

/** One thing to see: what it is called in a test, where one starts, and the steps to it. */
export interface Sight {
  readonly what: string;
  /** The parish behind it, if not the usual one. */
  readonly parish?: ParishOptions;
  /** The page, if it is not a widget on the parish's own document. */
  readonly page?: (visit: Visit) => TemplateResult;
  /** What one does there, up to where there is something to read. */
  readonly go: (widget: GatheringSignupHarness, say: Say, visit: Visit) => Promise<unknown>;
}

const SUPPER = 'Supper for neighbours';
const mock =
  (name: string): NonNullable<Sight['page']> =>
  () =>
    html`<ctg-gathering-signup endpoint="mock:${name}"></ctg-gathering-signup>`;

/** Fills in as little as a host asks for. */
export const introduce = (widget: GatheringSignupHarness, say: Say): Promise<void> =>
  widget.fill({[say('name')]: 'Ana', [say('email')]: 'ana@example.org'});

async function signUp(widget: GatheringSignupHarness, say: Say): Promise<void> {
  await widget.openForm(SUPPER);
  await introduce(widget, say);
  await widget.send();
}

/** A signup of one person that the endpoint answers with `answer`, until it says `key`. */
const answered =
  (answer: Visit['parish']['onSignup'], key: Parameters<Say>[0]): Sight['go'] =>
  async (widget, say, {parish}) => {
    parish.onSignup = answer;
    await signUp(widget, say);
    // Up to the first name: what engines make of the marks around it when text is read differs.
    await widget.says(say(key, {name: 'Ana', publisher: 'St Paul’s'}).split('\u2068')[0]!.trim());
  };

const received =
  (receipt: object, key: Parameters<Say>[0]): Sight['go'] =>
  (widget, say, visit) =>
    answered((signup) => visit.parish.confirm(signup, receipt), key)(widget, say, visit);

/** A page in the language of the document, at the beginning of `sight`. `end` of the visit must be called. */
export async function arriveFor({parish, page}: Sight): Promise<Visit> {
  const visit = new Visit({...withOne({}), ...parish});
  await (page ? visit.arriveEarly(page(visit)) : visit.arrive());
  return visit;
}

/** The four that every language is judged by on its own: what nearly every visitor sees. */
export const MAIN: readonly Sight[] = [
  {what: 'the list', parish: EVERY_STATE, go: () => Promise.resolve()},
  {
    what: 'the form',
    parish: withOne({questions: QUESTIONS, consents: CONSENTS}),
    go: (widget) => widget.openForm(SUPPER),
  },
  {
    what: 'a form with everything wrong in it',
    parish: withOne({questions: QUESTIONS, consents: CONSENTS}),
    go: async (widget, say) => {
      await widget.openForm(SUPPER);
      await widget.send();
      await widget.says(say('error.kept'));
    },
  },
  {
    what: 'a confirmation with its calendars',
    go: async (widget, say, visit) => {
      await received({}, 'done.confirmed')(widget, say, visit);
      await widget.press(say('calendar'));
    },
  },
];

const drawn =
  (layout: string, limit?: number): NonNullable<Sight['page']> =>
  ({parish}) =>
    html`<ctg-gathering-signup
      layout=${layout}
      limit=${limit ?? nothing}
      endpoint=${parish.url}
    ></ctg-gathering-signup>`;

/** Everything else, but for what only one engine can come to. */
export const OTHERS: readonly Sight[] = [
  {
    what: 'no gatherings',
    page: mock('empty'),
    go: (widget) => widget.isReady(),
  },
  {what: 'loading', page: mock('slow'), go: (widget, say) => widget.says(say('loading'))},
  {what: 'no list', page: mock('down'), go: (widget, say) => widget.says(say('load.failed'))},
  {
    what: 'cards',
    parish: EVERY_STATE,
    page: drawn('cards'),
    go: (widget) => widget.isReady(),
  },
  {
    what: 'a long list with everything that one can choose in it',
    parish: TOWN,
    page: drawn('list', 3),
    go: async (widget, say) => {
      await widget.isReady();
      await widget.says(say('need.housing'));
    },
  },
  {
    what: 'a month',
    parish: TOWN,
    page: drawn('calendar'),
    go: (widget, say) => widget.says(say('need.housing')),
  },
  {
    what: 'what is over, below what is to come',
    parish: EVERY_STATE,
    page: ({parish}) => html`<ctg-gathering-signup show-past endpoint=${parish.url}></ctg-gathering-signup>`,
    go: (widget, say) => widget.says(say('state.past')),
  },
  {
    what: 'a dialog',
    page: ({parish}) =>
      html`<ctg-gathering-signup
        mode="button"
        gathering="supper"
        endpoint=${parish.url}
      ></ctg-gathering-signup>`,
    go: async (widget, say) => {
      await widget.says(say('button.open'));
      await widget.press(say('button.open'));
      await widget.says(say('dialog.close'));
    },
  },
  {
    what: 'a tag without an address',
    page: () => html`<ctg-gathering-signup></ctg-gathering-signup>`,
    go: (widget, say) => widget.says(say('load.notSetUp')),
  },
  {
    what: 'an old list',
    go: async (widget, say, {parish}) => {
      parish.down = true;
      await widget.element.refresh();
      await widget.says(say('load.retry'));
    },
  },
  {
    what: 'an opened gathering',
    parish: withOne({agenda: AGENDA, needs: ['local-food'], language: 'fi', timeZone: 'Pacific/Auckland'}),
    go: (widget) => widget.open(SUPPER),
  },
  {
    what: 'an opened gathering of an endpoint that only shows',
    parish: {...withOne({url: 'https://stpaul.example/supper'}), links: []},
    go: (widget) => widget.open(SUPPER),
  },
  {
    what: 'the same without an address of its own',
    parish: {links: []},
    go: (widget) => widget.open(SUPPER),
  },
  {
    what: 'a form for the waiting list',
    parish: withOne({taken: 20, waitlist: true}),
    go: (widget) => widget.openForm(SUPPER),
  },
  {
    what: 'a form that the host decides about',
    parish: withOne({place: {name: 'A home', revealed: 'confirmed'}, partyMax: 2, contact: 'email'}),
    go: async (widget, say) => {
      await widget.openForm(SUPPER);
      await widget.fill({[say('who.adults')]: '3', [say('email')]: 'ana@gmial.com', [say('name')]: '…'});
      await widget.send();
    },
  },
  {
    what: 'sending',
    go: async (widget, say, {parish}) => {
      parish.hold();
      await signUp(widget, say);
    },
  },
  {what: 'a place on the waiting list', go: received({status: 'waitlisted'}, 'done.waiting')},
  {what: 'asked the host', go: received({status: 'pending', waitsFor: 'host'}, 'done.host')},
  {what: 'waiting for an e-mail', go: received({status: 'pending', waitsFor: 'email'}, 'done.email')},
  {what: 'declined', go: received({status: 'declined', message: 'Next time.'}, 'done.declined')},
  {
    what: 'fewer places than people',
    parish: withOne({taken: 17, waitlist: true}),
    go: async (widget, say, {parish}) => {
      parish.onSignup = () => refusal(409, 'partial', {places: 3});
      await widget.openForm(SUPPER);
      await introduce(widget, say);
      await widget.fill({[say('who.adults')]: '4'});
      await widget.send();
      await widget.says(say('fewer.text'));
    },
  },
  {what: 'sold out meanwhile', go: answered(() => refusal(409, 'full', {places: 0}), 'fullNow')},
  {what: 'refused', go: answered(() => refusal(403, 'no', {detail: 'Members only.'}), 'refused')},
  {what: 'closed meanwhile', go: answered(() => refusal(409, 'closed'), 'refused.closed')},
  {what: 'gone meanwhile', go: answered(() => refusal(404, 'gone'), 'refused.gone')},
  {
    what: 'refused for its fields',
    go: answered(() => refusal(422, 'invalid', {errors: [{pointer: '/name'}]}), 'error.name'),
  },
  {what: 'a busy endpoint', go: answered(() => refusal(429, 'slow-down', {retryAfter: 600}), 'slowDown')},
  {
    what: 'a fate that nobody knows',
    parish: {links: [{rel: 'signups', href: 'gatherings/{gathering}/signups'}]},
    go: answered(() => json({thanks: true}), 'unclear.heading'),
  },
  {
    what: 'saved, and the question before it is deleted',
    go: async (widget, say, visit) => {
      await answered(() => Promise.reject(new TypeError('Failed to fetch')), 'saved.heading')(
        widget,
        say,
        visit,
      );
      await widget.press(say('outbox.delete'));
    },
  },
  {
    what: 'what waits, above the list',
    go: async (widget, say, visit) => {
      await answered(() => Promise.reject(new TypeError('Failed to fetch')), 'saved.heading')(
        widget,
        say,
        visit,
      );
      await visit.comeBack();
      await visit.widget().says(say('saved.truth'));
    },
  },
  {
    what: 'the question before places are given up',
    go: async (widget, say, visit) => {
      await received({}, 'done.confirmed')(widget, say, visit);
      await widget.press(say('giveup.button', {n: 1}));
      await widget.says(say('giveup.question', {n: 1}));
    },
  },
  {
    what: 'places given up',
    go: async (widget, say, visit) => {
      await received({}, 'done.confirmed')(widget, say, visit);
      await widget.press(say('giveup.button', {n: 1}));
      await widget.says(say('giveup.question', {n: 1}));
      await widget.press(say('giveup.button', {n: 1}));
      await widget.says(say('giveup.done', {n: 1}));
    },
  },
  {
    what: 'the form for changes',
    parish: withOne({questions: QUESTIONS.slice(0, 2), taken: 12}),
    go: async (widget, say, {parish}) => {
      parish.onSignup = (signup) => parish.confirm(signup);
      await widget.openForm(SUPPER);
      await introduce(widget, say);
      await widget.fill({'Asked by textarea': 'Yes'});
      await widget.send();
      await widget.says(say('manage.heading'));
      await widget.press(say('manage.change'));
      await widget.says(say('change.help'));
    },
  },
  {
    what: 'an earlier signup that can’t be looked at',
    go: async (widget, say, visit) => {
      await received({}, 'done.confirmed')(widget, say, visit);
      visit.parish.onRead = () => json(visit.parish.document);
      const again = await visit.comeBack();
      await again.says(say('mine.confirmed'));
      visit.parish.down = true;
      await again.press(`${say('mine.show')}: ${SUPPER}`);
      await again.says(say('manage.unreachable', {publisher: 'St Paul’s'}));
    },
  },
];
