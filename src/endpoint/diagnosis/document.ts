/** What is wrong with what an endpoint says: its format, what had to be left out, where its links lead. */
import type {CtgDocument, Link} from '../../protocol/document.js';
import {standingOf} from '../../protocol/standing.js';
import type {Loaded} from '../client.js';
import {addressOf, originOf, targetOf} from '../target.js';
import {droppedFindings} from './dropped.js';
import {finding, type Finding} from './finding.js';
import {failureFindings} from './failures.js';
import {leftFindings} from './left.js';
import type {Observations} from './observation.js';

/** Everything wrong with the document, or why there is none. */
export function documentFindings(seen: Observations): readonly Finding[] {
  const {load, read} = seen;
  if (!load) return [];
  if (!load.ok) return failureFindings(load.failure, read?.kind === 'seen' ? read.text : '');
  // Of a foreign answer the paths lead into what was made of it, where nothing can be quoted.
  const {left, format} = load.value;
  const isNative = format === 'ctg';
  const json = read?.kind === 'seen' ? parse(read.text) : undefined;
  return [
    ...droppedFindings(load.value.dropped, isNative ? json : undefined),
    ...leftFindings(left ?? []),
    ...linkFindings(load.value, seen),
    ...shownFindings(load.value.document, seen),
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

/** One kind of message: the links for it, what they are for, and where its links usually lead. */
interface Sent {
  readonly kind: 'signups' | 'pledges';
  readonly manage: string;
  readonly what: string;
  readonly nobody: string;
  readonly path: string;
  readonly own: string;
  /** Whether the document has something to send such a message about. */
  readonly asks: (document: CtgDocument) => boolean;
}

const SENT: readonly Sent[] = [
  {
    kind: 'signups',
    manage: 'manage',
    what: 'sign-ups',
    nobody: 'nobody can sign up',
    path: 'gatherings/{gathering}/signups',
    own: 'signups/{token}',
    asks: ({gatherings = []}) => gatherings.length > 0,
  },
  {
    kind: 'pledges',
    manage: 'manage-pledge',
    what: 'pledges',
    nobody: 'nobody can pledge',
    path: 'pledges',
    own: 'pledges/{token}',
    asks: ({pledge}) => (pledge?.values ?? []).length > 0,
  },
];

function linkFindings(loaded: Loaded, seen: Observations): readonly Finding[] {
  return SENT.flatMap((sent) => [
    ...writeFindings(sent, loaded, seen),
    ...manageFindings(sent, loaded, seen),
  ]);
}

function writeFindings(sent: Sent, loaded: Loaded, {set}: Observations): readonly Finding[] {
  const {kind, what, nobody, path, asks} = sent;
  if (set && targetOf(loaded, set, kind, 'any')) return [];
  const link = loaded.document.links?.find(({rel}) => rel === kind);
  if (link && set) return [unusable(sent, link, loaded, set.allow)];
  if (!asks(loaded.document)) return [];
  return [
    finding(
      'read-only',
      'note',
      'host',
      `${capital(nobody)} here: the document has no link to send ${what} to, and the page names none.`,
      [
        {
          where: 'The endpoint: in "links"',
          text: `{"rel": "${kind}", "href": "https://YOUR-ENDPOINT/${path}", "idempotent": true}`,
        },
        {where: 'Or the page: on the widget', text: `data-action="https://YOUR-ENDPOINT/${path}"`},
      ],
    ),
  ];
}

function manageFindings(sent: Sent, loaded: Loaded, {set, origin}: Observations): readonly Finding[] {
  const {kind, manage, own} = sent;
  const link = loaded.document.links?.find(({rel}) => rel === manage);
  const target = set && targetOf(loaded, set, kind, 'any');
  const href = link && addressOf(link.href, {token: 'x'}, loaded.url);
  const fine = href && [loaded.url, target?.href].some((each) => each && originOf(each) === originOf(href));
  if (!link || fine) return [];
  const home = originOf(target?.href ?? loaded.url);
  return [
    finding(
      'manage-refused',
      'hurts',
      'host',
      `The link "${manage}" leads to ${link.href}, on another origin than the document and the link "${kind}"; it is not followed, so nobody can change what they sent.`,
      [
        {
          where: 'The endpoint: in "links"',
          text: `{"rel": "${manage}", "href": "${home === 'mock:' ? origin : home}/${own}"}`,
        },
      ],
    ),
  ];
}

function unusable(
  {kind, what, nobody, path}: Sent,
  {href, encoding}: Link,
  {url}: Loaded,
  allow: readonly string[] | undefined,
): Finding {
  const address = addressOf(href, {gathering: 'any', kind}, url);
  if (address && allow && !allow.includes(originOf(address)))
    return finding(
      'not-allowed',
      'breaks',
      'webmaster',
      `${capital(what)} would go to ${originOf(address)}, which data-allow on the script tag does not name.`,
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
    `The link "${kind}" (${href}) cannot be used: ${why}. So ${nobody}.`,
    [
      {
        where: 'The endpoint: in "links"',
        text: `{"rel": "${kind}", "href": "https://YOUR-ENDPOINT/${path}"}`,
      },
    ],
  );
}

/**
 * A list that is empty although everything works looks like a fault to whoever has just pasted it. A program knows of
 * no list on a page: a document that asks for pledges alone shows what it is there for.
 */
function shownFindings({gatherings, pledge}: CtgDocument, {now, eyes}: Observations): readonly Finding[] {
  if (eyes === 'program' && !gatherings?.length && pledge?.values?.length) return [];
  if (gatherings?.some((one) => standingOf(one, now).state !== 'past')) return [];
  const what = gatherings?.length
    ? `all ${gatherings.length} gatherings are over`
    : 'there are no gatherings in the document';
  return [finding('nothing-to-show', 'note', 'host', `The list is empty, because ${what}.`)];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
