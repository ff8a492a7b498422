/** What is wrong with how an endpoint takes messages. Pages never ask this: finding out means writing. */
import {isHtml} from '../body.js';
import {isExposed} from './cors.js';
import {finding, type Finding} from './finding.js';
import {corsLines, EXPOSE_LINES} from './lines.js';
import type {Asked, Trial} from './observation.js';
import {manageFindings, RECEIPT, repeatFindings} from './repeating.js';
import {idOf, isOpen, isTaken, saysError, shorten, told} from './sent.js';

const PROBLEM = {
  where: 'The endpoint: status 422 and Content-Type application/problem+json',
  text: '{"title": "Something is missing", "code": "invalid", "errors": [{"pointer": "/name", "detail": "Please tell us your name."}]}',
};

/** Everything wrong with how an endpoint took the messages of a trial. */
export function writingFindings(trial: Trial): readonly Finding[] {
  const {first, origin, href, patience} = trial;
  const found: Finding[] = [];
  const all = [
    ...patience,
    ...[first, trial.repeat, trial.altered, trial.invalid, trial.form].flatMap((sent) =>
      sent ? [sent.asked] : [],
    ),
  ];
  if (all.some((asked) => hidesWait(asked))) found.push(waitHidden());
  const closed = [first, trial.repeat, trial.form].some(
    (sent) => sent?.asked.kind === 'seen' && !isOpen(sent.asked, origin),
  );
  if (closed)
    found.push(
      finding(
        'write-no-cors',
        'breaks',
        'host',
        `The answer to a sign-up (${href}) has no Access-Control-Allow-Origin for ${origin}: the sign-up arrives, and the page never learns of it.`,
        corsLines(new URL(href).pathname),
      ),
    );
  const wrong = firstFinding(trial);
  if (wrong) found.push(wrong);
  if (isTaken(first)) found.push(...repeatFindings(trial));
  const invalid = invalidFinding(trial);
  if (invalid) found.push(invalid);
  if (first.receipt) found.push(...manageFindings(trial));
  return found;
}

function hidesWait(asked: Asked): boolean {
  if (asked.kind !== 'seen' || !asked.headers.has('Retry-After') || isExposed(asked.headers, 'Retry-After'))
    return false;
  return !/"retryAfter"/.test(asked.text);
}

function waitHidden(): Finding {
  return finding(
    'retry-after-hidden',
    'hurts',
    'host',
    'It asks for patience in the header Retry-After, which pages are not shown, so they come back when they think best.',
    EXPOSE_LINES,
  );
}

/** What is wrong with the answer to the first good message; `undefined` where it is our receipt. */
function firstFinding({first, href, isMapped}: Trial): Finding | undefined {
  const {asked, json, claim, receipt, id, isEcho} = first;
  const proof = isMapped ? [IN_MAPPING] : [RECEIPT];
  if (asked.kind === 'unanswered')
    return finding(
      'write-fails',
      'breaks',
      'host',
      `There was no answer to a sign-up (${asked.why}: ${asked.detail}).`,
    );
  const {status, text, headers} = asked;
  if (status >= 300 && status < 400) {
    const to = headers.get('Location') ?? 'nowhere';
    return finding(
      'redirect-write',
      'breaks',
      'host',
      `A sign-up is answered with ${status} to ${to}; browsers go there without what was written, so it counts as not sent.`,
      [
        {
          where: 'The endpoint: in "links", the address that answers by itself',
          text: `{"rel": "signups", "href": "${URL.canParse(to, href) ? new URL(to, href).href : to}"}`,
        },
        {
          where: 'Or the page: on the widget, for script hosts that always redirect',
          text: 'data-redirects="follow"',
        },
      ],
    );
  }
  if (status >= 500 || status === 429 || status === 408 || status === 425)
    return finding(
      'write-fails',
      'breaks',
      'host',
      `A sign-up is answered with ${status}${isHtml(text) ? ' and a web page' : ''}; its log says why.`,
    );
  if (status >= 400)
    return finding(
      'write-refused',
      'breaks',
      'host',
      `A sign-up in which nothing is missing is refused with ${status}${told(json)}: the trial needs a gathering that is open and has places.`,
    );
  if (receipt) return undefined;
  if (text.trim() === '')
    return finding(
      'empty-answer',
      'breaks',
      'host',
      `A sign-up is answered with ${status} and nothing else, which proves nothing.`,
      [...proof, STATUS],
    );
  if (saysError(json)) return underGood(status, json);
  const other = idOf(claim);
  if (other !== undefined && other !== id) {
    return isEcho
      ? finding(
          'id-replaced',
          'breaks',
          'host',
          `The endpoint gives each sign-up an id of its own (${JSON.stringify(other)}) instead of keeping ours, so no answer can be matched, and a repeat is a second row.`,
          proof,
        )
      : finding(
          'other-receipt',
          'breaks',
          'host',
          `The receipt is for ${JSON.stringify(other)}, and not for the sign-up that was sent, so it proves nothing.`,
          proof,
        );
  }
  return finding(
    'no-receipt',
    'breaks',
    'host',
    `A sign-up is answered with ${status} and ${isHtml(text) ? 'a web page' : shorten(text)}, and not with a receipt${isMapped ? ' where the mapping looks for it' : ''}, so the page can only say "sent, not confirmed".`,
    [...proof, STATUS],
  );
}

/** Where nobody can change what the endpoint answers. */
const IN_MAPPING = {
  where: 'The page: in the mapping, with the places where the answer has them',
  text: '"receipt": {"id": "data.ref", "status": "data.state", "words": {"ok": "confirmed"}}',
};
const STATUS = {
  where: 'Or the page: on the widget, where a good status is all that can be had',
  text: 'data-ack="status"',
};

function invalidFinding({invalid, first}: Trial): Finding | undefined {
  if (!invalid || invalid.asked.kind === 'unanswered') return undefined;
  const {asked, json, receipt} = invalid;
  if (isTaken(invalid)) {
    if (receipt)
      return finding(
        'accepts-invalid',
        'hurts',
        'host',
        'A sign-up for nobody, without a name, is confirmed.',
        [PROBLEM],
      );
    // Whoever answers everything alike has been told so already.
    if (saysError(json)) return underGood(asked.status, json);
    return isTaken(first) && !first.receipt
      ? undefined
      : finding(
          'accepts-invalid',
          'hurts',
          'host',
          `A sign-up for nobody, without a name, is answered with ${asked.status}.`,
          [PROBLEM],
        );
  }
  const code = typeof json === 'object' && json !== null && 'code' in json && typeof json.code === 'string';
  if (code || asked.status === 429) return undefined;
  if (!isTaken(first) && first.asked.kind === 'seen' && first.asked.status === asked.status) return undefined;
  return finding(
    'error-unreadable',
    'hurts',
    'host',
    `A sign-up without a name is refused with ${asked.status} and ${isHtml(asked.text) ? 'a web page' : shorten(asked.text)}: without a "code" the visitor cannot be told what to mend.`,
    [PROBLEM],
  );
}

function underGood(status: number, json: unknown): Finding {
  return finding(
    'error-under-200',
    'breaks',
    'host',
    `An error is answered with the good status ${status} (${shorten(JSON.stringify(json))}), so it looks as if it had worked.`,
    [PROBLEM],
  );
}
