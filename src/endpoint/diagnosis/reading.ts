/** What is wrong on the way to the endpoint and back. */
import {bodyFinding} from './answer-body.js';
import {closedAt} from './cors.js';
import {finding, type Cause, type Finding} from './finding.js';
import {corsLines} from './lines.js';
import type {Observations, Seen, Unanswered} from './observation.js';

/** From here on a visitor waits rather than looks, in milliseconds. */
const SLOW = 3_000;
/** Clocks further apart than this are wrong rather than late, in milliseconds. */
const CLOCK = 300_000;

/** Everything wrong with the answer to a reading, or with its absence. */
export function readingFindings(seen: Observations): readonly Finding[] {
  const {read} = seen;
  if (!read) return [];
  return read.kind === 'unanswered' ? unanswered(read, seen) : answered(read, seen);
}

function unanswered(read: Unanswered, {page}: Observations): readonly Finding[] {
  const {host, pathname} = new URL(read.url);
  switch (read.why) {
    case 'timeout':
      return [
        finding(
          'timeout',
          'breaks',
          'host',
          `No whole answer came within ${Math.round(read.ms / 1_000)} seconds.`,
          [
            {
              where: 'To tell the two apart, in a terminal',
              text: `curl -sS -o /dev/null -w "%{time_connect} %{time_total}\\n" ${read.url}`,
            },
          ],
        ),
      ];
    case 'loop':
      return [
        finding('redirect-loop', 'breaks', 'host', `The address redirects in a circle: ${read.detail}.`),
      ];
    case 'dns':
      return [
        finding(
          'dns',
          'breaks',
          'webmaster',
          `Nobody is known as ${host}: the name is misspelt, or its domain has run out.`,
        ),
      ];
    case 'down':
      return [
        finding(
          'down',
          'breaks',
          'host',
          `${host} is there and takes no connection: the server is not running, or the port is wrong.`,
        ),
      ];
    case 'tls':
      return [
        finding(
          'tls',
          'breaks',
          'host',
          `The certificate of ${host} is not valid (${read.detail}), so browsers do not connect.`,
        ),
      ];
    case 'broken':
      return [
        finding(
          'broken-off',
          'breaks',
          'host',
          `${host} ends the connection without an answer (${read.detail}).`,
        ),
      ];
    case 'hidden':
      if (page && !page.online)
        return [
          finding('offline', 'breaks', 'visitor', 'This device has no connection to the internet just now.'),
        ];
      if (read.answersBlindly)
        return [
          finding(
            'no-cors',
            'breaks',
            'host',
            `${host} answers, and does not let this page read the answer: the header Access-Control-Allow-Origin is missing or names another page. The status is hidden; open the address in a tab to see it.`,
            corsLines(pathname),
          ),
        ];
      return [
        {
          ...finding(
            'unreachable',
            'breaks',
            'host',
            `There was no answer from ${host}, and browsers hide from pages why.`,
          ),
          causes: hidden(read.url),
        },
      ];
  }
}

/** What looks the same from a page, likeliest first. */
function hidden(url: string): readonly Cause[] {
  return [
    {
      what: 'The address is misspelt, or the server is down.',
      tell: `Open ${url} in a new tab: there is no page there either.`,
    },
    {
      what: 'A content blocker or a company network stops it.',
      tell: 'It works in a private window without extensions, or on a phone that is not in the Wi-Fi.',
    },
    {what: 'The certificate is not valid.', tell: 'The new tab warns before it shows anything.'},
    {
      what: 'The address redirects in a circle, or to one that may not be read.',
      tell: 'The new tab ends at another address, or says that there were too many redirects.',
    },
    {what: 'The server closes the connection.', tell: `In a terminal: curl -sSI ${url}`},
  ];
}

function answered(read: Seen, seen: Observations): readonly Finding[] {
  const found: Finding[] = [];
  const {host, pathname} = new URL(read.final);
  if (seen.eyes === 'program') {
    const closed = closedAt(read, seen.origin);
    if (closed) found.push(noCors(closed, seen.origin, pathname));
  }
  const refused = statusFinding(read, host);
  if (refused) return [...found, refused];
  const broken = bodyFinding(read);
  // Some formats stand in a page of the web.
  if (broken && !(broken.code === 'html' && seen.load?.ok)) return [...found, broken];
  const type = read.headers.get('Content-Type') ?? '';
  if (isNative(seen) && !/json/i.test(type))
    found.push(
      finding(
        'wrong-type',
        'note',
        'host',
        `The Content-Type is ${type ? `"${type}"` : 'missing'}; widgets read it all the same, other programs may not.`,
        [{where: 'The endpoint: in the answer', text: 'Content-Type: application/json'}],
      ),
    );
  const letters = lettersFinding(read, type);
  if (letters) found.push(letters);
  if (read.ms > SLOW)
    found.push(
      finding(
        'slow',
        'hurts',
        'host',
        `The answer took ${(read.ms / 1_000).toFixed(1)} seconds; a file that is written when something changes is there at once.`,
      ),
    );
  const off = clockOff(read, seen.now);
  if (off !== undefined)
    found.push(
      finding(
        'clock',
        'hurts',
        'host',
        `The clock of the endpoint is ${spanOf(off)} ${off > 0 ? 'ahead of' : 'behind'} this device's: what is past or closed may be judged wrongly, here or there.`,
        [{where: 'The endpoint, on most Linux servers', text: 'sudo timedatectl set-ntp true'}],
      ),
    );
  return found;
}

