/** What somebody has typed into a form of the page's own, as the draft of ours. */
import type {Gathering} from '../../../protocol/gathering.js';
import {consentKey} from '../../../ui/form/checks.js';
import type {Draft} from '../signup/draft.js';

/** What a form says about itself; a message of ours says the same by itself. */
const OURS = ['id', 'gathering', 'language', 'page', 'at'];
const TEXTS = ['name', 'email', 'phone', 'adults', 'children', 'note'] as const;

/** What a ticked box sends for a consent whose wording has no version. */
const UNVERSIONED = 'yes';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The names in `form` for which there is no place in a signup for `gathering`: what is typed there would be lost. */
export function unknownFields(
  form: HTMLFormElement,
  {questions = [], consents = []}: Gathering,
): readonly string[] {
  const known = new Set<string>([
    ...OURS,
    ...TEXTS,
    ...questions.map(({id}) => `answers[${id}]`),
    ...consents.map(({id}) => `consent[${id}]`),
  ]);
  const names = controlsOf(form).map(({name}) => name);
  return [...new Set(names)].filter((name) => !known.has(name));
}

/** Writes what is in `form` into `draft`; fields that are empty change nothing. */
export function readForm(form: HTMLFormElement, gathering: Gathering, draft: Draft): void {
  const data = new FormData(form);
  const textsOf = (name: string): string[] =>
    data.getAll(name).filter((value) => typeof value === 'string' && value.trim() !== '') as string[];
  for (const name of TEXTS) draft[name] = textsOf(name)[0] ?? draft[name];
  for (const {id, type, options = []} of gathering.questions ?? []) {
    const given = textsOf(`answers[${id}]`);
    if (given.length === 0) continue;
    draft.answers.set(id, type !== 'checkbox' ? given[0]! : options.length > 0 ? given : ['yes']);
  }
  for (const consent of gathering.consents ?? []) {
    const ticked = controlsOf(form).find(
      (control) =>
        control.name === `consent[${consent.id}]` && data.getAll(control.name).includes(control.value),
    );
    // A tick counts for the words it stood at: another version of them is asked for again.
    if (
      ticked &&
      (consent.version === undefined ? says(ticked, consent.text) : ticked.value === consent.version)
    )
      draft.consents.add(consentKey(consent));
  }
}

/** Everything in `form` that sends something, its buttons apart. */
function controlsOf(form: HTMLFormElement): readonly Control[] {
  return (Array.from(form.elements) as Control[]).filter(
    (control) =>
      /^(?:input|textarea|select)$/.test(control.localName) &&
      control.name !== '' &&
      !/^(?:submit|image|button|reset)$/.test(control.type),
  );
}

/** Whether the label of a box that stands for no version says what the gathering asks to agree to. */
function says({value, labels}: Control, text: string): boolean {
  const plain = (words: string | null): string => (words ?? '').replace(/\s+/g, ' ').trim();
  return (
    value === UNVERSIONED &&
    Array.from(labels ?? []).some((label) => plain(label.textContent).includes(plain(text)))
  );
}
