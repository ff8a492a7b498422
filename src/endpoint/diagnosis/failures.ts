/** What the client and the settings refuse, by the codes that they have for it. The request itself is `reading.ts`. */
import {fetchableUrl} from '../../base/safe-url.js';
import type {LoadFailure} from '../../protocol/outcome.js';
import {notJson} from './answer-body.js';
import {finding, type Finding, type Line} from './finding.js';
import {SNIPPET} from './lines.js';

const VERSION: Line = {where: 'The endpoint: at the start of the document', text: '"ctg": "1"'};
const onWidget = (text: string): Line => ({where: 'The page: on the widget', text});

/** What a failure means. `text` is the answer as far as there was one; codes of the request itself give nothing. */
export function failureFindings({code, detail = ''}: LoadFailure, text: string): readonly Finding[] {
  const breaks = (name: Finding['code'], what: string, ...lines: readonly Line[]): readonly Finding[] => [
    finding(name, 'breaks', 'webmaster', what, lines),
  ];
  switch (code) {
    case 'not-set-up':
      return settingFinding(detail);
    case 'bad-address':
      return addressFinding(detail);
    case 'mixed-content':
      return breaks(
        'mixed-content',
        `The page is on https: and the endpoint on http: (${detail}), which browsers do not let through.`,
        {
          where: 'The page: if the endpoint answers there too',
          text: `data-endpoint="${detail.replace(/^http:/, 'https:')}/…"`,
        },
      );
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
      return breaks(
        'unknown-version',
        `The document says "ctg": ${JSON.stringify(detail)}, and this copy of the widgets knows version "1": take newer files, or correct the document.`,
        VERSION,
      );
    case 'not-a-document':
      return breaks(
        'not-a-document',
        `The answer is JSON (${shapeOf(text)}), and in no format that is known: without "ctg" it needs a format or a mapping.`,
        VERSION,
        {where: 'Or the page: on the widget', text: 'data-format="NAME"'},
      );
    case 'two-formats':
      return breaks(
        'two-formats',
        `The answer could be read as more than one format (${detail}): say which.`,
        onWidget(`data-format="${detail.split(',')[0]!.trim()}"`),
      );
    case 'wrong-format':
      return breaks(
        'wrong-format',
        `The answer is not in the format that was named: ${detail}.`,
        onWidget('data-format="auto"'),
      );
    case 'bad-mapping':
      return breaks(
        'mapping-syntax',
        `The mapping cannot be understood: ${detail}. In an attribute, > is written &gt; and " is written &quot;.`,
      );
    case 'empty-mapping':
      return breaks(
        'mapping-empty',
        `The mapping finds nothing in the answer (${shapeOf(text)}): ${detail}.`,
      );
    case 'bad-defaults':
    case 'bad-headers':
      return breaks(
        'bad-setting',
        `The ${code.slice(4)} of the widget cannot be understood: ${detail}. In an attribute, " is written &quot;.`,
      );
    case 'answers-error':
      return [
        finding(
          'error-under-200',
          'breaks',
          'host',
          `The answer has a good status and nothing in it but an error${detail ? `: ${detail}` : ''}.`,
        ),
      ];
    default:
      return [];
  }
}

function settingFinding(detail: string): readonly Finding[] {
  if (detail.startsWith('format='))
    return [
      finding(
        'unknown-format',
        'breaks',
        'webmaster',
        `No format is called "${detail.slice('format='.length)}"; leave it away to have it found out.`,
        [onWidget('data-format="auto"')],
      ),
    ];
  if (detail)
    return [
      finding('bad-setting', 'breaks', 'webmaster', `A setting of the widget is not known: ${detail}.`),
    ];
  return [
    finding(
      'no-endpoint',
      'breaks',
      'webmaster',
      'The widget has no endpoint: the attribute is missing, or the builder has removed it.',
      [SNIPPET],
    ),
  ];
}

function addressFinding(detail: string): readonly Finding[] {
  const [, named] = /^not in data-allow: (.*)/.exec(detail) ?? [];
  // An address that could be asked is no bad one: a redirect has led to it, and the page does not want to go there.
  const refused = named ?? fetchableUrl(detail)?.origin;
  if (refused !== undefined)
    return [
      finding(
        'not-allowed',
        'breaks',
        'webmaster',
        `data-allow on the script tag does not name ${refused}, so nothing is asked there and no answer from there is read.`,
        [{where: 'The page: on the script tag, if you trust it', text: `data-allow="… ${refused}"`}],
      ),
    ];
  return [
    finding(
      'bad-address',
      'breaks',
      'webmaster',
      `The endpoint "${detail}" is no web address that can be asked: it has to start with https:// and must not have a name or password in it.`,
      [SNIPPET],
    ),
  ];
}

/** What a text of JSON holds, in a few words. */
function shapeOf(text: string): string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // No JSON: some formats are none.
    return 'a text';
  }
  if (Array.isArray(json)) return `a list of ${json.length}`;
  const keys = typeof json === 'object' && json !== null ? Object.keys(json).slice(0, 6) : [];
  return keys.length > 0 ? `an object with ${keys.join(', ')}` : 'a single value';
}
