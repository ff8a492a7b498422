import {newId} from '../../../src/base/id.js';
import type {Gathering} from '../../../src/protocol/gathering.js';
import {standingOf, type Standing} from '../../../src/protocol/standing.js';
import type {Site} from '../documents.js';
import {first} from '../form.js';
import type {Problem} from '../../../src/protocol/problem.js';
import {keepDaysOf} from '../retention.js';
import {hostDecides} from '../signups.js';
import {
  consentFields,
  type Draft,
  EMPTY,
  errorAt,
  idOf,
  questionField,
  textArea,
  textField,
} from './fields.js';
import {factsOf} from './facts.js';
import {html, type Markup, type Part} from './html.js';
import {note, type Page} from './layout.js';
import {problemNote} from './problem-note.js';
import {ring} from './ring.js';
import {count, moment} from './words.js';

/** One gathering with the form to sign up: the same for a browser without script and for a link in a mail. */
export function gatheringPage(
  site: Site,
  gathering: Gathering,
  options: {readonly now: number; readonly base: string; readonly draft?: Draft; readonly problem?: Problem},
): Page {
  const {now, base, draft = EMPTY, problem} = options;
  const standing = standingOf(gathering, now);
  const list = `${base}/${site.id}/g/`;
  const {capacity, taken = 0, minimum, language} = gathering;
  return {
    title: `${problem ? 'Please check: ' : ''}${gathering.name}, ${site.publisher.name}`,
    site: site.publisher.name ?? site.id,
    home: list,
    body: html`
      <p class="back"><a href="${list}">All gatherings</a></p>
      ${problem && noteFor(problem, draft)}
      <article class="card" ${language && html`lang="${language}"`}>
        <h1>${gathering.name}</h1>
        ${gathering.description && html`<p class="lead">${gathering.description}</p>`} ${factsOf(gathering)}
        <div class="places" lang="en">
          ${ring({capacity, taken, ...(minimum !== undefined && {minimum})})}
          <div>${standingSentences(gathering, standing)}</div>
        </div>
        ${agendaOf(gathering)}
      </article>
      ${takesSignups(standing) && form(site, gathering, standing, draft, problem, base)}
    `,
    ...(problem?.status !== undefined && {status: problem.status as 409}),
  };
}

/** Whether anything would become of filling in the form. */
export function takesSignups({state, waitlist}: Standing): boolean {
  return state === 'open' || (state === 'full' && waitlist);
}

/** How it stands, in sentences: places, minimum, and why nobody can sign up. */
export function standingSentences(gathering: Gathering, standing: Standing): Markup {
  const {left, short, waitlist} = standing;
  switch (standing.state) {
    case 'cancelled':
      return html`<p class="chip bad">This gathering is cancelled.</p>`;
    case 'postponed':
      return html`<p class="chip wait">This gathering is postponed.</p>
        <p>A new date is not known yet.</p>`;
    case 'past':
      return html`<p class="chip">This gathering is over.</p>`;
    case 'closed':
      return html`<p class="chip">Sign-up has closed.</p>`;
    case 'notYet':
      return html`<p class="chip">Sign-up opens on ${moment(gathering.opens ?? undefined)}.</p>`;
    case 'full':
      return html`<p class="chip wait">Full</p>
        ${waitlist && html`<p>You can join the waiting list.</p>`}`;
    case 'open':
      return html`<p>
          <b
            >${left === undefined ? 'Ask the host about places' : `${count(left, 'place', 'places')} left`}</b
          >
        </p>
        ${minimumSentence(gathering, short)}`;
  }
}

function minimumSentence({minimum}: Gathering, short: number): Part {
  if (minimum === undefined) return '';
  if (short === 0) return html`<p>It takes place.</p>`;
  return html`<p>${count(short, 'more person', 'more people')} and it takes place.</p>`;
}

function agendaOf({agenda = []}: Gathering): Part {
  if (agenda.length === 0) return '';
  return html`<details>
    <summary>What we do</summary>
    <ol class="agenda">
      ${agenda.map(
        ({minutes, title, text}) =>
          html`<li>
            <b>${title}</b>
            ${minutes !== undefined && html`<span class="muted">${count(minutes, 'minute', 'minutes')}</span>`}
            ${text && html`<br />${text}`}
          </li>`,
      )}
    </ol>
  </details>`;
}

