/** What an endpoint's refusal means for the form. */
import type {MessageKey} from '../../../i18n/messages.js';
import type {Gathering} from '../../../protocol/gathering.js';
import type {Problem} from '../../../protocol/problem.js';
import type {FieldProblem} from '../../../ui/form/checks.js';
import {stepsOf} from '../../../ui/sending/refusal.js';

/** Our sentence for a field that the endpoint names without a word of its own. */
const OURS: Readonly<Record<string, MessageKey>> = {
  name: 'error.name',
  email: 'error.email',
  phone: 'error.phone',
  adults: 'error.people',
};

/** The fields that a refusal points at; one that points nowhere we know is left out. */
export function problemFields({errors = []}: Problem, gathering: Gathering): readonly FieldProblem[] {
  return errors.flatMap(({pointer, detail}) => {
    const field = fieldAt(pointer, gathering);
    if (field === undefined) return [];
    const question = gathering.questions?.find(({id}) => field === `q-${id}`)?.label;
    const key = OURS[field] ?? (question ? 'error.required' : 'error.consent');
    return [{field, text: (l) => detail ?? l.t(key, {question, host: gathering.host?.name})}];
  });
}

function fieldAt(pointer: string, {questions = [], consents = []}: Gathering): string | undefined {
  const [top, below] = stepsOf(pointer);
  if (top === 'children') return 'adults';
  if (top === 'note' || Object.hasOwn(OURS, top)) return top;
  if (top === 'answers') return questions.some(({id}) => id === below) ? `q-${below}` : undefined;
  if (top !== 'consents') return undefined;
  const consent = consents.find(({id}) => id === below) ?? consents.find(({required}) => required);
  return consent && `c-${consent.id}`;
}
