import {type GatheringRow, type Site, whole} from '../documents.js';
import {addressees} from '../mail/news.js';
import {choices, type Draft, textArea, textField} from '../pages/fields.js';
import {html, type Part} from '../pages/html.js';
import {note, type Page} from '../pages/layout.js';
import {count, whenOf} from '../pages/words.js';
import type {SignupRow} from '../signups.js';
import {callList} from './change-page.js';
import type {Words} from './changes.js';
import {summaryOf} from './form-page.js';
import {onceField} from './once.js';
import {pressForm} from './press.js';
import {carried} from './preview-page.js';

/** To whom a host may write: those who come, those who wait, or both. */
export const CIRCLES = {
  coming: {words: 'All who come', statuses: ['confirmed']},
  waiting: {words: 'The waiting list', statuses: ['waitlisted']},
  both: {words: 'Both', statuses: ['confirmed', 'waitlisted']},
} as const;
/** To whom a host may write. */
export type Circle = keyof typeof CIRCLES;

/** Most letters of a message: written in any script, it fits into a body with all that is sent along. */
export const MESSAGE = 5_000;

/** What the pages around a message are written with. */
export interface MessageOptions {
  readonly base: string;
  /** Where the host's page of the gathering is. */
  readonly here: string;
}

/** The guests in a circle. */
export function circleOf(guests: readonly SignupRow[], circle: Circle): readonly SignupRow[] {
  const statuses: readonly string[] = CIRCLES[circle].statuses;
  return guests.filter(({status}) => statuses.includes(status));
}

/** Where a host writes to everyone at once. */
export function messagePage(
  site: Site,
  row: GatheringRow,
  guests: readonly SignupRow[],
  draft: Draft,
  {base, here}: MessageOptions,
): Page {
  const field = (name: string, label: string) => ({pointer: `/${name}`, name, label});
  const circles = (Object.keys(CIRCLES) as Circle[]).map((circle) => ({
    value: circle,
    label: `${CIRCLES[circle].words}: ${count(circleOf(guests, circle).length, 'sign-up', 'sign-ups')}`,
  }));
  return {
    ...framed(site, base, 'Write to everyone'),
    ...(draft.errors.length > 0 && {status: 422}),
    body: html`
      <p class="back"><a href="${here}">Back without writing</a></p>
      ${draft.errors.length > 0 && summaryOf(draft)}
      <h1>Write to everyone</h1>
      ${about(row)}
      ${pressForm(
        site,
        `${here}/message`,
        html`${onceField(draft.fields)} ${choices(draft, field('to', 'To whom?'), circles, 'radio')}
          ${textField(draft, {...field('subject', 'Subject'), most: 150})}
          ${textArea(draft, {
            ...field('text', 'Your message'),
            most: MESSAGE,
            help: 'Their private link is added to each letter. Nobody sees who else gets it.',
          })}
          <div class="actions">
            <button class="button" name="do" value="look">Show me before it is sent</button>
          </div>`,
        'card',
      )}
    `,
  };
}

/** What goes to how many, before the press that sends; with `changed`, because it is not as many as it was. */
export function messageLookPage(
  site: Site,
  row: GatheringRow,
  guests: readonly SignupRow[],
  {words, draft, changed}: {readonly words: Words; readonly draft: Draft; readonly changed: boolean},
  {base, here}: MessageOptions,
): Page {
  const reached = addressees(guests).length;
  const letters = count(reached, 'letter', 'letters');
  return {
    ...framed(site, base, 'Send it?'),
    ...(changed && {status: 409}),
    body: html`
      ${changed && note('wait', 'The list has changed', html`<p>Nothing was sent. Now it is ${letters}.</p>`, 'problem')}
      <h1>${reached > 0 ? `Send ${letters}?` : 'Nobody here has an e-mail address'}</h1>
      ${about(row)}
      <section class="card">
        <h2>${words.subject}</h2>
        <p class="lines">${words.text}</p>
      </section>
      ${callList(guests)}
      ${pressForm(
        site,
        `${here}/message`,
        html`${onceField(draft.fields)}${carried(draft.fields, ['expected'])}
          <input type="hidden" name="expected" value="${reached}" />
          ${reached > 0 && html`<button class="button" name="do" value="send">Send ${letters}</button>`}
          <button class="button quiet" name="do" value="change">Change something</button>`,
        'actions',
      )}
    `,
  };
}

/** That it is on its way, and whom to call all the same; may be loaded again, and sends nothing. */
export function messageSentPage(
  site: Site,
  row: GatheringRow,
  guests: readonly SignupRow[],
  sent: number,
  {base, here}: MessageOptions,
): Page {
  return {
    ...framed(site, base, 'Sent'),
    body: html`
      <p class="back"><a href="${here}">Back to the gathering</a></p>
      ${note('ok', `${count(sent, 'letter is', 'letters are')} on the way.`, undefined, 'said')}
      <h1>Written to everyone</h1>
      ${about(row)} ${callList(guests)}
    `,
  };
}

function framed(site: Site, base: string, title: string) {
  return {title: `${title}, host’s page`, site: site.publisher.name, home: `${base}/${site.id}/g/`};
}

function about(row: GatheringRow): Part {
  const {name, start, end} = whole(row);
  const when = whenOf(start, end);
  return html`<p><b>${name}</b>${when && `, ${when.date}, ${when.time}`}</p>`;
}
