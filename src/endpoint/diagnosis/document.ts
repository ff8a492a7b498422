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
