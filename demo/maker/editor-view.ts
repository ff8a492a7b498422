/** Gatherings as a form: what a secretary fills in, and never sees as JSON. */
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {live} from 'lit/directives/live.js';
import {
  CHOOSING,
  type Draft,
  type GatheringDraft,
  newGathering,
  newQuestion,
  type QuestionDraft,
} from './draft.js';
import {fieldId, type Problems} from './problems.js';
import {describedBy, renderNotes, renderText, valueOf} from './questions-view.js';

/** What the editor needs to know, and whom it tells. */
export interface Editing {
  readonly draft: Draft;
  /** Shown only where somebody has tried to save, or has left the field. */
  readonly problems: Problems;
  readonly zone: string;
  readonly zones: readonly string[];
  /** What was said last about the file. */
  readonly said: string;
  /** Whether what was said is bad news. */
  readonly bad: boolean;
  change(draft: Draft, focus?: string): void;
  open(file: File): void;
  save(): void;
}

const STATES: readonly (readonly [string, string])[] = [
  ['scheduled', 'It takes place'],
  ['full', 'Full'],
  ['closed', 'Sign-up closed'],
  ['postponed', 'Postponed'],
  ['cancelled', 'Cancelled'],
];

const KINDS: readonly (readonly [string, string])[] = [
  ['text', 'A short text'],
  ['textarea', 'A longer text'],
  ['select', 'One of several answers'],
  ['checkbox', 'Boxes to tick'],
  ['number', 'A number'],
  ['date', 'A day'],
];

/** The whole editor. */
export function renderEditor(editing: Editing): TemplateResult {
  const {draft, problems, change} = editing;
  return html`<section class="editor" aria-labelledby="editor-title">
    <h2 id="editor-title">Your gatherings</h2>
    <p class="help">
      They are kept in one file, <code>ctg.json</code>. Save it, and upload it to your website. To change
      something later, open the file here again. Nothing leaves this page by itself.
    </p>
    <p>
      <label class="button file"
        ><input
          type="file"
          accept=".json,application/json"
          @change=${(event: Event) => opened(event, editing)}
        />
        Open a ctg.json</label
      >
    </p>
    <div class="fields">
      ${renderText({
        id: 'publisher',
        label: 'Name of your community',
        value: draft.name,
        problem: problems.get('publisher'),
        input: (name) => change({...draft, name}),
      })}
      ${renderText({
        id: 'contact',
        label: 'Whom to ask about personal data',
        value: draft.contact,
        help: 'An e-mail address or a phone number.',
        problem: problems.get('contact'),
        input: (contact) => change({...draft, contact}),
      })}
    </div>
    <datalist id="zones">${editing.zones.map((zone) => html`<option value=${zone}></option>`)}</datalist>
    ${repeat(
      draft.gatherings,
      ({key}) => key,
      (gathering, index) => renderGathering(gathering, index, editing),
    )}
    <p class="row">
      <button type="button" @click=${() => add(editing)}>Add a gathering</button>
      <button type="button" class="main" @click=${editing.save}>Save ctg.json</button>
    </p>
    <p id="file-said" class=${editing.bad ? 'problem' : 'said'} role="status">${editing.said}</p>
    ${problems.has('file') ? html`<p class="problem">${problems.get('file')}</p>` : nothing}
  </section>`;
}

function opened({target}: Event, {open}: Editing): void {
  const input = target as HTMLInputElement;
  const [file] = input.files ?? [];
  if (file) open(file);
  // The same file may be opened again after it was changed elsewhere.
  input.value = '';
}

function add({draft, zone, change}: Editing, like?: GatheringDraft): void {
  const fresh = newGathering(zone, like);
  change({...draft, gatherings: [...draft.gatherings, fresh]}, fieldId(fresh.key, like ? 'date' : 'name'));
}

