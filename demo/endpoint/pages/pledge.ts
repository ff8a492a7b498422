import {newId} from '../../../src/base/id.js';
import type {Counts, Pledge} from '../../../src/protocol/pledge.js';
import type {Problem} from '../../../src/protocol/problem.js';
import type {Site} from '../documents.js';
import {type Fields, first, UNVERSIONED} from '../form.js';
import type {Intention} from '../pledges/section.js';
import {
  checkBox,
  choices,
  consentFields,
  type Draft,
  EMPTY,
  errorAt,
  idOf,
  textArea,
  textField,
} from './fields.js';
import {html, type Markup, type Part} from './html.js';
import type {Page} from './layout.js';
import {problemNote} from './problem-note.js';
import {count} from './words.js';

/** What a page about a pledge is written with. */
export interface PledgePageOptions {
  readonly base: string;
  readonly counts: Counts;
  readonly draft?: Draft;
  readonly problem?: Problem;
}

/** The pledge with its form: the same for a browser without script and for a link in a mail. */
export function pledgePage(site: Site, intention: Intention, options: PledgePageOptions): Page {
  const {base, counts, draft = EMPTY, problem} = options;
  const {title = 'Which values do you want to live by?', text, button = 'Count me in'} = intention;
  return {
    title: `${problem ? 'Please check: ' : ''}${title} ${site.publisher.name}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/pledge`,
    body: html`
      ${problem && problemNote(problem, draft.errors, 'Nothing was sent.')}
      <article class="card">
        <h1>${title}</h1>
        ${text && html`<p class="lead">${text}</p>`} ${countLine(counts, intention.goal)}
      </article>
      <form class="card" method="post" action="${base}/${site.id}/pledges" novalidate lang="en">
        <input type="hidden" name="id" value="${first(draft.fields, 'id') || newId()}" />
        ${pledgeFields(site, intention, {draft, counts, fresh: true})}
        <div class="actions"><button class="button">${button}</button></div>
        ${privacy(site, base)}
      </form>
    `,
    ...(problem?.status !== undefined && {status: problem.status as 422}),
  };
}

/** `212 people and 9 organisations. 29 more to reach 250.` */
export function countLine({people = 0, organisations = 0}: Counts, goal?: number): Markup {
  const all = people + organisations;
  if (all === 0) return html`<p>Be the first.</p>`;
  const who = organisations === 0 ? '' : ` and ${count(organisations, 'organisation', 'organisations')}`;
  return html`<p>
    <b>${count(people, 'person', 'people')}${who}</b> so far.
    ${goal !== undefined && goal > all && `${goal - all} more to reach ${goal}.`}
  </p>`;
}

const KINDS = [
  {value: 'person', label: 'For myself'},
  {value: 'organisation', label: 'For an organisation'},
];

const DISPLAYS = [
  {value: 'anonymous', label: 'Nothing. Only count me.'},
  {value: 'initial', label: 'My first name and one letter, like Ana R.'},
  {value: 'full', label: 'My full name, or the organisation’s'},
];

