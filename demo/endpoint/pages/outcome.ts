import type {Problem} from '../../../src/protocol/problem.js';
import {standingOf} from '../../../src/protocol/standing.js';
import {inZone} from '../clock.js';
import {toldTo, type Site} from '../documents.js';
import {hasLapsed, waitsFor} from '../holds.js';
import {manageHref} from '../receipts.js';
import type {Booked, SignupRow} from '../signups.js';
import {factsOf} from './facts.js';
import {html, type Markup, type Part} from './html.js';
import {note, type Page, verdict} from './layout.js';
import {ring} from './ring.js';
import {count, moment} from './words.js';

/** What became of a signup, and what can still be done about it: the page behind a private link. */
export function outcomePage(
  site: Site,
  booked: Booked,
  base: string,
  {now, problem, sent}: {readonly now: number; readonly problem?: Problem; readonly sent?: boolean},
): Page {
  const {signup} = booked;
  const gathering = toldTo(booked.gathering, signup.status === 'confirmed');
  const party = signup.adults + signup.children;
  const here = manageHref(base, site.id, signup.token);
  const live = signup.status !== 'cancelled' && signup.status !== 'declined';
  const {state} = standingOf(gathering, now);
  const over = state === 'cancelled' || state === 'past' ? state : undefined;
  return {
    title: `${gathering.name}, ${site.publisher.name}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/g/`,
    body: html`
      ${problem && note('bad', problem.detail ?? problem.title, html`<p>Nothing was changed.</p>`, 'problem')}
      ${over && live ? verdict('bad', OVER[over]) : outcome(booked, party)}
      ${!over && waitsFor(signup) === 'email' && letterCard(signup, here, sent === true)}
      <article class="card">
        <h2>${gathering.name}</h2>
        ${factsOf(gathering)} ${seatsOf(booked, party)}
      </article>
      ${live && !over && changeCard(booked, here, party)}
      ${!live && !over && html`<p><a href="${base}/${site.id}/g/${encodeURIComponent(gathering.id)}">Sign up again</a></p>`}
    `,
    ...(problem?.status !== undefined && {status: problem.status as 409}),
  };
}

/** Said in the place of everything else: nobody is in any more, so nobody may read that they are. */
const OVER = {
  cancelled: 'This gathering is cancelled. It does not take place.',
  past: 'This gathering is over.',
};

function seatsOf({signup, gathering: {details, capacity, taken}}: Booked, party: number): Part {
  if (capacity === null) return '';
  const mine = signup.status === 'confirmed' ? party : 0;
  const {minimum} = details;
  return html`<div class="places">
    ${ring({capacity, taken, mine, ...(minimum !== undefined && {minimum})})}
    <p>${taken} of ${count(capacity, 'place is', 'places are')} taken.</p>
  </div>`;
}

function outcome(booked: Booked, party: number): Markup {
  const {signup, gathering} = booked;
  const host = gathering.details.host?.name ?? 'The host';
  switch (signup.status) {
    case 'confirmed':
      return verdict(
        'ok',
        html`You’re in, <bdi>${signup.body.name}</bdi>.`,
        html`<p>${count(party, 'place is', 'places are')} yours.</p>`,
      );
    case 'waitlisted':
      return verdict(
        'wait',
        `You are number ${signup.position ?? 1} on the waiting list.`,
        html`<p>
          You don’t have a place yet. If ${count(party, 'place comes', 'places come')} free, the host will
          tell you.
        </p>`,
      );
    case 'pending':
      if (waitsFor(signup) === 'email') return letterNote(booked, party);
      return verdict(
        'wait',
        'Sent. Now the host decides.',
        html`<p>You don’t have a place yet. <bdi>${host}</bdi> will tell you.</p>`,
      );
    case 'declined':
      return verdict('wait', 'The host could not give you a place this time.');
    case 'cancelled':
      return hasLapsed(signup)
        ? verdict('wait', 'This link was not used in time.', html`<p>The places are free for others now.</p>`)
        : verdict('ok', 'Done. Your places are free for others.');
  }
}

/** For whoever came by the link in the letter: the question. For whoever signed up: where to look. */
function letterNote({signup, gathering}: Booked, party: number): Markup {
  const {proven, granted, body, held_until: held} = signup;
  const until = held && moment(inZone(held.getTime(), gathering.time_zone));
  const kept =
    granted === 'waitlisted'
      ? 'You are not on the waiting list yet.'
      : `${count(party, 'place is', 'places are')} kept for you until ${until}.`;
  if (proven) return verdict('wait', 'Is it you, and are you coming?', html`<p>${kept}</p>`);
  return verdict(
    'wait',
    'One more step: look in your e-mail.',
    html`<p>
        We sent a message to <bdi>${body.email}</bdi>. Open it and press “Yes, I’m coming”. If it is not there
        in 10 minutes, look in your spam folder.
      </p>
      <p>${kept}</p>`,
  );
}

/** The press that says yes, or the one that has the letter sent again. Opening a link never does either. */
function letterCard({proven}: SignupRow, here: string, sent: boolean): Markup {
  return html`<form class="actions noprint" method="post" action="${here}">
    ${
      proven
        ? html`<button class="button" name="do" value="confirm">Yes, I’m coming</button>`
        : html`<button class="button quiet" name="do" value="resend">Send it again</button>`
    }
    ${sent && html`<p role="status">It is on its way again.</p>`}
  </form>`;
}

const LEAVING: Readonly<Partial<Record<string, string>>> = {
  waitlisted: 'Leave the waiting list',
  pending: 'Take my sign-up back',
};

function changeCard({signup}: Booked, here: string, party: number): Markup {
  const places = count(party, 'place', 'places');
  const leave = LEAVING[signup.status] ?? `Give up ${places}`;
  return html`<section class="card noprint">
    <h2>Plans change?</h2>
    <p>Keep the address of this page: with it you can change your sign-up on any device. Don’t pass it on.</p>
    <form method="post" action="${here}">
      <div class="pair">
        ${number('adults', 'Adults', signup.adults, 1)} ${number('children', 'Children', signup.children, 0)}
      </div>
      <div class="actions">
        <button class="button quiet" name="do" value="change">Change the number</button>
      </div>
    </form>
    <details>
      <summary class="button grave">${leave}</summary>
      <form method="post" action="${here}">
        <p>
          ${signup.status === 'confirmed' && `Someone else may get your ${party === 1 ? 'place' : 'places'}.`}
          You can sign up again while places are left.
        </p>
        <button class="button grave" name="do" value="giveup">Yes, ${leave.toLowerCase()}</button>
      </form>
    </details>
  </section>`;
}

function number(name: string, label: Part, value: number, least: number): Markup {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="number"
      min="${least}"
      max="99"
      inputmode="numeric"
      value="${value}"
    />
  </div>`;
}
