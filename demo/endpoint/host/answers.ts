import type {Gathering} from '../../../src/protocol/gathering.js';
import type {Signup} from '../../../src/protocol/signup.js';

/** An answer as a host reads it: the question, and the chosen labels instead of their values. */
export interface ReadAnswer {
  readonly label: string;
  readonly text: string;
}

/** What a guest answered, in the order of the questions; questions that were dropped since come last, by their id. */
export function answersOf(gathering: Gathering, {answers}: Signup): ReadAnswer[] {
  const asked = gathering.questions ?? [];
  const known = asked.flatMap(({id, label, options}) => {
    if (!Object.hasOwn(answers, id)) return [];
    const text = [answers[id]]
      .flat()
      .map((value) => options?.find((option) => option.value === value)?.label ?? plain(value));
    return text.join('') === '' ? [] : [{label, text: text.join(', ')}];
  });
  const dropped = Object.entries(answers).filter(([id]) => !asked.some((question) => question.id === id));
  return [
    ...known,
    ...dropped.map(([id, value]) => ({label: id, text: [value].flat().map(plain).join(', ')})),
  ];
}

function plain(value: unknown): string {
  return value === true ? 'Yes' : value === false ? 'No' : String(value ?? '');
}
