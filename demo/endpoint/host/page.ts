import type {Gathering} from '../../../src/protocol/gathering.js';
import {standingOf} from '../../../src/protocol/standing.js';
import {whole, type GatheringRow, type Site} from '../documents.js';
import {html, type Markup, type Part} from '../pages/html.js';
import {note, type Page} from '../pages/layout.js';
import {count, moment, whenOf} from '../pages/words.js';
import {leftOf, type SignupRow} from '../signups.js';
import {answersOf} from './answers.js';
import {placesLine} from './places.js';

/** What was done or could not be, said where the host pressed. */
const NOTICES = {
  accept: ['ok', 'Done. They have a place now.'],
  decline: ['ok', 'Done. They do not have a place.'],
  close: ['ok', 'Sign-up is closed.'],
  reopen: ['ok', 'Sign-up is open.'],
  cancel: ['ok', 'The gathering is cancelled. Tell those who signed up.'],
  'no-places': ['bad', 'Too few places are left for them.'],
  'already-answered': ['bad', 'This was answered before, or they gave up their places.'],
  gone: ['bad', 'This sign-up is not there any more.'],
} as const;

interface Options {
  readonly base: string;
  readonly now: number;
  /** One gathering by itself, opened, as a sheet to print. */
  readonly alone: boolean;
  /** What was just done, and to which gathering. */
  readonly notice?: {readonly said: string; readonly gathering?: string};
}

/** The host's page: who comes, who waits, what they need, and the few decisions that are theirs. No script. */
export function hostPage(
  site: Site,
  lists: readonly (readonly [GatheringRow, readonly SignupRow[]])[],
  options: Options,
): Page {
  const {base, notice, alone, now} = options;
  const here = `${base}/${site.id}/host/${site.host_token}`;
  const said = notice && noteOf(notice.said);
  const stateOf = (row: GatheringRow) => standingOf(whole(row), now).state;
  const soonest = lists.map(([row]) => row).find((row) => stateOf(row) === 'open' || stateOf(row) === 'full');
  const section = ([row, guests]: readonly [GatheringRow, readonly SignupRow[]]) =>
    gatheringSection(
      row,
      guests,
      here,
      {...options, open: alone || row === soonest || row.asking > 0 || row.id === notice?.gathering},
      site,
    );
  const coming = lists.filter(([row]) => stateOf(row) !== 'past');
  const past = lists.filter(([row]) => stateOf(row) === 'past');
  return {
    title: `Host’s page, ${site.publisher.name}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/g/`,
    body: html`
      ${
        alone
          ? html`<p class="back noprint"><a href="${here}">All gatherings</a></p>`
          : html`<h1>Your gatherings</h1>
              <p class="noprint">
                Only those who know the address of this page can see it. Don’t pass it on.
                <a href="${base}/${site.id}/signups.csv?token=${site.host_token}"
                  >Everyone as a table (CSV)</a
                >
              </p>`
      }
      ${notice?.gathering === undefined && said} ${(alone ? lists : coming).map(section)}
      ${
        !alone &&
        past.length > 0 &&
        html`<h2>Over</h2>
          ${past.map(section)}`
      }
    `,
  };
}

function gatheringSection(
  row: GatheringRow,
  guests: readonly SignupRow[],
  here: string,
  {base, now, alone, open, notice}: Options & {readonly open: boolean},
  site: Site,
): Markup {
  const gathering = whole(row);
  const when = whenOf(gathering.start, gathering.end);
  const by = (status: SignupRow['status']) => guests.filter((guest) => guest.status === status);
  const [asking, coming, waiting] = [by('pending'), by('confirmed'), by('waitlisted')];
  const gone = guests.filter(({status}) => status === 'cancelled' || status === 'declined');
  const address = `${here}/g/${encodeURIComponent(row.id)}`;
  const sheet = (people: readonly SignupRow[]) =>
    people.map((guest) => guestItem(gathering, guest, row, here));
  return html`<details class="card gathering" id="g-${row.id}" ${open && html`open`}>
    <summary>
      <h2>${gathering.name}</h2>
      <p>${when ? `${when.date}, ${when.time}` : 'Date to be confirmed'}</p>
      <p>${placesLine(gathering, row, now)}</p>
      ${asking.length > 0 && html`<p class="chip wait">${count(asking.length, 'sign-up', 'sign-ups')} to decide</p>`}
    </summary>
    ${notice?.gathering === row.id && noteOf(notice.said)} ${group(asking, 'You decide', sheet(asking))}
    ${group(coming, headOf('Coming', coming), sheet(coming))}
    ${coming.length === 0 && html`<p>Nobody has signed up yet.</p>`}
    ${group(waiting, headOf('Waiting list', waiting), sheet(waiting))}
    ${group(gone, 'Not coming', sheet(gone))}
    <div class="actions noprint">
      ${!alone && html`<a class="button quiet" href="${address}">Sheet to print</a>`}
      <a
        class="button quiet"
        href="${base}/${site.id}/signups.csv?token=${site.host_token}&gathering=${encodeURIComponent(row.id)}"
        >Table (CSV)</a
      >
      ${stateButtons(gathering, address, now)}
    </div>
    ${alone && html`<p class="noprint muted">To print, use your browser’s menu.</p>`}
  </details>`;
}

