import type {Gathering} from '../../../src/protocol/gathering.js';
import type {GatheringRow, Site} from '../documents.js';
import {hasLapsed, waitsFor} from '../holds.js';
import {html, type Markup, type Part} from '../pages/html.js';
import {note} from '../pages/layout.js';
import {count} from '../pages/words.js';
import {leftOf, partyOf, type SignupRow} from '../signups.js';
import {answersOf} from './answers.js';
import {pressForm} from './press.js';

/** What a list of guests is written with. */
export interface GuestOptions {
  readonly site: Site;
  readonly row: GatheringRow;
  readonly gathering: Gathering;
  /** Where the host's page begins. */
  readonly desk: string;
  /** Who was to get a place and did not fit: asked about once more, with the number on the button. */
  readonly asked?: string;
}

/** Who comes, who is to be decided about, who waits and who does not come, each under a heading with its sum. */
export function guestLists(guests: readonly SignupRow[], options: GuestOptions): Markup {
  const by = (...statuses: SignupRow['status'][]) => guests.filter(({status}) => statuses.includes(status));
  const sheet = (people: readonly SignupRow[]) => people.map((guest) => guestItem(guest, options));
  const asking = guests.filter((guest) => waitsFor(guest) === 'host');
  const asked = guests.filter((guest) => waitsFor(guest) === 'email');
  const [coming, waiting] = [by('confirmed'), by('waitlisted')];
  const gone = by('cancelled', 'declined');
  return html`
    ${group(asking, 'You decide', sheet(asking))}
    ${
      coming.length > 0
        ? group(coming, headOf('Coming', coming), sheet(coming))
        : html`<section class="card"><p>Nobody has a place yet.</p></section>`
    }
    ${group(asked, headOf('Have not answered our e-mail yet', asked), sheet(asked))}
    ${group(waiting, headOf('Waiting list', waiting), sheet(waiting))}
    ${
      gone.length > 0 &&
      html`<details class="card noprint">
        <summary><h2>Not coming: ${gone.length}</h2></summary>
        <ul class="guests">
          ${sheet(gone)}
        </ul>
      </details>`
    }
  `;
}

/** How a guest can be reached: links that a phone understands. */
export function reachOf({body}: SignupRow): Markup {
  const phone = body.phone?.replaceAll(/[^\d+]/g, '');
  return html`<p class="reach">
    ${body.phone && html`<a href="tel:${phone}"><bdi dir="ltr">${body.phone}</bdi></a>`}
    ${body.email && html`<a href="mailto:${encodeURIComponent(body.email)}"><bdi>${body.email}</bdi></a>`}
  </p>`;
}

function group(guests: readonly SignupRow[], heading: Part, items: Part): Part {
  return (
    guests.length > 0 &&
    html`<section class="card">
      <h2>${heading}</h2>
      <ul class="guests">
        ${items}
      </ul>
    </section>`
  );
}

/** `Coming: 9 adults and 3 children`, because chairs and small chairs are different things. */
function headOf(word: string, guests: readonly SignupRow[]): string {
  const sum = (key: 'adults' | 'children') => guests.reduce((total, guest) => total + guest[key], 0);
  const children = sum('children');
  const adults = `${word}: ${count(sum('adults'), 'adult', 'adults')}`;
  return children === 0 ? adults : `${adults} and ${count(children, 'child', 'children')}`;
}

function guestItem(guest: SignupRow, options: GuestOptions): Markup {
  const {body, adults, children, status, position} = guest;
  const decide = status === 'pending' || status === 'waitlisted';
  return html`<li id="s-${guest.id}">
    <p>
      <b><bdi>${body.name}</bdi></b>
      <span class="chip"
        >${count(adults, 'adult', 'adults')}${children > 0 && `, ${count(children, 'child', 'children')}`}</span
      >
      ${position !== null && html`<span class="chip wait">Number ${position}</span>`}
      ${status === 'cancelled' && html`<span class="chip">${hasLapsed(guest) ? 'Did not confirm' : 'Gave up'}</span>`}
      ${status === 'declined' && html`<span class="chip">Declined</span>`}
    </p>
    ${body.names && body.names.length > 0 && html`<p>With <bdi>${body.names.join(', ')}</bdi></p>`}
    ${reachOf(guest)}
    ${answersOf(options.gathering, body).map(
      ({label, text}) => html`<p class="need"><span class="muted">${label}:</span> <bdi>${text}</bdi></p>`,
    )}
    ${body.note && html`<p class="need"><span class="muted">Note:</span> <bdi>${body.note}</bdi></p>`}
    ${decide && decision(guest, options)}
  </li>`;
}

/**
 * Yes or no. Where a party does not fit, the first press asks, and the second says to how many people that leads.
 */
function decision(guest: SignupRow, {site, row, desk, asked}: GuestOptions): Markup {
  const {id, status, body} = guest;
  const party = partyOf(guest);
  const left = leftOf(row) ?? party;
  const over = row.taken + party;
  const places = count(party, 'place', 'places');
  const again = asked === id && left < party;
  return pressForm(
    site,
    `${desk}/signups/${encodeURIComponent(id)}`,
    html`${
        again &&
        note(
          'wait',
          html`<bdi>${body.name}</bdi> ${party === 1 ? 'needs' : 'and theirs need'} ${places}.
            ${left === 0 ? 'None is' : count(left, 'place is', 'places are')} left.`,
          html`<p>You can let them in all the same, if there is room for ${over}.</p>
            <input type="hidden" name="over" value="${over}" />`,
          'said',
        )
      }
      <button class="button" name="do" value="accept">
        ${
          again
            ? html`Let them in: then ${over} come to ${count(row.capacity ?? 0, 'place', 'places')}`
            : status === 'pending'
              ? html`<span>Say yes to <bdi>${body.name}</bdi></span>`
              : html`<span>Give <bdi>${body.name}</bdi> ${places}</span>`
        }
      </button>
      <button class="button grave" name="do" value="decline">Say no</button>`,
    'actions noprint',
  );
}
