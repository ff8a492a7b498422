/** What becomes of a message that comes twice, and of whoever comes back to it. */
import {isHtml} from '../body.js';
import {finding, type Finding} from './finding.js';
import {corsLines} from './lines.js';
import type {Sent, Trial} from './observation.js';
import {idOf, isOpen, isTaken, statusOf} from './sent.js';

/** The answer that proves that a message arrived. */
export const RECEIPT = {
  where: 'The endpoint: as its answer to a sign-up',
  text: '{"id": "THE ID THAT WAS SENT", "status": "confirmed", "token": "SOMETHING NOBODY CAN GUESS"}',
};
const ACT_ONCE = {
  where: 'The endpoint: in its database, and answer with what is there already',
  text: 'CREATE UNIQUE INDEX signups_once ON signups (id);\nINSERT INTO signups (…) VALUES (…) ON CONFLICT (id) DO NOTHING;',
};
/** What is wrong where the same message comes twice. */
export function repeatFindings(trial: Trial): readonly Finding[] {
  const {first, repeat, altered, declared} = trial;
  if (!repeat) return [];
  if (!isTaken(repeat)) {
    const {asked} = repeat;
    const how =
      asked.kind === 'seen'
        ? `${asked.status}${isHtml(asked.text) ? ' and a web page' : ''}`
        : `no answer (${asked.why})`;
    return [
      finding(
        'repeat-fails',
        'breaks',
        'host',
        `The same sign-up sent again, as browsers do when a connection drops, is answered with ${how}, and not with the first receipt: the visitor is told that it failed, and it is there.`,
        [ACT_ONCE],
      ),
    ];
  }
  const same = sameness(first, repeat, trial.taken[0], trial.taken[2]);
  if (same === 'two')
    return [
      finding(
        'doubled',
        declared ? 'breaks' : 'hurts',
        'host',
        `The same sign-up sent twice is two sign-ups${declared ? ', and its link says "idempotent": true' : ''}: a connection that drops will double a booking.`,
        [
          ACT_ONCE,
          ...(declared
            ? [{where: 'Until then, the endpoint: in "links", take away', text: '"idempotent": true'}]
            : []),
        ],
      ),
    ];
  const found: Finding[] = [];
  if (altered && isTaken(altered) && sameness(first, altered, trial.taken[0], trial.taken[3]) === 'two')
    found.push(
      finding(
        'id-not-key',
        'breaks',
        'host',
        'The same id with other words is a second sign-up: it has to be known by its id alone.',
        [ACT_ONCE],
      ),
    );
  if (same === 'one' && !declared)
    found.push(
      finding(
        'idempotent-unsaid',
        'note',
        'host',
        'The same sign-up sent twice is one, and the link does not say so; widgets repeat by themselves only where it does.',
        [{where: 'The endpoint: in "links", beside the address', text: '"idempotent": true'}],
      ),
    );
  return found;
}

/** Whether two answers tell of one sign-up or of two; by their tokens and ids first, then by who is counted. */
function sameness(
  one: Sent,
  two: Sent,
  before: number | undefined,
  after: number | undefined,
): 'one' | 'two' | 'unknown' {
  const [first, second] = [one.receipt, two.receipt];
  if (first?.token !== undefined && second?.token !== undefined)
    return first.token === second.token ? 'one' : 'two';
  const ids = [idOf(one.claim), idOf(two.claim)];
  if (!first && ids.every((id) => id !== undefined) && ids[0] !== ids[1]) return 'two';
  if (before === undefined || after === undefined || after === before) return 'unknown';
  return after - before > one.people ? 'two' : 'one';
}

/** What is wrong where somebody comes back to what they sent. */
export function manageFindings({refusedManage, visits, origin, href, first}: Trial): readonly Finding[] {
  if (refusedManage !== undefined)
    return [
      finding(
        'manage-refused',
        'hurts',
        'host',
        `The receipt says that a sign-up can be changed at ${refusedManage}, on another origin than the document and the sign-ups; it is not followed, so nobody can change theirs.`,
        [{where: 'The endpoint: in the receipt', text: `"manage": "${new URL(href).origin}/signups/TOKEN"`}],
      ),
    ];
  const visit = visits.find(({id}) => id === first.id);
  if (!visit)
    return [
      finding(
        'no-manage',
        'note',
        'host',
        'A receipt has no "token" or "manage", so nobody can change or give up what they sent.',
        [
          RECEIPT,
          {
            where: 'The endpoint: in "links"',
            text: `{"rel": "manage", "href": "${new URL(href).origin}/signups/{token}"}`,
          },
        ],
      ),
    ];
  const found: Finding[] = [];
  const {look, giveUp} = visit;
  const closed = [look, giveUp].some((asked) => asked.kind === 'seen' && !isOpen(asked, origin));
  if (!visit.found || closed)
    found.push(
      finding(
        'manage-fails',
        'hurts',
        'host',
        `Whoever comes back to a sign-up gets ${closed ? 'an answer that the page may not read' : statusOf(look)}, and should get {"receipt": …, "signup": …}.`,
        closed ? corsLines(new URL(visit.href).pathname) : [],
      ),
    );
  if (!visit.cancelled)
    found.push(
      finding(
        'give-up-fails',
        'hurts',
        'host',
        `Giving up a sign-up (DELETE) is answered with ${statusOf(giveUp)}, and should be a receipt with the status "cancelled".`,
        [
          {
            where: 'The endpoint: as its answer',
            text: '{"id": "THE ID THAT WAS SENT", "status": "cancelled"}',
          },
        ],
      ),
    );
  return found;
}
