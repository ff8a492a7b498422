import type {Site} from '../documents.js';
import type {Fields} from '../form.js';
import {addressees} from '../mail/news.js';
import {html, type Markup, type Part} from '../pages/html.js';
import type {Page} from '../pages/layout.js';
import {count} from '../pages/words.js';
import type {SignupRow} from '../signups.js';
import type {Change} from './changes.js';
import {reachOf} from './guests.js';
import {onceField} from './once.js';
import {pressForm} from './press.js';
import {carried} from './preview-page.js';

/** The question before a gathering is moved: who is told, and how many that are. */
export function changePage(
  site: Site,
  name: string,
  changes: readonly Change[],
  guests: readonly SignupRow[],
  {base, action, fields}: {readonly base: string; readonly action: string; readonly fields: Fields},
): Page {
  const reached = addressees(guests).length;
  return {
    title: `Tell them? ${name}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/g/`,
    body: html`
      <h1>Tell those who signed up?</h1>
      <section class="card">
        <h2>${name}</h2>
        <dl class="facts">
          ${changes.map(
            ({name: what, before, after}) =>
              html`<dt>${what}</dt>
                <dd>
                  <b>${after || 'Not said'}</b><br /><span class="muted"
                    >before: ${before || 'not said'}</span
                  >
                </dd>`,
          )}
        </dl>
      </section>
      ${callList(guests)}
      ${pressForm(
        site,
        action,
        html`${onceField(fields)}${carried(fields)}
          ${
            reached > 0 &&
            html`<button class="button" name="do" value="tell">
              Save, and send ${count(reached, 'letter', 'letters')}
            </button>`
          }
          <button class="button ${reached > 0 ? 'quiet' : ''}" name="do" value="quiet">
            ${reached > 0 ? 'Save, and tell nobody' : 'Save'}
          </button>
          <button class="button quiet" name="do" value="change">Change something</button>`,
        'actions',
      )}
    `,
  };
}

/** Those who can only be called: no letter reaches them. */
export function callList(guests: readonly SignupRow[]): Part {
  const unreached = guests.filter(({body}) => body.email === undefined);
  if (unreached.length === 0) return '';
  const item = (guest: SignupRow): Markup =>
    html`<li>
      <p>
        <b><bdi>${guest.body.name}</bdi></b>
      </p>
      ${reachOf(guest)}
    </li>`;
  return html`<section class="card">
    <h2>
      ${unreached.length === 1 ? 'One has no e-mail address. Call them.' : `${unreached.length} have no e-mail address. Call them.`}
    </h2>
    <ul class="guests">
      ${unreached.map(item)}
    </ul>
  </section>`;
}
