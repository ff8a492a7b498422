import {withOffset} from '../clock.js';
import type {Site} from '../documents.js';
import type {Fields} from '../form.js';
import {whereOf} from '../pages/facts.js';
import {html, type Markup, type Part} from '../pages/html.js';
import type {Page} from '../pages/layout.js';
import {count, whenOf} from '../pages/words.js';
import {languageName} from './choices.js';
import {onceField} from './once.js';
import type {Plan} from './plan.js';
import {FORM_KEY, pressForm} from './press.js';
import {dayName, ORDINALS, ordinalOf} from './recurrence.js';

/** What the last look before saving is written with. */
export interface PreviewOptions {
  readonly base: string;
  readonly desk: string;
  /** The fields of the form, which travel on to the press that saves. */
  readonly fields: Fields;
}

/** What is going to be saved: every date of it, those that do not exist, and the press that saves. */
export function previewPage(site: Site, plan: Plan, {base, desk, fields}: PreviewOptions): Page {
  const {days, leftOut} = plan.dates;
  const {name, description, place, host, language, agenda, questions = [], consents = []} = plan.details;
  const [only] = days;
  const times = new Set(days.map((day) => timeOf(plan, day)));
  const action = `${desk}/new`;
  return {
    title: `Look before it is saved: ${name ?? ''}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/g/`,
    body: html`
      <h1>Is this right?</h1>
      <section class="card">
        <h2>${name}</h2>
        ${description && html`<p class="lines">${description}</p>`}
        <dl class="facts">
          ${fact('When', days.length === 1 && only && html`${dateOf(only)}<br />${timeOf(plan, only)}`)}
          ${fact('Repeats', plan.label)} ${fact('Where', place && whereOf({...place, revealed: 'always'}))}
          ${fact('Address', place?.revealed === 'confirmed' && 'Only for those who have a place. You say yes or no to each sign-up.')}
          ${fact('Host', host?.name)} ${fact('Places', placesOf(plan))}
          ${fact('E-mail', plan.confirm && 'Each person is asked to confirm by e-mail. Their places are kept for a day.')}
          ${fact('Language', language && languageName(language))}
          ${fact('Agenda', agenda && count(agenda.length, 'part', 'parts'))}
          ${fact('You ask', [...questions.map(({label}) => label), ...consents.map(({text}) => text)].join(' · '))}
        </dl>
      </section>
      ${
        days.length > 1 &&
        html`<section class="card">
          <h2>${days.length} dates</h2>
          ${times.size === 1 && html`<p>${[...times]}</p>`}
          <ol class="dates">
            ${days.map((day) => html`<li>${dateOf(day)}${times.size > 1 && `, ${timeOf(plan, day)}`}</li>`)}
          </ol>
          ${leftOut.length > 0 && leftOutNote(leftOut, plan)}
        </section>`
      }
      ${clockNote(plan)}
      ${pressForm(
        site,
        action,
        html`${onceField(fields)}${carried(fields)}
          <button class="button" name="do" value="save">
            ${days.length === 1 ? 'Add this gathering' : `Add ${days.length} gatherings`}
          </button>
          <button class="button quiet" name="do" value="change">Change something</button>`,
        'actions',
      )}
    `,
  };
}

/** The fields of a form as hidden ones; what belongs to a press and not to what was typed stays behind. */
export function carried(fields: Fields, but: readonly string[] = []): Markup {
  const left = new Set(['do', 'once', FORM_KEY, ...but]);
  const typed = [...fields].filter(([name]) => !left.has(name));
  return html`${typed.flatMap(([name, values]) =>
    values.map((value) => html`<input type="hidden" name="${name}" value="${value}" />`),
  )}`;
}

/** A day with its year: a series may go on for several. */
export function dateOf(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {dateStyle: 'full', timeZone: 'UTC'}).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function timeOf({time, minutes, zone}: Plan, day: string): string {
  const end = new Date(Date.parse(`${day}T${time}:00Z`) + minutes * 60_000).toISOString().slice(0, 19);
  return whenOf(withOffset(`${day}T${time}:00`, zone), withOffset(end, zone))?.time ?? '';
}

function fact(name: string, value: Part): Part {
  return (
    value &&
    html`<dt>${name}</dt>
      <dd>${value}</dd>`
  );
}

function placesOf({capacity, details: {minimum, partyMax, waitlist}}: Plan): string {
  return [
    capacity === null ? 'no limit' : count(capacity, 'place', 'places'),
    minimum !== undefined && `takes place from ${count(minimum, 'person', 'people')} on`,
    partyMax !== undefined && `groups of ${partyMax} at most`,
    capacity !== null && (waitlist ? 'with a waiting list' : 'no waiting list'),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Which months have no such day, so that nobody wonders where the date of June went. */
function leftOutNote(months: readonly string[], {dates, label}: Plan): Markup {
  const from = new Date(`${dates.days[0] ?? ''}T00:00:00Z`);
  const weekday = new Intl.DateTimeFormat('en', {weekday: 'long', timeZone: 'UTC'}).format(from);
  const missing = label.startsWith('Every')
    ? dayName(from.getUTCDate())
    : `${ORDINALS[ordinalOf(from)].toLowerCase()} ${weekday}`;
  const names = months.map((month) =>
    new Intl.DateTimeFormat('en', {month: 'long', year: 'numeric', timeZone: 'UTC'}).format(
      new Date(`${month}-01T00:00:00Z`),
    ),
  );
  const list = new Intl.ListFormat('en').format(names);
  return html`<p>
    <b>Left out:</b> ${list}. ${months.length === 1 ? 'This month has' : 'These months have'} no ${missing}.
  </p>`;
}

/** On the night on which the clocks go forward, some times do not exist, and it begins when the clock says so. */
function clockNote(plan: Plan): Part {
  const jumps = plan.dates.days.filter(
    (day) => withOffset(`${day}T${plan.time}:00`, plan.zone).slice(11, 16) !== plan.time,
  );
  return jumps.map(
    (day) =>
      html`<p class="card">
        On ${dateOf(day)} the clocks go forward, and ${plan.time} does not exist. It begins at
        ${withOffset(`${day}T${plan.time}:00`, plan.zone).slice(11, 16)} on that day.
      </p>`,
  );
}
