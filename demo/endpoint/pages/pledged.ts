import type {Problem} from '../../../src/protocol/problem.js';
import type {Site} from '../documents.js';
import {hasBadge, ownHref} from '../pledges/receipts.js';
import type {PledgeRow} from '../pledges/pledges.js';
import type {Intention} from '../pledges/section.js';
import type {Counts} from '../../../src/protocol/pledge.js';
import type {Draft} from './fields.js';
import {html, type Markup, type Part} from './html.js';
import {note, type Page, verdict} from './layout.js';
import {problemNote} from './problem-note.js';
import {countLine, pledgedFields, pledgeFields} from './pledge.js';

/** What became of a pledge, and what can still be done about it: the page behind a private link. */
export function pledgedPage(
  site: Site,
  intention: Intention,
  pledge: PledgeRow,
  options: {
    readonly base: string;
    readonly counts: Counts;
    readonly said?: string | undefined;
    readonly draft?: Draft;
    readonly problem?: Problem;
  },
): Page {
  const {base, counts, said, problem} = options;
  const {body} = pledge;
  const draft = options.draft ?? {
    fields: body ? pledgedFields(body) : new Map<string, string[]>(),
    errors: [],
  };
  const here = ownHref(base, site.id, pledge.token);
  return {
    title: `Your pledge, ${site.publisher.name}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/pledge`,
    body: html`
      ${problem && problemNote(problem, draft.errors, 'Nothing was changed.')}
      ${said === 'changed' && note('ok', 'Saved.', undefined, 'said')} ${outcome(site, intention, pledge)}
      <section class="card">${countLine(counts, intention.goal)} ${badgeLine(site, pledge, base)}</section>
      ${
        body &&
        pledge.state !== 'declined' &&
        html`<form class="card noprint" method="post" action="${here}" novalidate>
          <h2>Change your pledge</h2>
          <p>
            Keep the address of this page: with it you can change your pledge on any device. Don’t pass it on.
          </p>
          ${pledgeFields(site, intention, {draft, counts, fresh: false})}
          <div class="actions"><button class="button quiet" name="do" value="change">Save</button></div>
        </form>`
      }
      ${body && withdrawal(here)}
      ${!body && html`<p><a href="${base}/${site.id}/pledge">Pledge again</a></p>`}
    `,
    ...(problem?.status !== undefined && {status: problem.status as 422}),
  };
}

function outcome(site: Site, {values}: Intention, {state, body, chosen}: PledgeRow): Markup {
  if (body === null || state === 'withdrawn')
    return verdict('ok', 'Done. Your pledge is taken back. Your name and your words are deleted.');
  if (state === 'declined') return verdict('wait', `${site.publisher.name} did not take this pledge.`);
  const labels = values.filter(({id}) => chosen.includes(id)).map(({label}) => label);
  const sentence = html`<p>You chose ${new Intl.ListFormat('en').format(labels)}.</p>`;
  const thanks = html`Thank you, <bdi>${body.name}</bdi>.`;
  return state === 'waiting'
    ? verdict(
        'wait',
        thanks,
        html`${sentence}
          <p>
            You are counted. Your name and your words will show when ${site.publisher.name} has read them.
          </p>`,
      )
    : verdict('ok', thanks, sentence);
}

/** An organisation's badge as a plain picture, to be pasted where no script may run. */
function badgeLine(site: Site, {kind, body, badge, state}: PledgeRow, base: string): Part {
  if (state !== 'shown' || !hasBadge(kind, body)) return '';
  const picture = `${base}/${site.id}/pledges/${badge}/badge.svg`;
  const markup = `<img src="${picture}" width="320" height="96" alt="We made a pledge.">`;
  return html`<h2>Show this on your website</h2>
    <p><a href="${picture}">The badge</a></p>
    <p><code>${markup}</code></p>`;
}

function withdrawal(here: string): Markup {
  return html`<details class="card noprint">
    <summary class="button grave">Take my pledge back</summary>
    <form method="post" action="${here}">
      <p>Take it back? Your name and your words will be deleted.</p>
      <button class="button grave" name="do" value="withdraw">Yes, take it back</button>
    </form>
  </details>`;
}