function noteFor(problem: Problem, draft: Draft): Markup {
  if (problem.code === 'partial') {
    const left = problem.places ?? 0;
    return note(
      'wait',
      `${count(left, 'place is', 'places are')} left. You need ${wantedOf(draft)}.`,
      html`<p>
        Nothing is booked yet. Choose fewer people below, or join the waiting list with all of you.
      </p>`,
      'problem',
    );
  }
  return problemNote(problem, draft.errors, 'Nothing is booked.');
}

function wantedOf({fields}: Draft): number {
  return Number(first(fields, 'adults') || 1) + Number(first(fields, 'children') || 0);
}

function form(
  site: Site,
  gathering: Gathering,
  standing: Standing,
  draft: Draft,
  problem: Problem | undefined,
  base: string,
): Markup {
  const target = `${base}/${site.id}/gatherings/${encodeURIComponent(gathering.id)}/signups`;
  const waits = standing.state === 'full';
  const asks = hostDecides(gathering);
  const partial = problem?.code === 'partial' && standing.waitlist;
  return html`<form class="card" method="post" action="${target}" novalidate lang="en">
    <input type="hidden" name="id" value="${first(draft.fields, 'id') || newId()}" />
    ${standing.state === 'full' && html`<input type="hidden" name="waitlist" value="1" />`}
    <h2>${waits ? 'Join the waiting list' : 'Sign up'}</h2>
    <fieldset class="pair">
      <legend>Who is coming?</legend>
      ${errorAt(draft, '/adults') && html`<p class="error wide">${errorAt(draft, '/adults')}</p>`}
      ${numberField(draft, '/adults', 'adults', 'Adults', 'you included', '1')}
      ${numberField(draft, '/children', 'children', 'Children', 'under 16', '0')}
    </fieldset>
    ${textField(draft, {pointer: '/name', name: 'name', label: 'Your name', autocomplete: 'name'})}
    ${contactFields(gathering, draft)}
    ${(gathering.questions ?? []).map((question) => questionField(draft, question))}
    ${textArea(draft, {pointer: '/note', name: 'note', label: 'Anything the host should know', optional: true})}
    ${consentFields(draft, gathering.consents)}
    <div class="actions">
      <button class="button">
        ${waits ? 'Put us on the waiting list' : asks ? 'Ask the host' : 'Sign up'}
      </button>
      ${partial && html`<button class="button quiet" name="waitlist" value="1">Put all ${wantedOf(draft)} of us on the waiting list</button>`}
    </div>
    ${privacy(site, base)}
  </form>`;
}

function numberField(
  draft: Draft,
  pointer: string,
  name: string,
  label: string,
  small: string,
  value: string,
): Markup {
  return html`<div class="field ${errorAt(draft, pointer) ? 'has-error' : ''}">
    <label for="${idOf(pointer)}">${label} <small class="muted">${small}</small></label>
    <input
      id="${idOf(pointer)}"
      name="${name}"
      type="number"
      min="${name === 'adults' ? 1 : 0}"
      max="99"
      inputmode="numeric"
      value="${first(draft.fields, name) || value}"
    />
  </div>`;
}

function contactFields({contact}: Gathering, draft: Draft): Markup {
  const email = textField(draft, {
    pointer: '/email',
    name: 'email',
    label: 'E-mail',
    type: 'email',
    autocomplete: 'email',
    optional: contact === 'phone',
  });
  const phone = textField(draft, {
    pointer: '/phone',
    name: 'phone',
    label: 'Phone',
    type: 'tel',
    autocomplete: 'tel',
    optional: contact === 'email',
  });
  return html`<fieldset>
    <legend>How can the host reach you?</legend>
    ${contact !== 'email' && contact !== 'phone' && html`<p class="help">Fill in one of the two, or both.</p>`}
    ${contact === 'phone' ? [phone, email] : [email, phone]}
  </fieldset>`;
}

function privacy(site: Site, base: string): Markup {
  const {name, privacy: notice} = site.publisher;
  return html`<p class="goes">
    <b>Where this goes.</b> What you fill in here goes to ${name}, at ${new URL(base).host}, to plan this
    gathering. ${name} deletes it ${count(keepDaysOf(site), 'day', 'days')} later.
    ${notice?.url && html`<a href="${notice.url}" rel="noopener noreferrer">Privacy notice</a>`}
  </p>`;
}
