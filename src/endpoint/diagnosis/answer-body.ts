/** What is wrong with the body of an answer. */
import {LIMITS} from '../../protocol/limits.js';
import {isHtml} from '../body.js';
import {finding, type Finding} from './finding.js';
import {jsonFault} from './json-fault.js';
import {SNIPPET} from './lines.js';
import type {Seen} from './observation.js';

/** What is wrong with a body before it is JSON; `undefined` where it can be parsed. */
export function bodyFinding(read: Seen): Finding | undefined {
  const {text, cut, status} = read;
  const most = LIMITS.readBytes / 1e6;
  if (cut === 'too-big')
    return finding(
      'too-big',
      'breaks',
      'host',
      `The answer is longer than ${most} MB, and is not read any further: leave out what is long past.`,
    );
  if (cut === 'broken')
    return finding('broken-off', 'breaks', 'host', `The answer broke off after ${read.bytes} bytes.`);
  if (isHtml(text))
    return finding(
      'html',
      'breaks',
      'webmaster',
      `There is a web page at this address (${titleOf(text)}status ${status}), and no data: ${guessOf(text)}`,
      [SNIPPET],
    );
  return undefined;
}

function titleOf(html: string): string {
  const [, title = ''] = /<title[^>]*>([^<]{1,80})/i.exec(html.slice(0, 20_000)) ?? [];
  return title.trim() ? `"${title.trim()}", ` : '';
}

function guessOf(html: string): string {
  const start = html.slice(0, 50_000);
  if (/type=["']?password/i.test(start))
    return 'it asks to log in, so the address has to be open to everybody.';
  if (/\b404\b|not found/i.test(start)) return 'it says that nothing is there, so the address is misspelt.';
  if (/^\s*<\?xml|<rss|<feed/i.test(start)) return 'it is XML, which is read only where a format is named.';
  return 'a log-in, a captive portal of the Wi-Fi, or the page beside the data.';
}

/** The place and the likely slip where an answer is no JSON. */
export function notJson(text: string): Finding {
  if (text.trim() === '') return finding('not-json', 'breaks', 'host', 'The answer is empty.');
  const fault = jsonFault(text);
  const place = fault
    ? ` at line ${fault.line}, column ${fault.column}${fault.near ? ` (${JSON.stringify(fault.near)})` : ''}: ${fault.hint}`
    : '';
  return finding('not-json', 'breaks', 'host', `The answer is not JSON${place}.`);
}
