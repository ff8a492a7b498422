import type {Site} from '../documents.js';
import {html, type Markup, type Part} from '../pages/html.js';
import type {Page} from '../pages/layout.js';
import {countLine} from '../pages/pledge.js';
import {count} from '../pages/words.js';
import type {HostPledge, PledgeDeed} from '../pledges/deeds.js';
import type {Intention} from '../pledges/section.js';
import type {Tallies} from '../pledges/tallies.js';
import {nameOf, websiteOf} from '../pledges/wall.js';
import {noticeOf} from './notices.js';
import {pressForm} from './press.js';

/** What the page of pledges is written with. */
export interface PledgesOptions {
  readonly base: string;
  /** Where the host's page begins. */
  readonly desk: string;
  readonly said?: string | undefined;
  readonly tallies: Tallies;
  /** How many wait in all, of whom `waiting` are the first. */
  readonly many: number;
  readonly waiting: readonly HostPledge[];
  readonly shown: readonly HostPledge[];
  /** Which page of those shown this is, from 1, and whether there is one more. */
  readonly page: number;
  readonly more: boolean;
}

/** Pledges as their host sees them: what waits to be read, and what is on the wall. */
export function hostPledgesPage(site: Site, intention: Intention, options: PledgesOptions): Page {
  const {base, desk, said, tallies, many, waiting, shown, page, more} = options;
  const here = `${desk}/pledges`;
  const item = (pledge: HostPledge) => pledgeItem(site, intention, pledge, here);
  return {
    title: `Pledges, ${site.publisher.name}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/pledge`,
    body: html`
      <p class="back noprint"><a href="${desk}">Your gatherings</a></p>
      ${noticeOf(said)}
      <section class="card">
        <h1>Pledges</h1>
        ${countLine(tallies.counts, intention.goal)}
        <p class="noprint">
          <a href="${base}/${site.id}/pledges.csv?token=${site.host_token}">All of them as a table (CSV)</a>
        </p>
      </section>
      ${
        page === 1 &&
        html`<section class="card">
          <h2>${many === 0 ? 'Nothing waits to be read' : `You decide: ${many}`}</h2>
          ${many > 0 && html`<p>They are counted already. Nobody sees them before you say so.</p>`}
          <ul class="guests">
            ${waiting.map(item)}
          </ul>
          ${many > waiting.length && html`<p>${many - waiting.length} more wait behind these.</p>`}
        </section>`
      }
      <section class="card">
        <h2>On the wall: ${count(tallies.shown.all, 'pledge', 'pledges')}</h2>
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

function pledgeItem(site: Site, {values}: Intention, pledge: HostPledge, here: string): Markup | '' {
  const {id, body, kind, state, edition, again, chosen} = pledge;
  if (body === null) return '';
  const website = kind === 'organisation' ? websiteOf(body) : undefined;
  const labels = values.filter((value) => chosen.includes(value.id)).map(({label}) => label);
  return html`<li id="p-${id}">
    <p>
      <b><bdi>${nameOf(body)}</bdi></b>
      ${kind === 'organisation' && html`<span class="chip wait">Organisation</span>`}
      ${again && html`<span class="chip">Same e-mail address as an earlier one: counted once</span>`}
    </p>
    ${body.place && html`<p><bdi>${body.place}</bdi></p>`}
    ${website && html`<p><a href="${website}" rel="noopener noreferrer">${website}</a></p>`}
    ${
      kind === 'organisation' &&
      body.contact &&
      html`<p class="need"><span class="muted">Whom to ask:</span> <bdi>${body.contact}</bdi></p>`
    }
    <p>${labels.join(', ')}</p>
    ${body.values.map(
      ({id: value, wording}) =>
        wording !== undefined &&
        html`<p class="need">
          <span class="muted">${values.find((known) => known.id === value)?.label ?? value}:</span>
          <bdi>${wording}</bdi>
        </p>`,
    )}
    ${pressForm(
      site,
      `${here}/${encodeURIComponent(id)}`,
      html`<input type="hidden" name="edition" value="${edition}" />
        ${state === 'waiting' ? decision(nameOf(body)) : removal()}`,
      'actions noprint',
    )}
  </li>`;
}

function decision(name: string): Part {
  return html`${button('show', html`<span>Show <bdi>${name}</bdi></span>`, 'button')}
  ${button('hide', 'Only count it', 'button quiet')} ${button('decline', 'Don’t take it', 'button grave')}`;
}

function removal(): Part {
  return html`${button('hide', 'Take it off the wall', 'button quiet')}
    <details class="fold">
      <summary class="button grave">Don’t count it either</summary>
      <p>It is not shown and not counted any more. Who made it is told so when they look.</p>
      ${button('decline', 'Yes, don’t count it', 'button grave')}
    </details>`;
}

function button(deed: PledgeDeed, words: Part, kind: string): Markup {
  return html`<button class="${kind}" name="do" value="${deed}">${words}</button>`;
}
