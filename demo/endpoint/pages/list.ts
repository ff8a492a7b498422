import type {Gathering} from '../../../src/protocol/gathering.js';
import {standingOf} from '../../../src/protocol/standing.js';
import type {Site} from '../documents.js';
import {standingSentences, takesSignups} from './gathering.js';
import {html, type Markup} from './html.js';
import type {Page} from './layout.js';
import {whenOf} from './words.js';

/** Everything a site plans, for browsers that run no script. */
export function listPage(site: Site, gatherings: readonly Gathering[], base: string, now: number): Page {
  const {name, phone} = site.publisher;
  const planned = gatherings.filter((gathering) => standingOf(gathering, now).state !== 'past');
  return {
    title: `Gatherings, ${name}`,
    site: name,
    home: `${base}/${site.id}/g/`,
    body: html`
      <h1>Gatherings</h1>
      ${
        planned.length === 0 &&
        html`<div class="card">
          <p>
            No gatherings are planned right now. Ask ${name} when the next one
            is${phone && html`: <a href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone}</a>`}.
          </p>
        </div>`
      }
      <ul class="list">
        ${planned.map((gathering) => card(gathering, `${base}/${site.id}/g/`, now))}
      </ul>
    `,
  };
}

function card(gathering: Gathering, list: string, now: number): Markup {
  const when = whenOf(gathering.start, gathering.end);
  const standing = standingOf(gathering, now);
  const href = `${list}${encodeURIComponent(gathering.id)}`;
  const where = gathering.place?.name ?? (gathering.place?.online ? 'Online' : '');
  return html`<li class="card item">
    <div class="day">
      ${
        when
          ? html`<span>${when.day.weekday}</span><b>${when.day.day}</b><span>${when.day.month}</span>`
          : html`<b>?</b>`
      }
    </div>
    <div class="what">
      <h2 ${gathering.language && html`lang="${gathering.language}"`}>
        <a href="${href}">${gathering.name}</a>
      </h2>
      <p>${when ? when.time : 'Date to be confirmed'}${where && `, ${where}`}</p>
      ${standingSentences(gathering, standing)}
    </div>
    ${
      takesSignups(standing) &&
      html`<a class="button ${standing.state === 'full' && 'quiet'}" href="${href}">
        ${standing.state === 'full' ? 'Join the waiting list' : 'Sign up'}</a
      >`
    }
  </li>`;
}
