import type {Problem} from '../../../src/protocol/problem.js';
import type {Site} from '../documents.js';
import {first} from '../form.js';
import {
  checkBox,
  choices,
  type Draft,
  errorAt,
  idOf,
  selectField,
  textArea,
  textField,
  type FieldOptions,
} from '../pages/fields.js';
import {html, type Markup, type Part} from '../pages/html.js';
import {note, type Page} from '../pages/layout.js';
import {count} from '../pages/words.js';
import type {Offers} from './choices.js';
import {onceField} from './once.js';
import {pressForm} from './press.js';
import {MOST} from './recurrence.js';

/** What the form for a gathering is written with. */
export interface FormOptions {
  readonly base: string;
  /** Where the host's page begins. */
  readonly desk: string;
  /** Where the form is posted. */
  readonly action: string;
  readonly offers: Offers;
  readonly heading: string;
  /** What the button says. */
  readonly button: string;
  /** Where the way back leads, and what it says. */
  readonly back: {readonly href: string; readonly words: string};
  /** Whether the gathering may be repeated; one that is there already is a single one. */
  readonly repeats: boolean;
  /** Fields that travel along unseen: what is copied, which series it belongs to, which version is changed. */
  readonly hidden: Readonly<Record<string, string>>;
  /** What stands in the way, said above everything. */
  readonly problem?: Problem;
}

/** The form in which a host writes down a gathering. */
export function formPage(site: Site, draft: Draft, options: FormOptions): Page {
  const {base, heading, back, problem, action, hidden, button, repeats} = options;
  const bad = draft.errors.length > 0;
  return {
    title: `${bad || problem ? 'Please check: ' : ''}${heading}, host’s page`,
    site: site.publisher.name,
    home: `${base}/${site.id}/g/`,
    ...((bad || problem) && {status: bad ? 422 : 409}),
    body: html`
      <p class="back"><a href="${back.href}">${back.words}</a></p>
      ${problem && !bad && note('wait', problem.title, html`<p>${problem.detail}</p>`, 'problem')}
      ${bad && summaryOf(draft)}
      <h1>${heading}</h1>
      ${pressForm(
        site,
        action,
        html`${onceField(draft.fields)}${Object.entries(hidden).map(
            ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
          )}
          ${what(draft)} ${when(draft, repeats)} ${where(draft)} ${people(draft)}
          ${asks(draft, options.offers)} ${more(draft, options.offers)}
          <div class="actions"><button class="button" name="do" value="look">${button}</button></div>`,
        'sheet',
      )}
    `,
  };
}

/** What is to be put right, with a link to each field; the browser puts the focus here. */
export function summaryOf({errors}: Draft): Markup {
  return note(
    'bad',
    `Please check ${count(errors.length, 'thing', 'things')}`,
    html`<ul>
        ${errors.map(({pointer, detail}) => html`<li><a href="#${idOf(pointer)}">${detail}</a></li>`)}
      </ul>
      <p>What you typed is still here.</p>`,
    'problem',
  );
}

/** A field named like its pointer. */
function field(name: string, label: Part, more: Partial<FieldOptions> = {}): FieldOptions {
  return {pointer: `/${name}`, name, label, ...more};
}

function section(heading: string, content: Part): Markup {
  return html`<section class="card">
    <h2>${heading}</h2>
    ${content}
  </section>`;
}

function what(draft: Draft): Markup {
  return section('What', [
    textField(draft, field('name', 'Name of the gathering')),
    textArea(draft, field('description', 'In a few sentences', {optional: true})),
  ]);
}

function when(draft: Draft, repeats: boolean): Markup {
  const clock = html`<div class="pair">
    ${textField(draft, field('start', 'Begins', {type: 'time'}))}
    ${textField(draft, field('end', 'Ends', {type: 'time'}))}
  </div>`;
  return section('When', [
    textField(draft, field('date', repeats ? 'Day, or first day of a series' : 'Day', {type: 'date'})),
    clock,
    checkBox(draft, {...field('night', 'It ends after midnight'), value: 'yes'}),
    repeats && repetition(draft),
  ]);
}