function renderGathering(gathering: GatheringDraft, index: number, editing: Editing): TemplateResult {
  const {draft, problems, change} = editing;
  const {key} = gathering;
  const put = (part: Partial<GatheringDraft>, focus?: string) =>
    change(
      {...draft, gatherings: draft.gatherings.map((each) => (each.key === key ? {...each, ...part} : each))},
      focus,
    );
  const field = (
    name: keyof GatheringDraft,
    label: string,
    more: {type?: string; help?: string; list?: string} = {},
  ) =>
    renderText({
      id: fieldId(key, name),
      label,
      value: String(gathering[name]),
      problem: problems.get(fieldId(key, name)),
      input: (value) => put({[name]: value}),
      ...more,
    });
  const called = gathering.name || `Gathering ${index + 1}`;
  const remove = () =>
    change({...draft, gatherings: draft.gatherings.filter((each) => each.key !== key)}, 'editor-title');
  return html`<fieldset class="gathering">
    <legend>${called}</legend>
    <div class="fields">
      ${field('name', 'What is it called?')} ${field('date', 'Day', {type: 'date'})}
      ${field('from', 'From', {type: 'time'})} ${field('to', 'To', {type: 'time'})} ${field('place', 'Place')}
      ${field('address', 'Address')} ${field('zone', 'Time zone', {list: 'zones'})}
      ${field('capacity', 'How many places?', {help: 'Empty means: for everybody.'})}
      ${renderSelect(fieldId(key, 'status'), 'How does it stand?', STATES, gathering.status, (status) => put({status}))}
    </div>
    ${renderLong(fieldId(key, 'description'), 'What happens there?', gathering.description, problems, (description) => put({description}))}
    <label class="tick"
      ><input
        type="checkbox"
        .checked=${live(gathering.waitlist)}
        @change=${(event: Event) => put({waitlist: (event.target as HTMLInputElement).checked})}
      />
      There is a waiting list when it is full</label
    >
    ${repeat(
      gathering.questions,
      (question) => question.key,
      (question) => renderQuestion(question, gathering, problems, put),
    )}
    <p class="row">
      <button type="button" @click=${() => ask(gathering, put)}>Ask people something</button>
      <button
        type="button"
        @click=${() => add(editing, gathering)}
        aria-label="Copy for another day: ${called}"
      >
        Copy for another day
      </button>
      <button type="button" class="grave" @click=${remove} aria-label="Take away: ${called}">
        Take away
      </button>
    </p>
  </fieldset>`;
}

type Put = (part: Partial<GatheringDraft>, focus?: string) => void;

function ask({questions}: GatheringDraft, put: Put): void {
  const fresh = newQuestion();
  put({questions: [...questions, fresh]}, fieldId(fresh.key, 'label'));
}

function renderQuestion(
  question: QuestionDraft,
  {key: of, questions}: GatheringDraft,
  problems: Problems,
  put: Put,
): TemplateResult {
  const {key, label, type} = question;
  const change = (part: Partial<QuestionDraft>) =>
    put({questions: questions.map((each) => (each.key === key ? {...each, ...part} : each))});
  const known = KINDS.some(([kind]) => kind === type);
  return html`<div class="question" role="group" aria-label="Question: ${label || 'new'}">
    <div class="fields">
      ${renderText({
        id: fieldId(key, 'label'),
        label: 'Question',
        value: label,
        problem: problems.get(fieldId(key, 'label')),
        input: (value) => change({label: value}),
      })}
      ${renderSelect(
        fieldId(key, 'type'),
        'How is it answered?',
        known ? KINDS : [...KINDS, [type, type]],
        type,
        (value) => change({type: value}),
      )}
    </div>
    ${
      CHOOSING.includes(type)
        ? renderLong(
            fieldId(key, 'choices'),
            'Answers, each in a line of its own',
            question.choices,
            problems,
            (choices) => change({choices}),
          )
        : nothing
    }
    <div class="row">
      <label class="tick"
        ><input
          type="checkbox"
          .checked=${live(question.required)}
          @change=${(event: Event) => change({required: (event.target as HTMLInputElement).checked})}
        />
        It has to be answered</label
      >
      <button
        type="button"
        class="grave"
        aria-label="Take this question away: ${label || 'new'}"
        @click=${() => put({questions: questions.filter((each) => each.key !== key)}, fieldId(of, 'name'))}
      >
        Take this question away
      </button>
    </div>
  </div>`;
}

function renderSelect(
  id: string,
  label: string,
  all: readonly (readonly [string, string])[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event) => choose(valueOf(event))}>
      ${all.map(([value, name]) => html`<option value=${value} .selected=${live(value === chosen)}>${name}</option>`)}
    </select>
  </div>`;
}

function renderLong(
  id: string,
  label: string,
  value: string,
  problems: Problems,
  input: (value: string) => void,
): TemplateResult {
  const problem = problems.get(id);
  return html`<div class="field">
    <label for=${id}>${label}</label> ${renderNotes(id, undefined, problem)}
    <textarea
      id=${id}
      rows="3"
      aria-describedby=${describedBy(id, undefined, problem)}
      aria-invalid=${problem ? 'true' : nothing}
      .value=${live(value)}
      @input=${(event: Event) => input(valueOf(event))}
    ></textarea>
  </div>`;
}
