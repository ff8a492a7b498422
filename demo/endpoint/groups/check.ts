import {fetchableUrl} from '../../../src/base/safe-url.js';
import type {Result} from '../../../src/base/result.js';
import {coarsened} from '../../../src/protocol/coarse-place.js';
import {type GroupMessage, GroupMessageSchema} from '../../../src/protocol/group-message.js';
import {LIMITS} from '../../../src/protocol/limits.js';
import {checkMessage, consentProblems, type Issue, tidyEmail} from '../checking.js';
import type {FieldProblem, Refusal} from '../problems.js';
import type {Network} from './section.js';

/** Reads `message` as a group that asks to be on the map, or says for each field what is missing. */
export function checkGroup(message: unknown, network: Network): Result<GroupMessage, Refusal> {
  return checkMessage(message, {
    schema: GroupMessageSchema,
    standIns: {name: '?', speaks: true},
    sentence,
    tidy,
    asked: (group) => [
      ...speakerProblems(group),
      ...linkProblems(group),
      ...consentProblems(group.consents ?? [], network.consents, ''),
    ],
  });
}

const WEB = 'This web address looks unfinished. It begins with https://';
const SPEAKS = 'Tick this box if you may speak for this group.';
const LONG = (most: number) => `This is too long. ${most.toLocaleString('en')} letters fit in.`;

const SENTENCES: Readonly<Record<string, string>> = {
  '/name': `Enter the group’s name. It may have ${LIMITS.name} letters at most.`,
  '/kind': 'Choose whether this is a group, an organisation or a person.',
  '/email': 'This e-mail address looks unfinished. It needs an @ sign, like ana@example.org.',
  '/contact/email': 'This e-mail address looks unfinished. It needs an @ sign, like ana@example.org.',
  '/url': WEB,
  '/image': WEB,
  '/contact/url': WEB,
  '/speaks': SPEAKS,
  '/description': LONG(LIMITS.text),
  '/place/label': LONG(LIMITS.name),
  '/place/lat': 'Degrees north go from -90 to 90, as in 39.53.',
  '/place/lon': 'Degrees east go from -180 to 180, as in -119.81.',
  '/place/precision': 'Choose what the map may show.',
  '/connections': `A group may name ${LIMITS.ties} others at most.`,
  '/offers': `Name ${LIMITS.few} things at most.`,
};

function sentence(pointer: string, _issue: Issue): string | undefined {
  return SENTENCES[pointer] ?? (/^\/offers\/\d+$/.test(pointer) ? LONG(LIMITS.name) : undefined);
}

/** A person is shown no closer than their town, whoever says what. */
function tidy({email: given, place, ...group}: GroupMessage): GroupMessage {
  const email = tidyEmail(given);
  const near = place && group.kind === 'person' && place.precision !== 'region';
  return {
    ...group,
    name: group.name.trim(),
    ...(place && {place: coarsened(near ? {...place, precision: 'town'} : place)}),
    ...(email !== undefined && {email}),
  };
}

function speakerProblems({kind, speaks}: GroupMessage): FieldProblem[] {
  if (speaks === true) return [];
  return [{pointer: '/speaks', detail: kind === 'person' ? 'Tick this box if this is yourself.' : SPEAKS}];
}

/** Whole addresses only: in another site's document a relative one would lead to a page of that site. */
function linkProblems({url, image, contact}: GroupMessage): FieldProblem[] {
  return Object.entries({'/url': url, '/image': image, '/contact/url': contact?.url}).flatMap(
    ([pointer, link]) => (link === undefined || isWeb(link) ? [] : [{pointer, detail: WEB}]),
  );
}

/** Whether a link is the whole address of something on the web, with nobody's name or password in it. */
export function isWeb(link: string): boolean {
  return fetchableUrl(link) !== undefined;
}
