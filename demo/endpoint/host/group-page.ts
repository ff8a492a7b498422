import {safeUrl} from '../../../src/base/safe-url.js';
import type {Site} from '../documents.js';
import type {GroupDeed, HostGroup} from '../groups/deeds.js';
import {labelIn, NEEDS, SECTORS, VALUES} from '../groups/words.js';
import {html, type Markup, type Part} from '../pages/html.js';
import type {Page} from '../pages/layout.js';
import {count} from '../pages/words.js';
import {noticeOf} from './notices.js';
import {pressForm} from './press.js';

/** What the page of groups is written with. */
export interface GroupsOptions {
  readonly base: string;
  /** Where the host's page begins. */
  readonly desk: string;
  readonly said?: string | undefined;
  /** How many wait in all, of whom `waiting` are the first, and how many are on the map. */
  readonly many: number;
  readonly total: number;
  readonly waiting: readonly HostGroup[];
  readonly shown: readonly HostGroup[];
  /** Which page of those shown this is, from 1, and whether there is one more. */
  readonly page: number;
  readonly more: boolean;
}

/** Groups as their host sees them: what waits to be read, and what is on the map. */
export function hostGroupsPage(site: Site, options: GroupsOptions): Page {
  const {base, desk, said, many, total, waiting, shown, page, more} = options;
  const here = `${desk}/groups`;
  const item = (group: HostGroup) => groupItem(site, group, here);
  return {
    title: `Groups, ${site.publisher.name}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/join`,
    body: html`
      <p class="back noprint"><a href="${desk}">Your gatherings</a></p>
      ${noticeOf(said)}
      <h1>Groups on the map</h1>
      ${
        page === 1 &&
        html`<section class="card">
          <h2>${many === 0 ? 'Nothing waits to be read' : `You decide: ${many}`}</h2>
          ${many > 0 && html`<p>Nobody sees them before you say so.</p>`}
          <ul class="guests">
            ${waiting.map(item)}
          </ul>
          ${many > waiting.length && html`<p>${many - waiting.length} more wait behind these.</p>`}
        </section>`
      }
      <section class="card">
        <h2>On the map: ${count(total, 'group', 'groups')}</h2>
        <ul class="guests">
          ${shown.map(item)}
        </ul>
        <p class="noprint">
          ${page > 1 && html`<a href="${here}?page=${page - 1}">Newer ones</a>`}
          ${more && html`<a href="${here}?page=${page + 1}">Older ones</a>`}
        </p>
      </section>
    `,
  };
}

const KINDS = {group: 'Group', organisation: 'Organisation', person: 'Person'} as const;

/** How closely the map shows a place. */
const CLOSE = {
  exact: 'the exact place',
  street: 'the street',
  town: 'the town',
  region: 'the region',
} as const;

function groupItem(site: Site, group: HostGroup, here: string): Markup | '' {
  const {id, body, state, edition, asker, own} = group;
  if (body === null) return '';
  const {name, kind, description, url, place, contact, sector, needs, values, offers, connections} = body;
  const {image, declines, expires} = body;
  return html`<li>
    <p>
      <b><bdi>${name}</bdi></b>
      ${kind && html`<span class="chip wait">${KINDS[kind]}</span>`}
      ${own && html`<span class="chip">Your own</span>`}
    </p>
    ${description && html`<p><bdi>${description}</bdi></p>`} ${webLink(url)}
    ${
      place &&
      html`<p>
        <bdi>${place.label}</bdi>
        ${place.lat !== undefined && html`<span class="muted">(${place.lat}, ${place.lon}: the map shows ${CLOSE[place.precision ?? 'town']})</span>`}
      </p>`
    }
    ${line('Sector', sector && labelIn(SECTORS, sector))} ${line('Needs', named(NEEDS, needs))}
    ${line('Values', named(VALUES, values))} ${line('Offers', offers)}
    ${line('Everyone can see', [contact?.email, contact?.url])}
    ${line(
      'Linked with',
      connections?.map(({to, kind: tie, note}) => [to, tie && ` (${tie})`, note && `: ${note}`].join('')),
    )}
    ${line('Does not want to be linked with', declines)} ${line('Picture', image)}
    ${line('Leaves the map', expires)} ${line('Whom to ask, for you alone', asker ?? undefined)}
    ${pressForm(
      site,
      `${here}/${encodeURIComponent(id)}`,
      html`<input type="hidden" name="edition" value="${edition}" />
        ${state === 'waiting' ? decision(name) : removal()}`,
      'actions noprint',
    )}
  </li>`;
}

function named(list: typeof NEEDS, values: readonly string[] | undefined): readonly string[] | undefined {
  return values?.map((value) => labelIn(list, value));
}

function webLink(url: string | undefined): Part {
  const link = safeUrl(url);
  return link && html`<p><a href="${link.href}" rel="noopener noreferrer">${link.href}</a></p>`;
}

function line(label: string, said: string | undefined | readonly (string | undefined)[]): Part {
  const words = [said].flat().filter((word) => word !== undefined);
  return words.length > 0 && html`<p><span class="muted">${label}:</span> <bdi>${words.join(', ')}</bdi></p>`;
}

function decision(name: string): Part {
  return [
    button('show', html`<span>Show <bdi>${name}</bdi></span>`, 'button'),
    button('decline', 'Don’t show it', 'button grave'),
  ];
}

function removal(): Part {
  return html`<details class="fold">
    <summary class="button grave">Take it off the map</summary>
    <p>Nobody sees it any more. Who added it is told so when they look.</p>
    ${button('decline', 'Yes, take it off', 'button grave')}
  </details>`;
}

function button(deed: GroupDeed, words: Part, kind: string): Markup {
  return html`<button class="${kind}" name="do" value="${deed}">${words}</button>`;
}
