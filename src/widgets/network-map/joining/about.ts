/** What a group and a refusal of it say, in the words of the form. */
import type {MessageKey} from '../../../i18n/messages.js';
import type {GroupMessage} from '../../../protocol/group-message.js';
import type {Problem} from '../../../protocol/problem.js';
import type {FieldProblem} from '../../../ui/form/checks.js';
import {stepsOf} from '../../../ui/sending/refusal.js';
import type {Settled} from './phase.js';

/** What of a group is named afterwards. */
export function aboutOf({name, email, place}: GroupMessage): Omit<Settled, 'receipt' | 'remembered'> {
  return {name, email, place};
}

/** Fields of the form by what a pointer names, and our sentence where the endpoint has none of its own. */
const FIELDS: Readonly<Record<string, readonly [field: string, ours: MessageKey]>> = {
  kind: ['kind', 'join.error.again'],
  name: ['name', 'join.error.name'],
  url: ['url', 'join.error.url'],
  description: ['description', 'join.error.again'],
  sector: ['sector', 'join.error.again'],
  needs: ['ownNeeds', 'join.error.again'],
  values: ['ownValues', 'join.error.again'],
  offers: ['offers', 'join.error.again'],
  place: ['label', 'join.error.again'],
  'place/lat': ['lat', 'join.error.spot'],
  'place/lon': ['lon', 'join.error.spot'],
  'place/precision': ['precision', 'join.error.again'],
  contact: ['publicEmail', 'error.email'],
  email: ['email', 'error.email'],
  speaks: ['speaks', 'join.error.may'],
};

/** The fields that a refusal points at; one that points nowhere we know is left out. */
export function problemFields({errors = []}: Problem): readonly FieldProblem[] {
  return errors.flatMap(({pointer, detail}) => {
    const [top, below] = stepsOf(pointer);
    const [field, ours] = FIELDS[`${top}/${below}`] ??
      FIELDS[top] ??
      numbered(top, below) ?? [undefined, 'join.error.again' as const];
    return field === undefined ? [] : [{field, text: (l) => detail ?? l.t(ours)}];
  });
}

function numbered(top: string, below: string): readonly [field: string, ours: MessageKey] | undefined {
  if (top === 'consents') return [`c-${below}`, 'join.error.may'];
  return top === 'connections' ? [`tie-${below}`, 'join.error.tie'] : undefined;
}
