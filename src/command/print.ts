/** How a report is written: a table for people, JSON for programs. */
import {refusalOf} from '../endpoint/diagnosis/cors.js';
import type {Finding, Level} from '../endpoint/diagnosis/finding.js';
import type {Asked, Sent} from '../endpoint/diagnosis/observation.js';
import {MENDERS} from '../endpoint/diagnosis/report.js';
import type {CtgDocument} from '../protocol/document.js';
import type {Report} from './check.js';

/** Wraps a text in the colour of a level, or gives it back as it is. */
export type Paint = (text: string, how: Level | 'good' | 'faint') => string;

const COLORS = {breaks: 31, hurts: 33, note: 36, good: 32, faint: 2} as const;
const MARKS: Record<Level, string> = {breaks: '✗', hurts: '!', note: 'i'};

/** Colours for terminals that want them (https://no-color.org); none into files and pipes. */
export function painter(
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  if (!isTerminal || environment['NO_COLOR'] || environment['TERM'] === 'dumb') return (text) => text;
  return (text, how) => `\u001b[${COLORS[how]}m${text}\u001b[0m`;
}

/** `text` without the characters that move and colour a terminal, which an endpoint may have written into its answer. */
function inert(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, '');
}

/** A report for people. */
export function tableOf(report: Report, paint: Paint): string {
  const rows = rowsOf(report).map(([name, text]) => `${paint(name.padEnd(11), 'faint')}${inert(text)}`);
  return [...rows, '', findingsOf(report.findings, paint), ...leftOf(report, paint), ''].join('\n');
}

/** Findings one after the other, with what to paste, and a last line that sums up. */
export function findingsOf(findings: readonly Finding[], paint: Paint): string {
  const parts = findings.map(({code, level, what, who, lines, causes = []}) =>
    [
      `${paint(`${MARKS[level]} ${code}`, level)}  ${paint(`(${MENDERS[who]})`, 'faint')}`,
      `  ${inert(what)}`,
      ...causes.map((cause) => `  - ${inert(`${cause.what} ${cause.tell}`)}`),
      ...lines.flatMap(({where, text}) => [
        `  ${inert(where)}:`,
        ...inert(text)
          .split('\n')
          .map((line) => `      ${line}`),
      ]),
      '',
    ].join('\n'),
  );
  const breaking = findings.filter(({level}) => level === 'breaks').length;
  const rest = findings.length - breaking;
  const sum =
    breaking > 0
      ? paint(
          `${breaking} of these break${breaking === 1 ? 's' : ''} it${rest > 0 ? `, ${rest} more to look at` : ''}.`,
          'breaks',
        )
      : paint(rest > 0 ? `It works. ${rest} to look at.` : 'It works, and nothing was found.', 'good');
  return [...parts, sum].join('\n');
}

function leftOf({left}: Report, paint: Paint): readonly string[] {
  if (left.length === 0) return [];
  return [
    paint(
      `Delete by hand: test sign-ups named "ctg check" may be left behind, with the ids ${inert(left.join(', '))}.`,
      'hurts',
    ),
  ];
}

function rowsOf(report: Report): ReadonlyArray<readonly [string, string]> {
  const {endpoint, origin, read, loaded, target, pledging, preflights, trial} = report;
  const rows: Array<readonly [string, string]> = [
    ['endpoint', endpoint],
    ['page', origin],
    ['reading', answerOf(read)],
  ];
  if (read?.kind === 'seen') {
    const {headers, hops} = read;
    rows.push([
      'redirects',
      hops.length > 0 ? [...hops.map(({status}) => status), read.final].join(' → ') : 'none',
    ]);
    rows.push([
      'cors',
      `Allow-Origin: ${headers.get('Access-Control-Allow-Origin') ?? 'none'}; exposed: ${headers.get('Access-Control-Expose-Headers') ?? 'nothing'}`,
    ]);
  }
  if (loaded) {
    const {document, dropped, format} = loaded;
    rows.push(['document', `${format} ${document.ctg}: ${sectionsOf(document)}, ${dropped.length} left out`]);
    for (const {rel, href, idempotent} of document.links ?? [])
      rows.push(['link', `${rel} ${href}${idempotent ? ' (idempotent)' : ''}`]);
  }
  for (const preflight of preflights)
    rows.push(['leave', `${preflight.method} ${preflight.url}: ${refusalOf(preflight, origin) ?? 'given'}`]);
  rows.push([
    'writing',
    trial
      ? trial.href
      : target
        ? `${target.href}: not tried (--write --gathering ID)`
        : 'nowhere to write to',
  ]);
  if (pledging) rows.push(['pledging', `${pledging.href}: not tried`]);
  if (trial) {
    const {first, repeat, altered, invalid, form, visits, taken} = trial;
    rows.push(['  first', sentOf(first)]);
    if (repeat) rows.push(['  again', sentOf(repeat)]);
    if (altered) rows.push(['  altered', sentOf(altered)]);
    if (invalid) rows.push(['  invalid', sentOf(invalid)]);
    if (form) rows.push(['  as form', sentOf(form)]);
    rows.push(['  counted', taken.map((each) => each ?? '?').join(' → ')]);
    for (const {look, giveUp, cancelled} of visits)
      rows.push([
        '  given up',
        `${statusOf(look)}, ${statusOf(giveUp)}${cancelled ? '' : ', not cancelled'}`,
      ]);
  }
  return rows;
}