function noCors(
  {url, says, isHop}: NonNullable<ReturnType<typeof closedAt>>,
  origin: string,
  file: string,
): Finding {
  if (says !== null && says.includes(','))
    return finding(
      'cors-twice',
      'breaks',
      'host',
      `${url} says Access-Control-Allow-Origin twice ("${says}"), which browsers refuse: two places add it, and one has to stop.`,
      corsLines(file),
    );
  const where = isHop ? `The redirect at ${url}` : url;
  const what =
    says === null ? 'has no header Access-Control-Allow-Origin' : `says Access-Control-Allow-Origin: ${says}`;
  return finding(
    'no-cors',
    'breaks',
    'host',
    `${where} ${what}, so a page of ${origin} may not read it.`,
    corsLines(file),
  );
}

/** What a status that is no success means; `undefined` for a good one. */
function statusFinding({status, headers, final}: Seen, host: string): Finding | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 404 || status === 410)
    return finding(
      'not-found',
      'breaks',
      'webmaster',
      `Nothing is at this address (${status}): it is misspelt, or was moved.`,
      [
        {
          where: 'The page: open the address in a tab, correct it until it shows JSON, then',
          text: `data-endpoint="${final}"`,
        },
      ],
    );
  if (status === 429) {
    const wait = headers.get('Retry-After');
    return finding(
      'slow-down',
      'breaks',
      'host',
      `${host} wants fewer questions (429)${wait ? `, and to be left alone for ${wait}` : ''}: let browsers keep the answer for a minute.`,
      [{where: 'The endpoint: in the answer', text: 'Cache-Control: public, max-age=60'}],
    );
  }
  if (status >= 500 || status === 408 || status === 425)
    return finding(
      'server',
      'breaks',
      'host',
      `${host} answers with ${status}: something is broken there, and its log says what.`,
    );
  const login = status === 401 || status === 403;
  return finding(
    'refused',
    'breaks',
    'host',
    login
      ? `${host} wants to know who asks (${status}); widgets have no password to give, so this address has to be open to everybody.`
      : `${host} refuses the question (${status}).`,
  );
}

/** What is wrong with the letters of an answer: not what it says that they are, so that visitors see others. */
function lettersFinding({text, utf8}: Seen, type: string): Finding | undefined {
  const [, charset = ''] = /charset=["']?([\w-]+)/i.exec(type) ?? [];
  const isOther = charset !== '' && !/^utf-?8$/i.test(charset);
  // A character set that is named and true is read by it, whichever it is.
  if (!utf8 && text.includes('\ufffd'))
    return finding(
      'not-utf8',
      'hurts',
      'host',
      `The text is not UTF-8${isOther ? ` (it says ${charset})` : ''}, so letters such as é and ñ are shown as \ufffd.`,
      [
        {
          where: 'The endpoint: write the text as UTF-8, in PHP for instance',
          text: "$text = mb_convert_encoding($text, 'UTF-8', 'ISO-8859-1');",
        },
      ],
    );
  // ASCII is the same in nearly all of them; beyond it, what is valid UTF-8 is nothing else.
  return utf8 && isOther && /[^\0-\x7f]/.test(text)
    ? finding(
        'wrong-charset',
        'hurts',
        'host',
        `The text is UTF-8 and says that it is ${charset}, so letters such as é and ñ are shown as two others.`,
        [{where: 'The endpoint: in the answer', text: 'Content-Type: application/json; charset=utf-8'}],
      )
    : undefined;
}

/** How far the clock there is from ours, in milliseconds, where both can be told and they differ. */
function clockOff({headers, ms}: Seen, now: number): number | undefined {
  const there = Date.parse(headers.get('Date') ?? '');
  if (Number.isNaN(there)) return undefined;
  // What a cache has kept bears the date of when it was made.
  const age = Number(headers.get('Age') ?? 0) * 1_000 || 0;
  const off = there + age - now;
  return Math.abs(off) > CLOCK + ms ? off : undefined;
}

function spanOf(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 2_880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1_440)} days`;
}

/** Whether the answer was read as a document of ours: other formats have types of their own. */
function isNative({load}: Observations): boolean {
  return load?.ok === true && load.value.format === 'ctg';
}
