/** What is wrong with what an endpoint says: its format, what had to be left out, where its links lead. */
import type {CtgDocument, Link} from '../../protocol/document.js';
import type {LoadFailure} from '../../protocol/outcome.js';
import {standingOf} from '../../protocol/standing.js';
import type {Loaded} from '../client.js';
import {addressOf, originOf, targetOf} from '../target.js';
import {notJson} from './answer-body.js';
import {droppedFindings} from './dropped.js';
import {finding, type Finding} from './finding.js';
import {SNIPPET} from './lines.js';
import type {Observations} from './observation.js';

/** Everything wrong with the document, or why there is none. */
export function documentFindings(seen: Observations): readonly Finding[] {
  const {load, read} = seen;
  if (!load) return [];
  if (!load.ok) return failureFindings(load.failure, seen);
  const json = read?.kind === 'seen' ? parse(read.text) : undefined;
  return [
    ...droppedFindings(load.value.dropped, json),
    ...linkFindings(load.value, seen),
    ...shownFindings(load.value.document, seen.now),
  ];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A foreign format that is no JSON: nothing to quote from.
    return undefined;
  }
}

/** What the client alone could tell: the request itself is judged in `reading.ts`. */
function failureFindings({code, detail = ''}: LoadFailure, {read}: Observations): readonly Finding[] {
  const text = read?.kind === 'seen' ? read.text : '';
  switch (code) {
    case 'not-json':
      return [notJson(text)];
    case 'too-deep':
      return [
        finding(
          'too-deep',
          'breaks',
          'host',
          'The answer nests more than 64 levels deep, which no document needs; something is put into itself.',
        ),
      ];
    case 'unknown-version':
      return [
        finding(
          'unknown-version',
          'breaks',
          'webmaster',
          `The document says "ctg": ${JSON.stringify(detail)}, and this copy of the widgets knows version "1": take newer files, or correct the document.`,
          [{where: 'The endpoint: at the start of the document', text: '"ctg": "1"'}],
        ),
      ];
    case 'not-a-document':
      return [foreign(text, detail)];
    default:
      return [];
  }
}

function foreign(text: string, detail: string): Finding {
  if (/,| and /.test(detail))
    return finding(
      'two-formats',
      'breaks',
      'webmaster',
      `The answer could be read as more than one format (${detail}): say which.`,
      [{where: 'The page: on the widget', text: `data-format="${detail.split(/,| and /)[0]!.trim()}"`}],
    );
  const json = parse(text);
  const keys = typeof json === 'object' && json !== null ? Object.keys(json).slice(0, 6).join(', ') : '';
  const has = Array.isArray(json)
    ? `a list of ${json.length}`
    : keys
      ? `an object with ${keys}`
      : 'a single value';
  return finding(
    'not-a-document',
    'breaks',
    'webmaster',
    `The answer is JSON (${has}), and in no format that is known: without "ctg" it needs a format or a mapping.`,
    [
      {where: 'The endpoint: at the start of the document', text: '"ctg": "1"'},
      {where: 'Or the page: on the widget', text: 'data-format="NAME"'},
    ],
  );
}

function linkFindings(loaded: Loaded, {set, origin}: Observations): readonly Finding[] {
  const {links = []} = loaded.document;
  const found: Finding[] = [];
  const target = set && targetOf(loaded, set, 'signups', 'any');
  const link = links.find(({rel}) => rel === 'signups');
  if (!target && link && set) found.push(unusable(link, loaded, set.allow));
  else if (!target && loaded.document.gatherings?.length)
    found.push(
      finding(
        'read-only',
        'note',
        'host',
        'Nobody can sign up here: the document has no link to send sign-ups to, and the page names none.',
        [
          {
            where: 'The endpoint: in "links"',
            text: '{"rel": "signups", "href": "https://YOUR-ENDPOINT/gatherings/{gathering}/signups", "idempotent": true}',
          },
          {
            where: 'Or the page: on the widget',
            text: 'data-action="https://YOUR-ENDPOINT/gatherings/{gathering}/signups"',
          },
        ],
      ),
    );
  const manage = links.find(({rel}) => rel === 'manage');
  const href = manage && addressOf(manage.href, {token: 'x'}, loaded.url);
  const fine = href && [loaded.url, target?.href].some((each) => each && originOf(each) === originOf(href));
  if (manage && !fine)
    found.push(
      finding(
        'manage-refused',
        'hurts',
        'host',
        `The link "manage" leads to ${manage.href}, on another origin than the document and the link "signups"; it is not followed, so nobody can change what they sent.`,
        [
          {
            where: 'The endpoint: in "links"',
            text: `{"rel": "manage", "href": "${originOf(target?.href ?? loaded.url) === 'mock:' ? origin : originOf(target?.href ?? loaded.url)}/signups/{token}"}`,
          },
        ],
      ),
    );
  return found;
}

function unusable({href, encoding}: Link, {url}: Loaded, allow: readonly string[] | undefined): Finding {
  const address = addressOf(href, {gathering: 'any', kind: 'signups'}, url);
  if (address && allow && !allow.includes(originOf(address)))
    return finding(
      'not-allowed',
      'breaks',
      'webmaster',
      `Sign-ups would go to ${originOf(address)}, which data-allow on the script tag does not name.`,
      [
        {
          where: 'The page: on the script tag',
          text: `data-allow="${[...allow, originOf(address)].join(' ')}"`,
        },
      ],
    );
  const unknown = [...href.matchAll(/\{(\w+)\}/g)]
    .map(([slot]) => slot)
    .find((slot) => slot !== '{gathering}' && slot !== '{kind}');
  const why =
    unknown !== undefined
      ? `nothing is known that goes in the place of ${unknown}`
      : address
        ? `its encoding is "${encoding}"`
        : url.startsWith('https:') && /^http:/i.test(href)
          ? 'it is http: in a document on https:'
          : 'it is no web address';
  return finding(
    'link-unusable',
    'breaks',
    'host',
    `The link "signups" (${href}) cannot be used: ${why}. So nobody can sign up.`,
    [
      {
        where: 'The endpoint: in "links"',
        text: '{"rel": "signups", "href": "https://YOUR-ENDPOINT/gatherings/{gathering}/signups"}',
      },
    ],
  );
}

/** A list that is empty although everything works looks like a fault to whoever has just pasted it. */
function shownFindings({gatherings}: CtgDocument, now: number): readonly Finding[] {
  if (gatherings?.some((one) => standingOf(one, now).state !== 'past')) return [];
  const what = gatherings?.length
    ? `all ${gatherings.length} gatherings are over`
    : 'there are no gatherings in the document';
  return [finding('nothing-to-show', 'note', 'host', `The list is empty, because ${what}.`)];
}

/** The widget has nothing to ask. Said here, since no answer can be wrong yet. */
export const NO_ENDPOINT = finding(
  'no-endpoint',
  'breaks',
  'webmaster',
  'The widget has no endpoint: the attribute is missing, or the builder has removed it.',
  [SNIPPET],
);
