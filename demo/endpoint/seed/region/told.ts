/** How the invented groups of a region are told: shortly, each with a town, and with days that are told from today. */
import {coarsened} from '../../../../src/protocol/coarse-place.js';
import type {Group} from '../../../../src/protocol/group.js';

/** Towns of Northern Nevada and of the Sierra beside it, in degrees north and east. */
const TOWNS = {
  'Carson City': [39.1638, -119.7674],
  Dayton: [39.2371, -119.5929],
  Fallon: [39.4735, -118.7774],
  Fernley: [39.608, -119.2518],
  Gardnerville: [38.9413, -119.7496],
  Genoa: [39.0044, -119.8452],
  'Incline Village': [39.2513, -119.973],
  'Kings Beach': [39.2377, -120.0266],
  Lovelock: [40.1794, -118.4735],
  Minden: [38.9541, -119.7657],
  'Pyramid Lake': [39.951, -119.606],
  Reno: [39.5296, -119.8138],
  'Silver Springs': [39.4155, -119.2246],
  'South Lake Tahoe': [38.9399, -119.9772],
  'Spanish Springs': [39.6491, -119.7071],
  Sparks: [39.5349, -119.7527],
  Stead: [39.6233, -119.8819],
  'Sun Valley': [39.5963, -119.776],
  Susanville: [40.4163, -120.653],
  'Tahoe City': [39.1677, -120.1452],
  Truckee: [39.328, -120.1833],
  Verdi: [39.5185, -119.9888],
  'Virginia City': [39.3097, -119.6496],
  Wadsworth: [39.6338, -119.2838],
  Yerington: [38.9858, -119.1629],
} as const;

/** A tie to another group: its kind, or its kind and a word about it. */
type Tie = string | readonly [kind: string, note: string];

/** What is said of an invented group. */
export interface Told {
  /** Where it is; absent: nowhere on a map. */
  readonly in?: keyof typeof TOWNS;
  /** Where in that town, in kilometres to the north and to the east of its middle; absent: only the town is told. */
  readonly near?: readonly [north: number, east: number];
  readonly kind?: 'group' | 'organisation';
  readonly sector: string;
  readonly needs: readonly string[];
  readonly values?: readonly string[];
  readonly offers?: readonly string[];
  readonly text?: string;
  /** Ties by the other's key. */
  readonly ties?: Readonly<Record<string, Tie>>;
  /** Keys of those whose word of a tie is not true, as this group sees it. */
  readonly declines?: readonly string[];
  readonly contact?: Group['contact'];
  readonly url?: string;
  /** Days since it last said something of itself, and days until what it says runs out; negative: it has. */
  readonly ago: number;
  readonly expiresIn?: number;
}

/** Invented groups by a key, which is the name of their website below `.example`. */
export type Region = Readonly<Record<string, readonly [name: string, told: Told]>>;

const DAY = 24 * 3_600_000;
const KILOMETRES_A_DEGREE = 111.2;

/** What documents call the group with this key. */
export function idOf(key: string): string {
  return `https://${key}.example/`;
}

/**
 * A region's groups as a document lists them.
 *
 * Their days are told from the beginning of today, so that a document stays the same, to the letter, all day.
 */
export function groupsOf(region: Region, now: number): readonly Group[] {
  const day = Math.floor(now / DAY) * DAY;
  const stamp = (days: number) => new Date(day + days * DAY).toISOString();
  return Object.entries(region).map(([key, [name, told]]) => {
    const {kind = 'organisation', sector, needs, values, offers, text, ties, declines} = told;
    const {contact, url = idOf(key), ago, expiresIn} = told;
    return {
      id: idOf(key),
      name,
      kind,
      sector,
      needs: [...needs],
      ...(values && {values: [...values]}),
      ...(offers && {offers: [...offers]}),
      ...(text !== undefined && {description: text}),
      url,
      ...placeOf(told),
      ...(contact && {contact}),
      ...(ties && {connections: Object.entries(ties).map(([to, tie]) => connectionOf(to, tie))}),
      ...(declines && {declines: declines.map(idOf)}),
      updated: stamp(-ago),
      ...(expiresIn !== undefined && {expires: stamp(expiresIn)}),
    };
  });
}

function connectionOf(to: string, tie: Tie): NonNullable<Group['connections']>[number] {
  const [kind, note] = typeof tie === 'string' ? [tie] : tie;
  return {to: idOf(to), kind, ...(note !== undefined && {note})};
}

function placeOf({in: label, near}: Told): Pick<Group, 'place'> {
  if (label === undefined) return {};
  const [lat, lon] = TOWNS[label];
  const [north, east] = near ?? [0, 0];
  const wide = KILOMETRES_A_DEGREE * Math.cos((lat * Math.PI) / 180);
  return {
    place: coarsened({
      label,
      lat: lat + north / KILOMETRES_A_DEGREE,
      lon: lon + east / wide,
      precision: near ? 'street' : 'town',
    }),
  };
}
