import type {CtgDocument} from '../../../src/protocol/document.js';
import {FEWEST, HEART, layOut, MOST, SEEDS} from '../../../src/ui/flower/geometry.js';
import type {Queries} from '../database.js';
import {html, type Markup} from '../pages/html.js';
import {hasBadge} from './receipts.js';
import {PLEDGE, type PledgeRow} from './pledges.js';
import {type Asking, valuesOf} from './section.js';
import {shownOf} from './wall.js';

/** An organisation's pledge by its public id, where it may be shown; undefined for every other. */
export async function readBadge(
  queries: Queries,
  site: string,
  badge: string,
): Promise<PledgeRow | undefined> {
  const [row] = await queries.query<PledgeRow>(
    `select ${PLEDGE} from pledges p where p.site = $1 and p.badge = $2 and p.shows`,
    [site, badge],
  );
  return row && hasBadge(row.kind, row.body) ? row : undefined;
}

/** What proves a badge: who pledged what and when, said by the site that it was pledged to. */
export function proofOf({site, intention}: Asking, row: PledgeRow, base: string): CtgDocument | undefined {
  const entry = shownOf(row, valuesOf(intention));
  if (!entry) return undefined;
  return {
    ctg: '1',
    publisher: {...site.publisher, url: `${base}/${site.id}/pledge`},
    pledge: {values: intention.values.filter(({id}) => row.chosen.includes(id)), recent: [entry]},
  };
}

/** Width of the picture and of the flower's half, in pixels; the height follows the words. */
const WIDTH = 320;
const FLOWER = 34;
const LEFT = 92;
/** Letters that fit beside the flower, at 13 and at 11 pixels, also in the widest of the fonts. */
const FITS = {large: 27, small: 34} as const;
/** Lines that a sentence may have; what is longer is cut, because a badge is no page. */
const LINES = 5;

/** The badge as a plain picture that carries its own colours, for websites where no script runs. */
export function badgePicture({site, intention}: Asking, row: PledgeRow | undefined): string {
  const chosen = intention.values.filter(({id}) => row?.chosen.includes(id));
  if (!row?.body || chosen.length === 0) {
    const asks = `Look it up at ${site.publisher.name}`;
    return picture(
      intention.values.map(() => 0),
      {
        name: '',
        says: 'We can’t confirm this promise right now.',
        since: asks,
      },
    );
  }
  const labels = chosen.map(({label}) => plain(label));
  const date = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'}).format(row.created);
  return picture(
    intention.values.map(({id}) => (row.chosen.includes(id) ? 1 : 0)),
    {
      name: plain(row.body.name),
      says: `We promised to live by ${new Intl.ListFormat('en').format(labels)}.`,
      since: `Since ${date}. Our own promise, not a certificate.`,
    },
  );
}

/** What a badge says, a line for each. */
interface Said {
  readonly name: string;
  readonly says: string;
  readonly since: string;
}

function picture(counts: readonly number[], {name, says, since}: Said): string {
  const lines = [
    ...wrapped(name, FITS.large).map((text) => ({text, size: 13, weight: 400, fill: '#556168'})),
    ...wrapped(says, FITS.large).map((text) => ({text, size: 13, weight: 600, fill: '#1F2B2E'})),
    ...wrapped(since, FITS.small).map((text) => ({text, size: 11, weight: 400, fill: '#556168'})),
  ];
  const height = Math.max(96, 28 + lines.length * 17);
  const top = height / 2 - (lines.length * 17) / 2 + 13;
  // Three round corners and the stem: a petal's shape, as every card has it.
  const edge = `M14.5 .5H${WIDTH - 14.5}a14 14 0 0 1 14 14V${height - 14.5}a14 14 0 0 1-14 14H3.5a3 3 0 0 1-3-3V14.5a14 14 0 0 1 14-14Z`;
  const words = [name, says, since].filter(Boolean).join('. ');
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${WIDTH}"
    height="${height}"
    viewBox="0 0 ${WIDTH} ${height}"
    role="img"
    aria-labelledby="t"
  >
    <title id="t">${words}</title>
    <path d="${edge}" fill="#FFFFFF" stroke="#DEDBD3" />
    ${flower(counts, height)}
    <g font-family="system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif">
      ${lines.map(
        ({text, size, weight, fill}, index) =>
          html`<text
            x="${LEFT}"
            y="${top + index * 17}"
            font-size="${size}"
            font-weight="${weight}"
            fill="${fill}"
            unicode-bidi="plaintext"
            >${text}</text
          >`,
      )}
    </g>
  </svg>`.text;
}

function flower(counts: readonly number[], height: number): Markup | '' {
  if (counts.length < FEWEST || counts.length > MOST) return '';
  const {whole, leaf, half, petals} = layOut(counts);
  const leaves = petals.map(
    ({turn}) => html`<path d="${leaf}" transform="rotate(${turn + half})" fill="#E2EFEA" stroke="#B9CDC6" />`,
  );
  return html`<g transform="translate(46 ${height / 2}) scale(${FLOWER / 100})" stroke-width="2.4">
    ${leaf !== '' && leaves}
    ${petals.map(
      ({turn, tone, share}) =>
        html`<path
          d="${whole}"
          transform="rotate(${turn})"
          fill="${toneOf(tone)}"
          fill-opacity="${share > 0 ? 1 : 0.25}"
          stroke="#7C3350"
        />`,
    )}
    <circle r="${HEART}" fill="#FFFFFF" stroke="#7C3350" />
    ${petals.map(
      ({turn}) =>
        html`<circle
          cx="0"
          cy="${-SEEDS}"
          r="2.2"
          transform="rotate(${turn})"
          fill="#7C3350"
          stroke="none"
        />`,
    )}
  </g>`;
}

/** Gold above, rose below. Mixed here, since not everything that draws an SVG can mix colours. */
function toneOf(percent: number): string {
  const [gold, rose] = [
    [0xf0, 0xbd, 0x66],
    [0xdf, 0x7c, 0x9a],
  ];
  const mixed = gold!.map((part, at) => Math.round((part * percent + rose![at]! * (100 - percent)) / 100));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Text for a picture: without what XML forbids, and without what turns the direction of the letters after it. */
function plain(text: string): string {
  return text
    .replaceAll(
      /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu,
      ' ',
    )
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Lines of at most so many letters; a word that is longer than a line is cut, and so is what comes after the last. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    const cut = word.length > most ? `${word.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : word;
    if (last !== undefined && last.length + cut.length < most) lines[lines.length - 1] = `${last} ${cut}`;
    else lines.push(cut);
  }
  if (lines.length <= LINES) return lines;
  return [...lines.slice(0, LINES - 1), `${(lines[LINES - 1] ?? '').slice(0, most - 1)}…`];
}
