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
  const isStopped = page.some(({code}) => code === 'csp-connect' || code === 'no-endpoint');
  return sorted([
    ...page,
    ...(isStopped ? [] : readingFindings(seen)),
    ...documentFindings(seen),
    ...unique((seen.preflights ?? []).flatMap((each) => preflightFindings(each, seen.origin))),
  ]);
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
  const {url, method} = preflight;
  const names = preflight.headers.includes('idempotency-key')
    ? 'Content-Type, Idempotency-Key'
    : 'Content-Type';
  if (method === 'POST')
    return [
      finding(
        'preflight',
        'breaks',
        'host',
        `Browsers ask ${url} for leave before they send JSON, and do not get it: ${why}.`,
        [FORM_LINE, ...preflightLines(names)],
      ),
    ];
  return [
    finding(
      'preflight-manage',
      'hurts',
      'host',
      `Browsers ask ${url} for leave before they send ${method}, and do not get it: ${why}. So nobody can change or give up what they sent.`,
      preflightLines(names),
    ),
  ];
}
