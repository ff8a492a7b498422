/** What is wrong with a draft, field by field, in sentences. */
import {DocumentSchema} from '../../src/protocol/document.js';
import {CHOOSING, documentOf, type Draft, type GatheringDraft} from './draft.js';

/** Sentences by the id of the field they belong to; those of no field are under `file`. */
export type Problems = ReadonlyMap<string, string>;

/** The id of a field of a gathering. */
export function fieldId(key: string, field: string): string {
  return `${field}-${key}`;
}

/** What the schemas call a member, and which field shows it. */
const FIELDS: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  start: 'date',
  end: 'to',
  timeZone: 'zone',
  capacity: 'capacity',
};

const SENTENCES: Readonly<Record<string, string>> = {
  name: 'Give it a name.',
  description: 'This is too long. 2,000 letters fit.',
  date: 'This day is not in any calendar.',
  to: 'This time can not be read.',
  zone: 'Choose where it takes place.',
  place: 'This is too long. 200 letters fit.',
  address: 'This is too long. 500 letters fit.',
  capacity: 'Write a whole number, like 20, or leave it empty.',
};

/** All that has to be put right before the file can be saved: first what a person sees, then what the schemas say. */
export function problemsOf(draft: Draft, now: number): Problems {
  const found = new Map<string, string>();
  const tell = (field: string, sentence: string) => {
    if (!found.has(field)) found.set(field, sentence);
  };
  if (draft.name.trim() === '') tell('publisher', 'Write the name of your community.');
  for (const gathering of draft.gatherings) seen(gathering, tell);
  const parsed = DocumentSchema.safeParse(documentOf(draft, now));
  for (const {path, message} of parsed.success ? [] : parsed.error.issues) {
    const [section, index, member, second] = path.map(String);
    const gathering = section === 'gatherings' ? draft.gatherings[Number(index)] : undefined;
    if (section === 'publisher')
      tell(member === 'privacy' ? 'contact' : 'publisher', 'This is too long. 200 letters fit.');
    else if (!gathering) tell('file', `Something in the file is not right: /${path.join('/')} (${message}).`);
    else placed(gathering, {member, second, path, message}, tell);
  }
  return found;
}

type Tell = (field: string, sentence: string) => void;

function seen({key, name, date, from, to, questions}: GatheringDraft, tell: Tell): void {
  if (name.trim() === '') tell(fieldId(key, 'name'), 'Give it a name.');
  if (date === '' && (from || to)) tell(fieldId(key, 'date'), 'Choose the day too, or clear the times.');
  if (from === '' && (date || to)) tell(fieldId(key, 'from'), 'Say when it begins.');
  for (const question of questions) {
    if (question.label.trim() === '')
      tell(fieldId(question.key, 'label'), 'Write the question, or take it away.');
    const lines = question.choices.split('\n').filter((line) => line.trim() !== '');
    if (CHOOSING.includes(question.type) && question.type !== 'checkbox' && lines.length < 2)
      tell(fieldId(question.key, 'choices'), 'Write at least two answers, each in a line of its own.');
  }
}

interface Issue {
  readonly member: string | undefined;
  readonly second: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function placed(
  {key, questions}: GatheringDraft,
  {member = '', second = '', path, message}: Issue,
  tell: Tell,
): void {
  const question = member === 'questions' ? questions[Number(second)] : undefined;
  const field = member === 'place' ? (second === 'name' ? 'place' : second) : (FIELDS[member] ?? '');
  if (question) {
    const inOptions = path[4] === 'options';
    tell(
      fieldId(question.key, inOptions ? 'choices' : 'label'),
      inOptions ? 'An answer is too long. 200 letters fit.' : 'Write the question, with 200 letters at most.',
    );
  } else if (field in SENTENCES) tell(fieldId(key, field), SENTENCES[field] ?? '');
  else tell('file', `Something in the file is not right: /${path.join('/')} (${message}).`);
}
