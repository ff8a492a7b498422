import {newId} from '../../../src/base/id.js';
import type {Problem} from '../../../src/protocol/problem.js';
import type {Site} from '../documents.js';
import {first} from '../form.js';
import type {Network} from '../groups/section.js';
import {CLOSENESS, KINDS, NEEDS, SECTORS, VALUES, withOthers} from '../groups/words.js';
import {
  checkBox,
  choices,
  consentFields,
  type Draft,
  EMPTY,
  selectField,
  textArea,
  textField,
} from './fields.js';
import {html, type Markup, type Part} from './html.js';
import type {Page} from './layout.js';
import {problemNote} from './problem-note.js';

/** What the page is written with. */
export interface JoinOptions {
  readonly base: string;
  readonly draft?: Draft;
  readonly problem?: Problem;
}

/** The form with which a group is added: the same for a browser without script and for a link in a mail. */
export function joinPage(site: Site, network: Network, {base, draft = EMPTY, problem}: JoinOptions): Page {
  const title = 'Add your group';
  return {
    title: `${problem ? 'Please check: ' : ''}${title}, ${site.publisher.name}`,
    site: site.publisher.name,
    home: `${base}/${site.id}/g/`,
    body: html`
      ${problem && problemNote(problem, draft.errors, 'Nothing was sent.')}
      <article class="card">
        <h1>${title}</h1>
        <p class="lead">
          ${site.publisher.name} reads what you send. Then your group is on the map of this network.
        </p>
      </article>
      <form class="card" method="post" action="${base}/${site.id}/groups" novalidate lang="en">
        <input type="hidden" name="id" value="${first(draft.fields, 'id') || newId()}" />
        ${groupFields(site, network, draft)}
        <div class="actions"><button class="button">Add it</button></div>
        ${goes(site, base)}
      </form>
    `,
    ...(problem?.status !== undefined && {status: problem.status as 422}),
  };
}

/** Everything that can be filled in. What the form has no field for stays as it was. */
export function groupFields(site: Site, network: Network, draft: Draft): Part {
  const shown: Draft = {
    ...draft,
    fields: new Map([['kind', ['group']], ['place[precision]', ['town']], ...draft.fields]),
  };
  const field = (
    name: string,
    label: string,
    more: {help?: string; type?: string; inputmode?: string} = {},
  ) => textField(shown, {pointer: pointerOf(name), name, label, optional: true, most: 200, ...more});
  const boxes = (name: string, label: string, list: typeof NEEDS) =>
    choices(
      shown,
      {pointer: `/${name}`, name, label, optional: true},
      withOthers(list, shown.fields.get(name)),
      'checkbox',
    );
  const kept = ['image', 'expires', 'connections', 'declines', 'language'].map((name) => {
    const value = first(shown.fields, name);
    return value !== '' && html`<input type="hidden" name="${name}" value="${value}" />`;
  });
  return [
    kept,
    textField(shown, {pointer: '/name', name: 'name', label: 'Name of the group', most: 200}),
    choices(shown, {pointer: '/kind', name: 'kind', label: 'Who is it?'}, KINDS, 'radio'),
    textArea(shown, {pointer: '/description', name: 'description', label: 'What you do', optional: true}),
    selectField(shown, {pointer: '/sector', name: 'sector', label: 'Kind of organisation', optional: true}, [
      {value: '', label: 'None of these'},
      ...withOthers(SECTORS, shown.fields.get('sector')),
    ]),
    boxes('needs', 'What you work on', NEEDS),
    boxes('values', 'Values you want to live by', VALUES),
    textArea(shown, {
      pointer: '/offers',
      name: 'offers',
      label: 'What you can offer others',
      help: 'One thing a line.',
      optional: true,
    }),
    field('url', 'Website', {type: 'url'}),
    html`<fieldset>
      <legend>Place</legend>
      ${field('place[label]', 'Town')}
      ${field('place[lat]', 'Degrees north', {inputmode: 'decimal', help: 'Like 39.53. Without it, the group is in the list and not on the map.'})}
      ${field('place[lon]', 'Degrees east', {inputmode: 'decimal', help: 'Like -119.81.'})}
      ${choices(shown, {pointer: '/place/precision', name: 'place[precision]', label: 'What may the map show?'}, CLOSENESS, 'radio')}
    </fieldset>`,
    html`<fieldset>
      <legend>How others reach the group</legend>
      ${field('contact[email]', 'E-mail that everyone can see', {type: 'email'})}
      ${field('contact[url]', 'Page with a form', {type: 'url'})}
    </fieldset>`,
    field('email', 'Your own e-mail', {
      type: 'email',
      help: `Never shown. So that ${site.publisher.name} can ask you back.`,
    }),
    checkBox(shown, {
      pointer: '/speaks',
      name: 'speaks',
      value: 'true',
      label: 'I may speak for this group.',
    }),
    consentFields(shown, network.consents),
  ];
}

/** `/place/lat` for `place[lat]`. */
function pointerOf(name: string): string {
  return `/${name.replace('[', '/').replace(']', '')}`;
}

function goes(site: Site, base: string): Markup {
  const {name, privacy: notice} = site.publisher;
  return html`<p class="goes">
    <b>Where this goes.</b> What you fill in here goes to ${name}, at ${new URL(base).host}, and is public
    once it is on the map, but for your own e-mail. You can take it back at any time; then it is deleted at
    once. ${notice?.url && html`<a href="${notice.url}" rel="noopener noreferrer">Privacy notice</a>`}
  </p>`;
}
