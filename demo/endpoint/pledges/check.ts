import type {Result} from '../../../src/base/result.js';
import {LIMITS} from '../../../src/protocol/limits.js';
import {type Pledge, PledgeSchema} from '../../../src/protocol/pledge.js';
import {checkMessage, consentProblems, type Issue, tidyEmail} from '../checking.js';
import type {FieldProblem, Refusal} from '../problems.js';
import type {Intention} from './section.js';
import {websiteOf} from './wall.js';

/** Reads `message` as a pledge to what this site asks for, or says for each field what is missing. */
export function checkPledge(message: unknown, intention: Intention): Result<Pledge, Refusal> {
  return checkMessage(message, {
    schema: PledgeSchema,
    standIns: {name: '?', kind: 'person', display: 'anonymous', values: [{id: '?'}], consents: []},
    sentence,
    tidy,
    asked: (pledge) => [
      ...valueProblems(pledge, intention),
      ...organisationProblems(pledge),
      ...consentProblems(pledge.consents, intention.consents, ''),
    ],
  });
}

const SENTENCES: Readonly<Record<string, string>> = {
  '/name': `Enter your name. It may have ${LIMITS.name} letters at most.`,
  '/email': 'This e-mail address looks unfinished. It needs an @ sign, like ana@example.org.',
  '/kind': 'Choose whether this is your own pledge or that of an organisation.',
  '/display': 'Choose what others may see.',
  '/values': 'Choose at least one value, and each only once.',
  '/url': 'This web address looks unfinished. It begins with https://',
  '/place': `Enter a place, with ${LIMITS.name} letters at most.`,
};

function sentence(pointer: string, {code}: Issue): string | undefined {
  if (!/^\/values\/\d+\/wording$/.test(pointer)) return SENTENCES[pointer];
  return code === 'too_big'
    ? `These words are too long. ${LIMITS.text.toLocaleString('en')} letters fit in.`
    : 'Write something that can be read, or leave it empty.';
}

/** Without what has no meaning: space around the address, and the website of a person, which is never shown. */
function tidy({email: given, url, ...pledge}: Pledge): Pledge {
  const email = tidyEmail(given);
  return {
    ...pledge,
    name: pledge.name.trim(),
    ...(email !== undefined && {email}),
    ...(url !== undefined && pledge.kind === 'organisation' && {url}),
  };
}

function valueProblems({values}: Pledge, intention: Intention): FieldProblem[] {
  return values.flatMap(({id}, index) =>
    intention.values.some((value) => value.id === id)
      ? []
      : [{pointer: `/values/${index}/id`, detail: 'This value is not on the list any more. Choose again.'}],
  );
}

function organisationProblems(pledge: Pledge): FieldProblem[] {
  if (pledge.kind !== 'organisation') return [];
  const wrong: FieldProblem[] = [];
  if (pledge.speaks !== true)
    wrong.push({pointer: '/speaks', detail: 'Tick this box if you may speak for this organisation.'});
  if (pledge.url !== undefined && websiteOf(pledge) === undefined)
    wrong.push({pointer: '/url', detail: SENTENCES['/url'] ?? ''});
  return wrong;
}