/** Everything that can be filled in. `fresh`: nothing was sent yet, so there is an address and a consent to ask for. */
export function pledgeFields(
  site: Site,
  intention: Intention,
  {draft, counts, fresh}: {readonly draft: Draft; readonly counts: Counts; readonly fresh: boolean},
): Part {
  const shown: Draft = {...draft, fields: withDefaults(draft.fields)};
  const field = (name: string, label: string, more: {help?: string; type?: string; autocomplete?: string}) =>
    textField(shown, {pointer: `/${name}`, name, label, optional: true, most: 200, ...more});
  return [
    html`<fieldset
      class="field ${errorAt(shown, '/values') ? 'has-error' : ''}"
      id="${idOf('/values')}"
      tabindex="-1"
    >
      <legend>Values</legend>
      ${errorAt(shown, '/values') && html`<p class="error">${errorAt(shown, '/values')}</p>`}
      ${intention.values.map((value) => valueField(site, shown, value, counts.byValue?.[value.id] ?? 0))}
    </fieldset>`,
    choices(shown, {pointer: '/kind', name: 'kind', label: 'Who makes this pledge?'}, KINDS, 'radio'),
    textField(shown, {
      pointer: '/name',
      name: 'name',
      label: 'Your name, or that of the organisation',
      autocomplete: 'name',
      most: 200,
    }),
    fresh &&
      field('email', 'E-mail', {
        type: 'email',
        autocomplete: 'email',
        help: 'Never shown and not kept. So that each person counts once.',
      }),
    choices(shown, {pointer: '/display', name: 'display', label: 'What may others see?'}, DISPLAYS, 'radio'),
    field('place', 'Town', {autocomplete: 'address-level2'}),
    html`<fieldset>
      <legend>Only for organisations</legend>
      ${field('url', 'Website', {type: 'url', autocomplete: 'url'})}
      ${field('contact', 'Whom we may ask', {help: `Never shown. Only ${site.publisher.name} sees this.`})}
      ${checkBox(shown, {
        pointer: '/speaks',
        name: 'speaks',
        value: 'true',
        label: 'I may speak for this organisation.',
      })}
    </fieldset>`,
    consentFields(shown, intention.consents),
  ];
}

function valueField(
  site: Site,
  draft: Draft,
  {id, label, definition, practice}: Intention['values'][number],
  many: number,
): Markup {
  const name = `wording[${id}]`;
  const at = (draft.fields.get('values') ?? []).indexOf(id);
  const pointer = at < 0 ? `/wording/${id}` : `/values/${at}/wording`;
  const open = first(draft.fields, name) !== '' || errorAt(draft, pointer) !== undefined;
  return html`${checkBox(draft, {
      pointer: at < 0 ? `/chosen/${id}` : `/values/${at}/id`,
      name: 'values',
      value: id,
      label: html`<b>${label}</b>
        <span class="muted">${count(many, 'person', 'people')}</span>
        ${definition && html`<br />${definition}`}
        ${practice && html`<br /><span class="muted">For example: ${practice}</span>`}`,
    })}
    <details ${open && html`open`}>
      <summary>In my own words</summary>
      ${textArea(draft, {
        pointer,
        name,
        label: `${label}, in my own words`,
        help: `Everyone can read this with your name once ${site.publisher.name} has checked it.`,
        optional: true,
      })}
    </details>`;
}

/** A pledge as the fields of a form, to be changed in one. */
export function pledgedFields(pledge: Pledge): Fields {
  const {id, kind, name, display, place, url, contact, speaks, values, consents, language} = pledge;
  return new Map<string, readonly string[]>([
    ...Object.entries({id, kind, name, display, place, url, contact, language}).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, [value]] as const],
    ),
    ['values', values.map((value) => value.id)],
    ...values.flatMap((value) =>
      value.wording === undefined ? [] : [[`wording[${value.id}]`, [value.wording]] as const],
    ),
    ...consents.map((agreed) => [`consent[${agreed.id}]`, [agreed.version ?? UNVERSIONED]] as const),
    ...(speaks === true ? [['speaks', ['true']] as const] : []),
  ]);
}

/** What is chosen where nobody chose yet: for oneself, and only counted. */
function withDefaults(fields: Fields): Fields {
  return new Map([['kind', ['person']], ['display', ['anonymous']], ...fields]);
}

function privacy(site: Site, base: string): Markup {
  const {name, privacy: notice} = site.publisher;
  return html`<p class="goes">
    <b>Where this goes.</b> What you fill in here goes to ${name}, at ${new URL(base).host}. You can take it
    back at any time; then your name and your words are deleted at once.
    ${notice?.url && html`<a href="${notice.url}" rel="noopener noreferrer">Privacy notice</a>`}
  </p>`;
}
