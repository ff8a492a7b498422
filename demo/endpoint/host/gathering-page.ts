import type {Gathering} from '../../../src/protocol/gathering.js';
import {whole, type GatheringRow, type Site} from '../documents.js';
import {whereOf} from '../pages/facts.js';
import {html, type Markup, type Part} from '../pages/html.js';
import type {Page} from '../pages/layout.js';
import {ring} from '../pages/ring.js';
import {moment, whenOf} from '../pages/words.js';
import type {SignupRow} from '../signups.js';
import {guestLists} from './guests.js';
import {noticeOf} from './notices.js';
import {placesLine} from './places.js';
import {pressForm} from './press.js';

/** What the page of one gathering is written with. */
export interface GatheringOptions {
  readonly base: string;
  /** Where the host's page begins. */
  readonly desk: string;
  readonly now: number;
  /** What was just done. */
  readonly said?: string | undefined;
  /** Who was to get a place and did not fit. */
  readonly asked?: string | undefined;
}

/** One gathering as its host sees it: who comes, who waits, what they need, and what can be done. Also the sheet to print. */
export function hostGatheringPage(
  site: Site,
  row: GatheringRow,
  guests: readonly SignupRow[],
  options: GatheringOptions,
): Page {
  const {base, desk, now, said, asked} = options;
  const gathering = whole(row);
  const {place, minimum} = gathering;
  const when = whenOf(gathering.start, gathering.end);
  const here = `${desk}/g/${encodeURIComponent(row.id)}`;
  const table = `${base}/${site.id}/signups.csv?token=${site.host_token}&gathering=${encodeURIComponent(row.id)}`;
  return {
    title: `${gathering.name}, host’s page`,
    site: site.publisher.name,
    home: `${base}/${site.id}/g/`,
    body: html`
      <p class="back noprint"><a href="${desk}">All gatherings</a></p>
      ${!asked && noticeOf(said)}
      <section class="card">
        <div class="head">
          <div>
            <h1>${gathering.name}</h1>
            <p>${when ? `${when.date}, ${when.time}` : 'Date to be confirmed'}</p>
            ${place && html`<p>${whereOf({...place, revealed: 'always'})}</p>`}
            <p><b>${placesLine(gathering, row, now)}</b></p>
            ${gathering.series?.label && html`<p class="muted">${gathering.series.label}</p>`}
          </div>
          ${ring({
            capacity: row.capacity ?? undefined,
            taken: row.taken,
            ...(minimum !== undefined && {minimum}),
          })}
        </div>
        ${
          guests.some(({status}) => status === 'confirmed' || status === 'waitlisted') &&
          html`<p class="noprint"><a class="button" href="${here}/message">Write to everyone</a></p>`
        }
      </section>
      ${guestLists(guests, {site, row, gathering, desk, ...(asked && {asked})})}
      <section class="card noprint">
        <h2>What you can do</h2>
        <div class="actions">
          <a class="button quiet" href="${here}/edit">Change it</a>
          <a class="button quiet" href="${desk}/new?from=${encodeURIComponent(row.id)}">Copy it</a>
          ${
            gathering.series &&
            html`<a class="button quiet" href="${desk}/new?from=${encodeURIComponent(row.id)}&again"
              >Add a date to the series</a
            >`
          }
          <a class="button quiet" href="${table}">Table for a spreadsheet</a>
          ${stateButtons(site, gathering, here, now)} ${guests.length === 0 && removal(site, here)}
        </div>
        <p class="muted">For a list on paper, print this page with your browser’s menu.</p>
      </section>
    `,
  };
}

/** The grave button lies behind a fold, so that no thumb cancels a gathering by accident. */
function stateButtons(site: Site, {status, opens}: Gathering, here: string, now: number): Part {
  const press = (deed: string, words: string): Markup =>
    pressForm(site, here, html`<button class="button quiet" name="do" value="${deed}">${words}</button>`);
  if (status === 'closed' || status === 'cancelled' || status === 'postponed')
    return press('reopen', 'Open sign-up again');
  const waits = typeof opens === 'string' && Date.parse(opens) > now;
  return html`${waits && html`<p class="muted">Sign-up opens on ${moment(opens)}.</p>`}
    ${press('close', 'Close sign-up')}
    <details class="fold">
      <summary class="button grave">Cancel this gathering</summary>
      ${pressForm(
        site,
        here,
        html`<p>Everyone who gave an e-mail address gets a letter. Those who signed up stay in the list.</p>
          <button class="button grave" name="do" value="cancel">Yes, cancel it</button>`,
      )}
    </details>`;
}

/** Deleting is for what was never used: where somebody signed up, cancelling tells them. */
function removal(site: Site, here: string): Markup {
  return html`<details class="fold">
    <summary class="button grave">Delete this gathering</summary>
    ${pressForm(
      site,
      here,
      html`<p>Nobody has signed up for it. It can not be brought back.</p>
        <button class="button grave" name="do" value="remove">Yes, delete it</button>`,
    )}
  </details>`;
}
