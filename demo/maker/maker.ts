/**
 * The maker: five questions on the left, the living widget on the right, and below what is to be pasted. Nothing is
 * stored and nothing is sent but what the widget itself asks.
 */
import {html, render} from 'lit';
import {ACCENT, type Choices, looksOf, sourcesOf} from './choices.js';
import {documentOf, type Draft, draftOf, EMPTY, newGathering} from './draft.js';
import {renderEditor} from './editor-view.js';
import {Preview} from './preview.js';
import {type Problems, problemsOf} from './problems.js';
import {renderHost, renderQuestions} from './questions-view.js';
import {endpointOf, filesFor, piecesFor} from './snippet.js';

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const zones = Intl.supportedValuesOf('timeZone');
/** How long somebody has to stop typing before the preview is made anew, in milliseconds. */
const PAUSE = 400;

const parts = ['questions', 'preview', 'editor', 'host', 'paste'] as const;
const places = Object.fromEntries(
  parts.map((name) => [name, document.querySelector<HTMLElement>(`#${name}`)!]),
) as Record<(typeof parts)[number], HTMLElement>;

let choices: Choices = {
  what: 'gatherings',
  look: 'list',
  source: 'try',
  address: '',
  pledge: '',
  lang: '',
  accent: ACCENT,
  theme: 'auto',
  host: 'wordpress',
  site: '',
  files: places.paste.dataset['files'] ?? '',
};
let draft: Draft = {...EMPTY, gatherings: [newGathering(zone)]};
let problems: Problems = new Map();
/** From the first time that somebody wanted to save, mistakes are shown as they are made and go as they are mended. */
let isChecked = false;
let isUnsaved = false;
let said = '';
let isBad = false;
let copied = -1;
let timer: ReturnType<typeof setTimeout> | undefined;
const preview = new Preview(places.preview);

function answer(part: Partial<Choices>): void {
  const typed = 'address' in part || 'accent' in part || 'pledge' in part;
  choices = fitting({...choices, ...part});
  copied = -1;
  show();
  showPreview(typed ? PAUSE : 0);
}

/** What was answered, without looks and sources that belong to something else, and with the file of its own tag. */
function fitting(answered: Choices): Choices {
  const {what, look, source} = answered;
  const among = (all: ReturnType<typeof looksOf>, value: string) =>
    all.some((each) => each.value === value) ? value : (all[0]?.value ?? value);
  return {
    ...answered,
    look: among(looksOf(what), look),
    source: among(sourcesOf(what), source),
    files: filesFor(answered),
  };
}

function change(next: Draft, focus?: string): void {
  draft = next;
  isUnsaved = true;
  tell('');
  if (isChecked) problems = problemsOf(draft, Date.now());
  show();
  showPreview(PAUSE);
  if (focus !== undefined) focusOn(focus);
}

function tell(sentence: string, bad = false): void {
  said = sentence;
  isBad = bad;
}

async function open(file: File): Promise<void> {
  const read = draftOf(await file.text(), zone);
  if (read.ok) {
    draft = read.value;
    isChecked = true;
    isUnsaved = false;
    problems = problemsOf(draft, Date.now());
    const {length} = draft.gatherings;
    tell(`${file.name} is open: ${length} ${length === 1 ? 'gathering' : 'gatherings'}.`);
  } else tell(read.failure, true);
  show();
  showPreview(0);
}

function save(): void {
  isChecked = true;
  problems = problemsOf(draft, Date.now());
  const [first] = problems.keys();
  if (first !== undefined) {
    const {size} = problems;
    tell(
      size === 1 ? 'One thing has to be put right first.' : `${size} things have to be put right first.`,
      true,
    );
    show();
    focusOn(first);
    return;
  }
  const file = new Blob([`${JSON.stringify(documentOf(draft, Date.now()), null, 2)}\n`], {
    type: 'application/json',
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'ctg.json';
  link.click();
  URL.revokeObjectURL(link.href);
  isUnsaved = false;
  tell('Saved as ctg.json. Upload it to your website now.');
  show();
}

function focusOn(id: string): void {
  const target = document.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
  if (target && !target.matches('input, textarea, select')) target.tabIndex = -1;
  target?.focus();
}

async function copy(index: number, code: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
    copied = index;
  } catch {
    // A browser that does not let us: the text is selected, and can be copied by hand.
    const text = document.querySelectorAll<HTMLElement>('#paste pre')[index];
    if (text) getSelection()?.selectAllChildren(text);
  }
  show();
}

/** What is still missing in what is pasted: it would work, and show what nobody meant. */
function renderUnfinished() {
  if (choices.source === 'try')
    return html`<p class="said">What it shows is made up until question 2 says where yours is.</p>`;
  if (endpointOf(choices) === '')
    return html`<p class="problem">
      Write the address at question 2 first. Until then, what this shows is made up.
    </p>`;
  return choices.look === 'badge' && choices.pledge.trim() === ''
    ? html`<p class="problem">Write the id of the pledge at question 1 first.</p>`
    : '';
}

function renderPaste() {
  const upload =
    choices.source === 'file' ? html`<li>Upload <code>ctg.json</code> to your website.</li>` : '';
  return html`<h2>Paste this</h2>
    ${renderUnfinished()}
    <ol class="pieces">
      ${upload}
      ${piecesFor(choices).map(
        ({where, code}, index) =>
          html`<li>
            <p>${where}</p>
            <pre
              tabindex="0"
              role="region"
              aria-label="What to paste, ${index + 1}"
            ><code>${code}</code></pre>
            <button type="button" @click=${() => copy(index, code)}>
              ${copied === index ? 'Copied' : 'Copy'}
            </button>
          </li>`,
      )}
    </ol>
    <p role="status" class="said">${copied < 0 ? '' : 'Copied. Go to your website and paste it.'}</p>`;
}

function show(): void {
  render(renderQuestions(choices, answer), places.questions);
  places.editor.hidden = choices.source !== 'file';
  const editing = {draft, problems, zone, zones, said, bad: isBad, change, open, save};
  render(choices.source === 'file' ? renderEditor(editing) : '', places.editor);
  render(renderHost(choices, answer), places.host);
  render(renderPaste(), places.paste);
}

/** The preview follows what is written once the fingers rest: a widget that is made anew at each letter flickers. */
function showPreview(after: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // One without a name is not there yet, and no mistake.
    const begun = {...draft, gatherings: draft.gatherings.filter(({name}) => name.trim() !== '')};
    preview.show(choices, choices.source === 'file' ? documentOf(begun, Date.now()) : undefined);
  }, after);
}

addEventListener('beforeunload', (event) => {
  if (isUnsaved) event.preventDefault();
});
show();
showPreview(0);
