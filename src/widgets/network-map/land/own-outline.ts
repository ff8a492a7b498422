/** The outline that a page gives for its own region, as GeoJSON. Loaded only where there is one. */

import {shapeOf, type Name, type Outline, type Shape} from './outline.js';
import {
  closed,
  doubleArea,
  middleOf,
  middleOfLine,
  splitLine,
  splitRing,
  unroll,
  type Points,
} from './own-shapes.js';

/** Points that are kept, a hundred times what a region needs; what more there is would hold up every frame. */
const MOST_POINTS = 200_000;
/** How deep collections lie in each other; one inside another is rare already. */
const DEEPEST = 8;
/** Characters of a name, as of every name that is shown. */
const LONGEST_NAME = 200;

type Kind = 'land' | 'water' | 'rivers' | 'borders';

/** What a shape is, by the words of OpenStreetMap and by plain ones. */
const KINDS: ReadonlyMap<unknown, Kind> = new Map(
  Object.entries({
    land: ['land', 'island', 'islet', 'coastline'],
    water: ['water', 'lake', 'reservoir', 'sea', 'ocean', 'bay', 'lagoon', 'pond'],
    rivers: ['river', 'stream', 'canal'],
    borders: ['border', 'boundary', 'administrative'],
  }).flatMap(([kind, words]) => words.map((word) => [word, kind as Kind] as const)),
);
/** Where that is said, the first one first. */
const KEYS = ['kind', 'natural', 'waterway', 'type', 'boundary'];

/** A feature while it is read. */
interface Feature {
  readonly kind?: Kind | undefined;
  readonly name?: string | undefined;
  /** Its largest part so far, which is the one that gets the name. */
  size: number;
  spot?: Omit<Name, 'text'>;
}

/**
 * Reads the GeoJSON of a region: a collection, a feature or a bare geometry of polygons and lines, in longitude and
 * latitude. Never throws, whatever it is.
 *
 * `kind`, `natural`, `waterway`, `type` or `boundary` among the properties says what a shape is (`water`, `lake`,
 * `river`, `border`, `land` …); else polygons are land and lines are borders. `dropped` counts the shapes that could
 * not be drawn: rings and lines with a position that is none, of too few points, beyond 200,000 points in all, and
 * geometries of another kind. A feature without a geometry is none, and not counted.
 */
export function readOutline(json: unknown): {outline: Outline; dropped: number} {
  const reader = new Reader();
  reader.read(json, {size: -Infinity}, 0);
  return {outline: reader, dropped: reader.dropped};
}

class Reader implements Outline {
  readonly land: Shape[] = [];
  readonly water: Shape[] = [];
  readonly rivers: Shape[] = [];
  readonly borders: Shape[] = [];
  readonly names: Name[] = [];
  dropped = 0;
  #points = 0;

  read(node: unknown, feature: Feature, depth: number): void {
    const coordinates = list(own(node, 'coordinates'));
    const inside = (key: string) => {
      for (const each of list(own(node, key))) this.read(each, feature, depth + 1);
    };
    if (depth > DEEPEST) this.dropped++;
    else
      switch (own(node, 'type')) {
        case 'FeatureCollection':
          return inside('features');
        case 'GeometryCollection':
          return inside('geometries');
        case 'Feature':
          return this.#feature(node, depth);
        case 'Polygon':
          return this.#polygon(coordinates, feature);
        case 'MultiPolygon':
          return coordinates.forEach((rings) => this.#polygon(list(rings), feature));
        case 'LineString':
          return this.#line(coordinates, feature);
        case 'MultiLineString':
          return coordinates.forEach((line) => this.#line(list(line), feature));
        default:
          this.dropped++;
      }
  }

  #feature(node: unknown, depth: number): void {
    const geometry = own(node, 'geometry');
    if (geometry === null || geometry === undefined) return;
    const properties = own(node, 'properties');
    const words = KEYS.map((key) => own(properties, key));
    const name = own(properties, 'name');
    const feature: Feature = {
      kind: words.map((word) => KINDS.get(word)).find((kind) => kind),
      name: typeof name === 'string' ? shorten(name) : '',
      size: -Infinity,
    };
    this.read(geometry, feature, depth + 1);
    if (feature.name && feature.spot) this.names.push({text: feature.name, ...feature.spot});
  }

  #polygon(rings: readonly unknown[], feature: Feature): void {
    for (const [at, ring] of rings.entries()) {
      const points = this.#positions(list(ring), 3);
      const parts = points ? splitRing(points, at > 0) : [];
      if (parts.length === 0) this.dropped++;
      else if (feature.kind === 'borders') this.#add('borders', splitLine(closed(points!)));
      else this.#add(feature.kind === 'land' || !feature.kind ? 'land' : 'water', parts);
      for (const part of at === 0 && feature.name ? parts : []) {
        const size = doubleArea(part);
        if (size > feature.size) [feature.size, feature.spot] = [size, middleOf(part)];
      }
      // Holes of nothing would be filled.
      if (parts.length === 0 && at === 0) return;
    }
  }

  #line(positions: readonly unknown[], feature: Feature): void {
    if (positions.length === 0) return;
    const points = this.#positions(positions, 2);
    const parts = points ? splitLine(points) : [];
    if (parts.length === 0) this.dropped++;
    this.#add(feature.kind === 'water' || feature.kind === 'rivers' ? 'rivers' : 'borders', parts);
    // The longest line of those in the feature, and after every ring.
    for (const part of feature.name ? parts : [])
      if (-1 / part.length > feature.size)
        [feature.size, feature.spot] = [-1 / part.length, middleOfLine(part)];
  }

  /** The points of a shape that has enough of them, while there is room for more. */
  #positions(positions: readonly unknown[], least: number): Points | undefined {
    const points = this.#points + positions.length <= MOST_POINTS ? unroll(positions) : undefined;
    if (!points || points.length < 2 * least) return undefined;
    this.#points += positions.length;
    return points;
  }

  #add(kind: Kind, parts: readonly Points[]): void {
    for (const part of parts) this[kind].push(shapeOf(Float64Array.from(part)));
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The value of a key of its own; never one of the prototype's. */
function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** In one line, and cut between characters, never inside one. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return Array.from(line.slice(0, LONGEST_NAME * 2))
    .slice(0, LONGEST_NAME)
    .join('')
    .trim();
}
