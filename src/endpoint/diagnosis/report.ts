/** Findings as a text for an e-mail, from whoever keeps the page to whoever runs the endpoint. */
import type {Finding, Who} from './finding.js';

/** Who can mend a thing, in words. */
export const MENDERS: Readonly<Record<Who, string>> = {
  webmaster: 'for whoever edits the page',
  host: 'for whoever runs the endpoint',
  visitor: 'for the visitor',
  nobody: 'nobody can mend this',
};

/** What stands above the findings: names with what was seen. */
export type Facts = ReadonlyArray<readonly [name: string, text: string]>;

/** Everything as plain text. */
export function reportText(facts: Facts, findings: readonly Finding[]): string {
  const parts = findings.map(({code, what, who, lines, causes = []}, index) =>
    [
      `${index + 1}. ${what} [${code}, ${MENDERS[who]}]`,
      ...causes.map((cause, place) => `   ${'abcdefgh'[place] ?? '-'}) ${cause.what} ${cause.tell}`),
      ...lines.flatMap(({where, text}) => [
        `   ${where}:`,
        ...text.split('\n').map((line) => `     ${line}`),
      ]),
    ].join('\n'),
  );
  return [
    ...facts.map(([name, text]) => `${name}: ${text}`),
    '',
    ...(parts.length > 0 ? parts : ['Nothing was found.']),
    '',
  ].join('\n');
}
