/**
 * Says what is wrong: observations in, findings out, nothing asked and nothing guessed.
 *
 * Used by the panel that `debug` opens on a page and by the command `ctg check`. What a browser hides is said to be
 * hidden, with what it may be and how to tell.
 */
import {refusalOf} from './diagnosis/cors.js';
import {documentFindings} from './diagnosis/document.js';
import {finding, type Finding, type Level} from './diagnosis/finding.js';
import {FORM_LINE, preflightLines} from './diagnosis/lines.js';
import type {Observations, Preflight} from './diagnosis/observation.js';
import {pageFindings} from './diagnosis/page.js';
import {readingFindings} from './diagnosis/reading.js';

const ORDER: readonly Level[] = ['breaks', 'hurts', 'note'];

/** Everything that is wrong with one endpoint on one page, worst first. */
export function diagnose(seen: Observations): readonly Finding[] {
  const page = pageFindings(seen);
  // Where the page stops the question, its missing answer is no news.
  const isStopped =
    page.some(({code}) => code === 'csp-connect' || code === 'no-endpoint') || isHeldBack(seen);
  return sorted([
    ...page,
    ...(isStopped ? [] : readingFindings(seen)),
    ...documentFindings(seen),
    ...unique((seen.preflights ?? []).flatMap((each) => preflightFindings(each, seen.origin))),
  ]);
}

/** Whether a page never got to ask, because the headers of its site were not let through. */
function isHeldBack({eyes, preflights = [], origin}: Observations): boolean {
  return (
    eyes === 'page' &&
    preflights.some((each) => each.method === 'GET' && refusalOf(each, origin) !== undefined)
  );
}

/** Worst first; what is equally bad stays in the order in which it was met. */
export function sorted(found: readonly Finding[]): readonly Finding[] {
  return ORDER.flatMap((level) => found.filter((one) => one.level === level));
}

/** Whether it is `PUT` or `DELETE` that is refused, the lines to paste are the same: once is enough. */
function unique(found: readonly Finding[]): readonly Finding[] {
  return found.filter(({code}, index) => found.findIndex((one) => one.code === code) === index);
}

function preflightFindings(preflight: Preflight, origin: string): readonly Finding[] {
  const why = refusalOf(preflight, origin);
  if (why === undefined) return [];
  const {url, method, headers} = preflight;
  const names = headers.map(capitalized);
  const own = names.filter((name) => name !== 'Content-Type' && name !== 'Idempotency-Key');
  const all = ['Content-Type', ...names.filter((name) => name !== 'Content-Type')].join(', ');
  const begin = `Browsers ask ${url} for leave before they send`;
  if (method === 'GET')
    return [
      finding(
        'preflight-read',
        'breaks',
        'host',
        `${begin} ${own.join(', ')}, which the widget has in its headers, and do not get it: ${why}. So nothing can be read.`,
        preflightLines(all),
      ),
    ];
  if (method === 'POST')
    return [
      finding(
        'preflight',
        'breaks',
        'host',
        `${begin} ${own.length > 0 ? own.join(', ') : headers.includes('content-type') ? 'JSON' : all}, and do not get it: ${why}.`,
        // A form needs no leave, unless there is something else that does.
        [...(headers.every((name) => name === 'content-type') ? [FORM_LINE] : []), ...preflightLines(all)],
      ),
    ];
  return [
    finding(
      'preflight-manage',
      'hurts',
      'host',
      `${begin} ${method}, and do not get it: ${why}. So nobody can change or give up what they sent.`,
      preflightLines(all),
    ),
  ];
}

/** `idempotency-key` as it is usually written. */
function capitalized(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