function repetition(draft: Draft): Markup {
  return html`<fieldset class="several">
    <legend>Does it repeat?</legend>
    ${selectField(draft, field('repeat', 'How often'), [
      {value: 'none', label: 'Only once'},
      {value: 'weekly', label: 'Every week'},
      {value: 'fortnightly', label: 'Every two weeks'},
      {value: 'weekday', label: 'Every month on the same weekday, like the first Thursday'},
      {value: 'date', label: 'Every month on the same date, like the 15th'},
    ])}
    <p class="help">
      If it repeats, fill in one of the next two. A series can have ${MOST} dates; you see all of them before
      anything is saved.
    </p>
    ${textField(draft, field('times', 'How many dates', {inputmode: 'numeric'}))}
    ${textField(draft, field('until', 'Or: last day', {type: 'date'}))}
  </fieldset>`;
}

function where(draft: Draft): Markup {
  return section('Where', [
    textField(
      draft,
      field('place', 'Place', {optional: true, help: 'Like: Parish hall, or A home in west Reno.'}),
    ),
    textField(draft, field('address', 'Address', {optional: true})),
    checkBox(draft, {
      ...field(
        'later',
        html`Show the address only to those who have a place
          <small class="muted">Good for homes. You then say yes or no to each sign-up.</small>`,
      ),
      value: 'yes',
    }),
  ]);
}

function people(draft: Draft): Markup {
  const number = (name: string, label: string, help: string) =>
    textField(draft, field(name, label, {inputmode: 'numeric', optional: true, help}));
  return section('People', [
    textField(draft, field('host', 'Who hosts', {optional: true})),
    number('capacity', 'Places', 'Children count too. Empty: no limit.'),
    number('minimum', 'Fewest people', 'With fewer it does not take place.'),
    number('partyMax', 'Largest group', 'How many people one sign-up may bring.'),
    checkBox(draft, {...field('waitlist', 'Keep a waiting list when it is full'), value: 'yes'}),
    checkBox(draft, {
      ...field(
        'confirm',
        html`Ask each person to confirm by e-mail
          <small class="muted"
            >They press a button in a letter within a day. So nobody signs up somebody else, and everyone
            needs an e-mail address.</small
          >`,
      ),
      value: 'yes',
    }),
  ]);
}

function asks(draft: Draft, {consents}: Offers): Markup {
  return section('What you ask', [
    html`<p class="muted">Name, number of people and a way to reach them are always asked.</p>`,
    choices(
      draft,
      field('ask', 'Questions'),
      [
        {value: 'food', label: 'Food'},
        {value: 'access', label: 'Access needs'},
      ],
      'checkbox',
    ),
    choices(
      draft,
      field('consents', 'Boxes to tick'),
      consents.map(({id, text, required}) => ({
        value: id,
        label: required ? `${text} (needed to sign up)` : text,
      })),
      'checkbox',
    ),
  ]);
}

/** What is seldom needed, behind a fold that is open when something in it is to be put right. */
function more(draft: Draft, {needs, sectors, languages, zones}: Offers): Markup {
  const names = ['zone', 'language', 'sector', 'needs', 'agenda'];
  const open = names.some((name) => errorAt(draft, `/${name}`) !== undefined);
  const own = first(draft.fields, 'language');
  const spoken =
    languages.some(({value}) => value === own) || own === ''
      ? languages
      : [{value: own, label: own}, ...languages];
  return html`<details class="card" ${open && html`open`}>
    <summary><h2>More, if you like</h2></summary>
    <div class="stack">
      ${selectField(draft, field('language', 'Language that is spoken'), [{value: '', label: 'Not said'}, ...spoken])}
      ${choices(draft, field('needs', 'What it is about'), needs, 'checkbox')}
      ${selectField(draft, field('sector', 'Who invites'), [{value: '', label: 'Not said'}, ...sectors])}
      ${textArea(
        draft,
        field('agenda', 'What happens when', {
          optional: true,
          help: 'A line for each part, with its minutes first. Like: 10 Welcome',
        }),
      )}
      ${selectField(draft, field('zone', 'Time zone'), zones)}
    </div>
  </details>`;
}