/** What stands in a document; gatherings are counted also where there are none, since most widgets look for them. */
function sectionsOf({gatherings = [], pledge, groups}: CtgDocument): string {
  const many = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  return [
    many(gatherings.length, 'gathering'),
    ...(pledge ? [`a pledge of ${many(pledge.values?.length ?? 0, 'value')}`] : []),
    ...(groups ? [many(groups.length, 'group')] : []),
  ].join(', ');
}

function answerOf(read: Asked | undefined): string {
  if (!read) return 'nothing was asked';
  if (read.kind === 'unanswered') return `no answer after ${read.ms} ms (${read.why}: ${read.detail})`;
  const {status, headers, bytes, ms, utf8} = read;
  const packed = headers.get('Content-Encoding');
  return `${status}, ${headers.get('Content-Type') ?? 'no type'}, ${bytes} bytes${packed ? ` (${packed})` : ''}${utf8 ? '' : ', not UTF-8'}, ${ms} ms`;
}

function statusOf(asked: Asked): string {
  return asked.kind === 'seen' ? `${asked.method} ${asked.status}` : `${asked.method} ${asked.why}`;
}

function sentOf({asked, receipt}: Sent): string {
  return `${statusOf(asked)}, ${receipt ? `receipt ${receipt.status}` : 'no receipt'}, ${asked.ms} ms`;
}

/** A report for programs. Answers are told by their status and size; what was written is nobody's data. */
export function jsonOf(report: Report): string {
  const {endpoint, origin, read, loaded, target, pledging, preflights, trial, left, findings} = report;
  return JSON.stringify(
    {
      endpoint,
      origin,
      reading: read && askedJson(read),
      document: loaded && {
        ctg: loaded.document.ctg,
        gatherings: loaded.document.gatherings?.length ?? 0,
        pledge: loaded.document.pledge !== undefined,
        groups: loaded.document.groups?.length ?? 0,
        values: loaded.document.pledge?.values?.length ?? 0,
        dropped: loaded.dropped,
        links: loaded.document.links ?? [],
      },
      target: target?.href,
      pledging: pledging?.href,
      preflights: preflights.map((each) => ({
        method: each.method,
        url: each.url,
        refused: refusalOf(each, origin) ?? null,
      })),
      trial: trial && {
        first: sentJson(trial.first),
        repeat: trial.repeat && sentJson(trial.repeat),
        altered: trial.altered && sentJson(trial.altered),
        invalid: trial.invalid && sentJson(trial.invalid),
        form: trial.form && sentJson(trial.form),
        taken: trial.taken.map((each) => each ?? null),
        givenUp: trial.visits.map(({id, cancelled}) => ({id, cancelled})),
      },
      left,
      findings,
    },
    null,
    2,
    // JSON escapes the older control characters only.
  ).replace(/[\u007f-\u009f]/g, (each) => `\\u00${each.charCodeAt(0).toString(16)}`);
}

function askedJson(asked: Asked): object {
  if (asked.kind === 'unanswered') return {why: asked.why, detail: asked.detail, ms: asked.ms};
  const {status, headers, final, hops, bytes, ms, utf8} = asked;
  return {status, url: final, redirects: hops, bytes, ms, utf8, headers: Object.fromEntries(headers)};
}

function sentJson({id, asked, receipt}: Sent): object {
  return {
    id,
    status: asked.kind === 'seen' ? asked.status : asked.why,
    ms: asked.ms,
    receipt: receipt?.status ?? null,
  };
}
