/**
 * HTML as plain text, without a parser of the page: it runs in Node, builds no element and runs nothing.
 *
 * What it gives never holds a tag, nor a control character but the line break. One pass over the text, so that a
 * megabyte of `<` costs what a megabyte of letters costs.
 */
import {namedCharacter, numberedCharacter} from './entities.js';

/** Elements whose content is not for reading. */
const UNREAD = new Set('script style template iframe noembed noframes object svg math select'.split(' '));
/** Elements that begin on a line of their own, and those that also keep a distance. */
const LINES = new Set('div tr dt dd figcaption section article header footer main nav aside hr'.split(' '));
const PARAGRAPHS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure address details form fieldset'.split(' '),
);
/** Cells and the like: words in two of them are two words. */
const APART = new Set(['td', 'th', 'img', 'option', 'summary']);

const TAG_NAME = /[a-z][a-z0-9]*/iy;
const ENTITY =
  /&(?:#(x[0-9a-f]{1,6}|\d{1,7})(?:;|(?![0-9a-z]))|([a-z][a-z0-9]{1,30});|(amp|lt|gt|quot|nbsp)(?![0-9a-z=]))/gi;
const HAS_LINES = /<(?:br|p|div|li|tr|h[1-6])\b/i;
const CONTROL = /(?!\n)[\p{Cc}\u2028\u2029\ufdd0]/gu;
/** What makes a text worth a closer look: most names of most calendars have nothing of it. */
const UNTIDY = /[^ -~¡-\u2027\u202a-\ud7ff]| {2}|^ | $/;
/** Stands before the mark of an item until the whole is there: `<li><p>` is one line, not two. A noncharacter. */
const ITEM = '\ufdd0';
const MARK = /^(• |\d+\. )\s+/;

/** `text` with the characters that HTML writes by name or number. Names nobody knows stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, number?: string, name?: string, bare?: string) => {
    if (number) return numberedCharacter(/^x/i.test(number) ? parseInt(number.slice(1), 16) : +number);
    return namedCharacter(name ?? bare!.toLowerCase()) ?? whole;
  });
}

/**
 * `html` as text: blocks become lines, items of lists get a mark, entities become characters.
 *
 * Text without any tag that makes lines keeps its own line breaks, because calendars mix both. Applied to its own
 * result it changes nothing more, except where that holds an `&` or a `<` that was written as an entity of an entity.
 */
export function htmlText(html: string): string {
  const plain = /[<&]/.test(html) ? withoutLeftovers(decodeEntities(withoutTags(html))) : html;
  return tidy(plain);
}

/** Spaces and breaks as a reader expects them. */
function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text;
  const spaced = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\t\v\f\u00a0]/g, ' ')
    .replace(CONTROL, '');
  if (!/ {2}| \n|\n |\n{3}/.test(spaced)) return spaced.trim();
  const lines = spaced.split('\n').map((each) => each.replace(/ {2,}/g, ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Tags that came out of entities, as in `&lt;p&gt;`, which a system wrote that escapes twice. */
function withoutLeftovers(text: string): string {
  if (!text.includes('<')) return text;
  const once = withoutTags(text);
  if (!once.includes('<')) return once;
  // What a removed tag has brought together must not be one: `<<b>b>`.
  let out = '';
  let from = 0;
  for (let at = once.indexOf('<'); at >= 0; at = once.indexOf('<', from)) {
    let end = at + 1;
    while (once[end] === '<') end += 1;
    out += once.slice(from, isTagStart(once, end) ? at : end);
    from = end;
  }
  return out + once.slice(from);
}

function isTagStart(text: string, at: number): boolean {
  return /[a-z/!?]/i.test(text[at] ?? '');
}

function withoutTags(html: string): string {
  const find = finderIn(html);
  const lists: number[] = [];
  const space = HAS_LINES.test(html) ? (text: string) => text.replace(/\s+/g, ' ') : (text: string) => text;
  let out = '';
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', Math.max(from, at + 1))) {
    if (!isTagStart(html, at + 1)) continue;
    out += space(html.slice(from, at));
    if (html.startsWith('<!--', at)) {
      const end = find('-->', at + 4);
      from = end < 0 ? find('>', at) + 1 || html.length : end + 3;
      continue;
    }
    const closes = html[at + 1] === '/';
    TAG_NAME.lastIndex = at + (closes ? 2 : 1);
    const name = TAG_NAME.exec(html)?.[0].toLowerCase() ?? '';
    from = endOfTag(html, at + 1, find);
    if (!closes && UNREAD.has(name) && !isEmptyPicture(name, html[from - 2]))
      from = endOfElement(html, name, from);
    else out += markOf(name, closes, lists);
  }
  const pieces = (out + space(html.slice(from))).split(ITEM);
  if (pieces.length < 2) return pieces[0]!;
  return pieces.map((piece) => piece.replace(MARK, '$1').trim()).join('\n');
}

/** What a tag leaves behind. `lists` holds the number of the next item of each open list, or -1 for bullets. */
function markOf(name: string, closes: boolean, lists: number[]): string {
  if (name === 'br') return '\n';
  if (name === 'li') {
    if (closes) return '';
    const next = lists.at(-1) ?? -1;
    if (next > 0) lists[lists.length - 1] = next + 1;
    return `${ITEM}${next > 0 ? `${next}.` : '•'} `;
  }
  if (name === 'ul' || name === 'ol') {
    if (closes) lists.pop();
    else lists.push(name === 'ol' ? 1 : -1);
    // A list inside an item goes on where it is.
    return lists.length > (closes ? 0 : 1) ? '\n' : '\n\n';
  }
  if (PARAGRAPHS.has(name)) return '\n\n';
  if (LINES.has(name)) return '\n';
  return APART.has(name) ? ' ' : '';
}

/** The place after the `>` of a tag; a `>` inside quotes is not it. A tag that never ends takes the rest with it. */
function endOfTag(html: string, from: number, find: Finder): number {
  let at = from;
  for (;;) {
    const end = find('>', at);
    if (end < 0) return html.length;
    const quote = firstQuote(html, at, end);
    if (quote < 0) return end + 1;
    const closing = find(html[quote]!, quote + 1);
    // A quote without a partner is a slip of the pen.
    if (closing < 0) return find('>', quote) + 1;
    at = closing + 1;
  }
}

/** The first quote that begins a value, between two places: `don't` holds none. */
function firstQuote(html: string, from: number, to: number): number {
  let before = '';
  for (let at = from; at < to; at += 1) {
    const letter = html[at]!;
    if (before === '=' && (letter === '"' || letter === "'")) return at;
    if (letter > ' ') before = letter;
  }
  return -1;
}

/** `<svg/>` ends where it begins; a script does not, whatever it says. */
function isEmptyPicture(name: string, before: string | undefined): boolean {
  return before === '/' && (name === 'svg' || name === 'math');
}

function endOfElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?![a-z0-9])`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  if (!found) return html.length;
  const end = html.indexOf('>', found.index);
  return end < 0 ? html.length : end + 1;
}

type Finder = (what: string, from: number) => number;

/** `indexOf` that remembers its last find, so that many asking for the same far place walk there once. */
function finderIn(html: string): Finder {
  const known = new Map<string, {asked: number; found: number}>();
  return (what, from) => {
    const last = known.get(what);
    if (last && last.asked <= from && (last.found < 0 || last.found >= from)) return last.found;
    const found = html.indexOf(what, from);
    known.set(what, {asked: from, found});
    return found;
  };
}
