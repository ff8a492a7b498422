import {html, type TemplateResult} from 'lit';

import {STATES} from '../../src/endpoint/mock/states.js';
import type {MessageKey, Vars} from '../../src/i18n/messages.js';
import {eventually} from '../testing/eventually.js';
import {gathering, inDays, refusal} from '../testing/parish.js';
import type {GatheringSignupHarness} from '../widgets/gathering-signup.harness.js';
import type {Visit} from '../widgets/visit.js';

/** A sentence in the language of the page. */
export type Say = (key: MessageKey, vars?: Vars) => string;

/** Something that a visitor can come to see. */
export interface Scene {
  readonly name: string;
  /** Brings the visitor there, on a page in whatever language. */
  readonly show: (visit: Visit, say: Say) => Promise<GatheringSignupHarness>;
}

const OPTIONS = [
  {value: 'a', label: 'The first'},
  {value: 'b', label: 'The second'},
];

/** A gathering that asks for everything a host can ask for. */
const ASKS = gathering({
  minimum: 15,
  waitlist: true,
  agenda: [{minutes: 10, title: 'Welcome', text: 'Tea is ready.'}],
  needs: ['local-food'],
  language: 'en',
  questions: ['text', 'textarea', 'email', 'tel', 'number', 'date', 'select', 'radio', 'checkbox'].map(
    (type) => ({
      id: type,
      type,
      label: `A question to answer by ${type}`,
      help: 'Some help.',
      required: true,
      ...(['select', 'radio', 'checkbox'].includes(type) && {options: OPTIONS}),
    }),
  ),
  consents: [
    {id: 'a', text: 'The host may call me', required: true, url: 'https://stpaul.example/privacy'},
    {id: 'b', text: 'Tell me more later'},
  ],
});

const mock = (name: string): TemplateResult =>
  html`<ctg-gathering-signup endpoint="mock:${name}" show-past><a href="/g">All</a></ctg-gathering-signup>`;

/** Signs up with as little as any host asks for, whatever the language. */
async function signUp(visit: Visit, say: Say): Promise<GatheringSignupHarness> {
  const widget = await visit.arrive();
  await widget.openForm();
  await widget.fill({[say('name')]: 'Ana Ruiz', [say('email')]: 'ana@example.org'});
  await widget.send();
  return widget;
}

function outcome(
  name: string,
  sentence: (say: Say) => string,
  answer: (visit: Visit) => Visit['parish']['onSignup'],
  after?: (widget: GatheringSignupHarness, say: Say) => Promise<void>,
): Scene {
  return {
    name,
    show: async (visit, say) => {
      visit.parish.document = {...visit.parish.document, gatherings: [gathering({waitlist: true}), WALK]};
      visit.parish.onSignup = answer(visit);
      const widget = await signUp(visit, say);
      await widget.says(sentence(say));
      await after?.(widget, say);
      return widget;
    },
  };
}

const WALK = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')});
const receipt =
  (status: string, more: object = {}) =>
  (visit: Visit) =>
  (signup: {id: string}) =>
    visit.parish.confirm(signup as never, {status, ...more} as never);

/** Everything there is to see, apart from what only one language can show. */
export const SCENES: readonly Scene[] = [
  ...[...STATES.keys()]
    .filter((name) => !['slow', 'down', 'email', 'invalid'].includes(name))
    .map((name): Scene => ({
      name: `mock:${name}, the list`,
      show: (visit) => visit.arrive(mock(name)),
    })),
  ...['open', 'pending', 'cancelled'].map((name): Scene => ({
    name: `mock:${name}, its first gathering`,
    show: async (visit) => {
      const widget = await visit.arrive(mock(name));
      await widget.open(widget.names[0]!);
      return widget;
    },
  })),
  {
    name: 'loading',
    show: async (visit, say) => {
      const widget = await visit.arriveEarly(mock('slow'));
      await widget.says(say('loading'));
      return widget;
    },
  },
  {
    name: 'no list',
    show: async (visit, say) => {
      const widget = await visit.arriveEarly(mock('down'));
      await widget.says(say('load.failed'));
      return widget;
    },
  },
  {
    name: 'a form with every kind of question',
    show: async (visit) => {
      visit.parish.document = {...visit.parish.document, gatherings: [ASKS]};
      const widget = await visit.arrive();
      await widget.openForm();
      return widget;
    },
  },
  {
    name: 'a form with everything wrong in it',
    show: async (visit) => {
      visit.parish.document = {...visit.parish.document, gatherings: [ASKS]};
      const widget = await visit.arrive();
      await widget.openForm();
      await widget.send();
      await eventually(() => widget.problems.length > 5, 'the summary');
      return widget;
    },
  },
  outcome('confirmed', (say) => say('manage.heading'), receipt('confirmed')),
  outcome('on the waiting list', (say) => say('manage.heading'), receipt('waitlisted', {position: 3})),
  outcome('the host decides', (say) => say('done.host'), receipt('pending', {waitsFor: 'host'})),
  outcome('one more step', (say) => say('done.email'), receipt('pending', {waitsFor: 'email'})),
  outcome('declined', (say) => say('done.declined'), receipt('declined')),
  outcome(
    'somebody was faster',
    (say) => say('fullNow'),
    () => () => refusal(409, 'full'),
  ),
  outcome(
    'saved, not sent',
    (say) => say('saved.truth'),
    () => () => {
      throw new TypeError('no connection');
    },
  ),
  outcome(
    'not sure that it arrived',
    (say) => say('unclear.heading'),
    () => () => new Response('', {status: 200}),
  ),
];
