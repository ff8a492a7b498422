/** What a pledge and a refusal of it say, in the words of the form. */
import type {MessageKey} from '../../../i18n/messages.js';
import type {Pledge} from '../../../protocol/pledge.js';
import type {Problem} from '../../../protocol/problem.js';
import type {FieldProblem} from '../../../ui/form/checks.js';
import {stepsOf} from '../../../ui/sending/refusal.js';
import type {PledgingScene, Settled} from './phase.js';

/** What of a pledge is named afterwards. */
export function aboutOf({
  name,
  email,
  values,
  kind,
  display,
}: Pledge): Omit<Settled, 'receipt' | 'remembered'> {
  return {
    name,
    email,
    kind,
    values: values.map(({id}) => id),
    shows: display !== 'anonymous' || values.some(({wording}) => wording !== undefined),
  };
}

const FIELDS = ['name', 'email', 'place', 'url', 'contact', 'speaks'];

/** The fields that a refusal points at; one that points nowhere we know is left out. */
export function problemFields({errors = []}: Problem, {section}: PledgingScene): readonly FieldProblem[] {
  return errors.flatMap(({pointer, detail}) => {
    const [top, below] = stepsOf(pointer);
    const of: Readonly<Record<string, string>> = {
      values: `v-${section.values?.[0]?.id}`,
      consents: `c-${below}`,
    };
    const field = of[top] ?? (FIELDS.includes(top) ? top : undefined);
    const ours = OURS[top] ?? 'error.speaks';
    return field === undefined ? [] : [{field, text: (l) => detail ?? l.t(ours)}];
  });
}

/** Our sentence for a field that the endpoint names without a word of its own. */
const OURS: Readonly<Record<string, MessageKey>> = {
  name: 'error.name',
  email: 'error.email',
  url: 'error.url',
  values: 'error.values',
};
