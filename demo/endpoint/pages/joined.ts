import type {Problem} from '../../../src/protocol/problem.js';
import type {Site} from '../documents.js';
import {groupFieldsOf} from '../groups/form.js';
import type {GroupRow} from '../groups/groups.js';
import {ownGroupHref} from '../groups/receipts.js';
import type {Network} from '../groups/section.js';
import type {Draft} from './fields.js';
import {html, type Markup} from './html.js';
import {groupFields} from './join.js';
import {note, type Page, verdict} from './layout.js';
import {problemNote} from './problem-note.js';

/** What became of a group, and what can still be done about it: the page behind a private link. */
export function joinedPage(
  site: Site,
  network: Network,
  group: GroupRow,
  options: {
    readonly base: string;
    readonly said?: string | undefined;
    readonly draft?: Draft;
    readonly problem?: Problem;
  },
): Page {
  const {base, said, problem} = options;
  const {body, token, state} = group;
  const draft = options.draft ?? {
    fields: body ? groupFieldsOf(body) : new Map<string, string[]>(),
    errors: [],
  };
  const here = ownGroupHref(base, site.id, token);
  return {
    title: `Your group, ${site.publisher.name}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/join`,
    body: html`
      ${problem && problemNote(problem, draft.errors, 'Nothing was changed.')}
      ${said === 'changed' && note('ok', 'Saved.', undefined, 'said')} ${outcome(site, group)}
      ${
        body &&
        state !== 'declined' &&
        html`<form class="card noprint" method="post" action="${here}" novalidate>
          <h2>Change it</h2>
          <p>
            Keep the address of this page: with it you can change your group on any device. Don’t pass it on.
          </p>
          ${groupFields(site, network, draft)}
          <div class="actions"><button class="button quiet" name="do" value="change">Save</button></div>
        </form>`
      }
      ${body && withdrawal(here)}
      ${!body && html`<p><a href="${base}/${site.id}/join">Add a group again</a></p>`}
    `,
    ...(problem?.status !== undefined && {status: problem.status as 422}),
  };
}

function outcome(site: Site, {state, body}: GroupRow): Markup {
  if (body === null || state === 'withdrawn')
    return verdict('ok', 'Done. Your group is off the map. What it said is deleted.');
  const {name} = site.publisher;
  if (state === 'declined') return verdict('wait', `${name} does not show this group.`);
  const thanks = html`Thank you. <bdi>${body.name}</bdi> has arrived.`;
  return state === 'waiting'
    ? verdict('wait', thanks, html`<p>It will show on the map when ${name} has read it.</p>`)
    : verdict('ok', html`<bdi>${body.name}</bdi> is on the map.`);
}

function withdrawal(here: string): Markup {
  return html`<details class="card noprint">
    <summary class="button grave">Take my group off the map</summary>
    <form method="post" action="${here}">
      <p>Take it off? Everything you said of it will be deleted.</p>
      <button class="button grave" name="do" value="withdraw">Yes, take it off</button>
    </form>
  </details>`;
}
