import {standingOf} from '../../../src/protocol/standing.js';
import {whole, type GatheringRow, type Site} from '../documents.js';
import {html, type Markup, type Part} from '../pages/html.js';
import type {Page} from '../pages/layout.js';
import {count, whenOf} from '../pages/words.js';
import {noticeOf} from './notices.js';
import {placesLine} from './places.js';

/** What the host's list is written with. */
export interface ListOptions {
  readonly base: string;
  /** Where the host's page begins. */
  readonly desk: string;
  readonly now: number;
  /** What was just done. */
  readonly said?: string | undefined;
  /** Pledges that wait to be read, where the site asks for pledges. */
  readonly waiting?: number;
  /** Groups that wait to be read, where the site has a network. */
  readonly waitingGroups?: number;
}

/** All gatherings of a host, soonest first; each leads to its own page with who comes. */
export function hostListPage(site: Site, rows: readonly GatheringRow[], options: ListOptions): Page {
  const {base, desk, now, said, waiting, waitingGroups} = options;
  const isPast = (row: GatheringRow) => standingOf(whole(row), now).state === 'past';
  const [coming, past] = [rows.filter((row) => !isPast(row)), rows.filter(isPast).reverse()];
  return {
    title: `Host’s page, ${site.publisher.name}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/g/`,
    body: html`
      ${noticeOf(said)} ${toRead(`${desk}/pledges`, 'Pledges', waiting)}
      ${toRead(`${desk}/groups`, 'Groups on the map', waitingGroups)}
      <h1>Your gatherings</h1>
      <p class="noprint"><a class="button" href="${desk}/new">Add a gathering</a></p>
      ${
        coming.length > 0
          ? html`<ul class="rows">
              ${inSeries(coming).map((ones) => series(ones, options))}
            </ul>`
          : html`<div class="card"><p>No gatherings are planned.</p></div>`
      }
      ${
        past.length > 0 &&
        html`<details class="over noprint">
          <summary><h2>Over: ${past.length}</h2></summary>
          <ul class="rows">
            ${past.map((row) => item(row, options))}
          </ul>
        </details>`
      }
      <p class="noprint">
        <a href="${base}/${site.id}/signups.csv?token=${site.host_token}">Everyone as a table (CSV)</a>
      </p>
      <p class="muted noprint">Only those who know the address of this page can see it. Don’t pass it on.</p>
    `,
  };
}

/** Leads to a list in which something may wait to be read. */
function toRead(href: string, label: string, waiting: number | undefined): Part {
  if (waiting === undefined) return '';
  return html`<p class="noprint">
    <a href="${href}">${label}</a>
    ${waiting > 0 && html`<span class="chip wait">${count(waiting, 'waits', 'wait')} to be read</span>`}
  </p>`;
}

/** The gatherings with those of one series together, where the first of them stands. */
function inSeries(rows: readonly GatheringRow[]): readonly (readonly GatheringRow[])[] {
  const groups = new Map<string, GatheringRow[]>();
  for (const row of rows) {
    const {series: of} = row.details;
    const key = of ? `series ${of.id}` : `one ${row.id}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** The next date of a series in full view, the others folded away, or a year of Thursdays hides everything else. */
function series([next, ...later]: readonly GatheringRow[], options: ListOptions): Part {
  if (!next) return '';
  // Where somebody waits for an answer, nothing is folded away.
  const asking = later.filter((row) => row.asking > 0);
  const quiet = later.filter((row) => row.asking === 0);
  return html`${[next, ...asking].map((row) => item(row, options))}
  ${
    quiet.length > 0 &&
    html`<li class="more">
      <details>
        <summary>${next.details.name}: ${count(quiet.length, 'more date', 'more dates')}</summary>
        <ul class="rows">
          ${quiet.map((row) => item(row, options))}
        </ul>
      </details>
    </li>`
  }`;
}

function item(row: GatheringRow, {desk, now}: ListOptions): Markup {
  const gathering = whole(row);
  const when = whenOf(gathering.start, gathering.end);
  return html`<li class="row">
    <div class="day">
      ${
        when
          ? html`<span>${when.day.weekday}</span><b>${when.day.day}</b><span>${when.day.month}</span>`
          : html`<b>?</b>`
      }
    </div>
    <div class="what">
      <h2><a href="${desk}/g/${encodeURIComponent(row.id)}">${gathering.name}</a></h2>
      <p>${when ? when.time : 'Date to be confirmed'}</p>
      <p>${placesLine(gathering, row, now)}</p>
      ${row.asking > 0 && html`<p class="chip wait">${count(row.asking, 'person asks', 'people ask')} you to decide</p>`}
    </div>
  </li>`;
}