function noteOf(said: string): Part {
  const known = Object.hasOwn(NOTICES, said) ? NOTICES[said as keyof typeof NOTICES] : undefined;
  return known && note(known[0], known[1]);
}

function group(guests: readonly SignupRow[], heading: Part, items: Part): Part {
  return (
    guests.length > 0 &&
    html`<section>
      <h3>${heading}</h3>
      <ul class="guests">
        ${items}
      </ul>
    </section>`
  );
}

/** `Coming: 9 adults and 3 children`, because chairs and small chairs are different things. */
function headOf(word: string, guests: readonly SignupRow[]): string {
  const sum = (key: 'adults' | 'children') => guests.reduce((total, guest) => total + guest[key], 0);
  return `${word}: ${count(sum('adults'), 'adult', 'adults')} and ${count(sum('children'), 'child', 'children')}`;
}

function guestItem(gathering: Gathering, guest: SignupRow, row: GatheringRow, here: string): Markup {
  const {body, adults, children, status, position} = guest;
  const party = adults + children;
  const left = leftOf(row);
  const fits = left === undefined || left >= party;
  const asked = status === 'pending' || status === 'waitlisted';
  const phone = body.phone?.replaceAll(/[^\d+]/g, '');
  return html`<li>
    <p>
      <b><bdi>${body.name}</bdi></b>
      <span class="chip"
        >${count(adults, 'adult', 'adults')}${children > 0 && `, ${count(children, 'child', 'children')}`}</span
      >
      ${position !== null && html`<span class="chip wait">Number ${position}</span>`}
      ${status === 'cancelled' && html`<span class="chip">Gave up</span>`}
      ${status === 'declined' && html`<span class="chip">Declined</span>`}
    </p>
    ${body.names && body.names.length > 0 && html`<p>With <bdi>${body.names.join(', ')}</bdi></p>`}
    <p class="reach">
      ${body.email && html`<a href="mailto:${encodeURIComponent(body.email)}"><bdi>${body.email}</bdi></a>`}
      ${body.phone && html`<a href="tel:${phone}"><bdi dir="ltr">${body.phone}</bdi></a>`}
    </p>
    ${answersOf(gathering, body).map(
      ({label, text}) => html`<p class="need"><span class="muted">${label}:</span> <bdi>${text}</bdi></p>`,
    )}
    ${body.note && html`<p class="need"><span class="muted">Note:</span> <bdi>${body.note}</bdi></p>`}
    ${
      asked &&
      html`<form
        class="actions noprint"
        method="post"
        action="${here}/signups/${encodeURIComponent(guest.id)}"
      >
        ${
          fits
            ? html`<button class="button" name="do" value="accept">
                ${status === 'pending' ? 'Say yes to' : 'Give a place to'} ${body.name}
              </button>`
            : html`<p class="muted">Too few places are left for ${count(party, 'person', 'people')}.</p>`
        }
        <button class="button grave" name="do" value="decline">Say no</button>
      </form>`
    }
  </li>`;
}

/** The grave button lies behind a fold, so that no thumb cancels a gathering by accident. */
function stateButtons({status, opens}: Gathering, address: string, now: number): Part {
  if (status === 'closed' || status === 'cancelled' || status === 'postponed') {
    return html`<form method="post" action="${address}">
      <button class="button quiet" name="do" value="reopen">Open sign-up again</button>
    </form>`;
  }
  const waits = typeof opens === 'string' && Date.parse(opens) > now;
  return html`${waits && html`<p class="muted">Sign-up opens on ${moment(opens)}.</p>`}
    <form method="post" action="${address}">
      <button class="button quiet" name="do" value="close">Close sign-up</button>
    </form>
    <details class="fold">
      <summary class="button grave">Cancel this gathering</summary>
      <form method="post" action="${address}">
        <p>Those who signed up stay in the list, so that you can tell them.</p>
        <button class="button grave" name="do" value="cancel">Yes, cancel it</button>
      </form>
    </details>`;
}
