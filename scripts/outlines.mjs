// Writes the outlines of the world that the map is drawn on, from Natural Earth as the package world-atlas has it.
//
// `node scripts/outlines.mjs` writes them; `--check` compares and says which one is out of date; `--sizes` also says
// what each weighs.
import fs from 'node:fs';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';

import {geoMercator, geoPath} from 'd3-geo';
import {format, resolveConfig} from 'prettier';
import {feature, mesh} from 'topojson-client';

import {simplify} from './outline-simplify.mjs';
import {ROOT, tool} from './run-steps.mjs';

const FOLDER = 'src/widgets/network-map/land';

/**
 * How much a square unit of error is worth in bits, `care` at the equator and less towards the poles, where the
 * projection makes much of little and where few people meet.
 */
const OUTLINES = [
  {
    name: 'world-110m',
    constant: 'WORLD_110M',
    says: 'The land of the world, for a map on which the world is up to 1,440 pixels wide.',
    land: 'land-110m.json',
    size: 1440,
    care: 0.27,
    moves: true,
    smallest: 6,
  },
  {
    name: 'world-50m',
    constant: 'WORLD_50M',
    says: 'Land and borders of countries, for closer views: a unit is 2.4 km at the equator.',
    land: 'land-50m.json',
    countries: 'countries-50m.json',
    size: 16_384,
    care: 0.1,
    moves: false,
    smallest: 5,
  },
];

const read = (file) => JSON.parse(fs.readFileSync(tool(`world-atlas/${file}`), 'utf8'));

/** The lines of a shape in Web Mercator, cut at the antimeridian and at the edges: uncut ones smear across the map. */
function project(shape, size) {
  const projection = geoMercator()
    .scale(size / (2 * Math.PI))
    .translate([size / 2, size / 2])
    .precision(0)
    .clipExtent([
      [0, 0],
      [size, size],
    ]);
  const lines = [];
  const add = (x, y) => {
    const [before] = lines.at(-1).slice(-1);
    if (before?.[0] !== x || before?.[1] !== y) lines.at(-1).push([x, y]);
  };
  geoPath(projection, {
    beginPath() {},
    moveTo(x, y) {
      lines.push([]);
      add(x, y);
    },
    lineTo: add,
    closePath() {},
  })(shape);
  return lines;
}

/** A ring names its first point once. */
function opened(ring) {
  const [first, last] = [ring[0], ring.at(-1)];
  return first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
}

/** Each line begun near the end of the one before, rings at whichever corner is nearest: short jumps are cheap. */
function inOrder(shapes, turn) {
  const left = [...shapes];
  const ordered = [];
  let end = [0, 0];
  while (left.length > 0) {
    let best = {cost: Infinity};
    for (const [at, shape] of left.entries())
      for (const [corner, [x, y]] of (turn ? shape : shape.slice(0, 1)).entries()) {
        const cost = Math.log2(1 + Math.abs(x - end[0])) + Math.log2(1 + Math.abs(y - end[1]));
        if (cost < best.cost) best = {cost, at, corner};
      }
    const [shape] = left.splice(best.at, 1);
    ordered.push([...shape.slice(best.corner), ...shape.slice(0, best.corner)]);
    end = ordered.at(-1).at(-1);
  }
  return ordered;
}

/**
 * A whole number in characters that need no escape in a string: the last digit of 57 is one of `#` to `[`, those of
 * 34 before it `]` to `~`. Digits go as far below zero as above, so that -28 to 28 is one character.
 */
function digits(value) {
  const digit = (rest, base, half) => ((((rest + half) % base) + base) % base) - half;
  const low = digit(value, 57, 28);
  let text = String.fromCharCode(low + 63);
  for (let rest = (value - low) / 57; rest !== 0;) {
    const high = digit(rest, 34, 17);
    text = String.fromCharCode(high + 110) + text;
    rest = (rest - high) / 34;
  }
  return text;
}

/** `units!rings!lines`: shapes by spaces, each the steps from point to point, x and y in turn. */
function encode({rings, lines}, size) {
  let [x, y] = [0, 0];
  const step = ([toX, toY]) => {
    const text = digits(toX - x) + digits(toY - y);
    [x, y] = [toX, toY];
    return text;
  };
  const write = (shapes) => shapes.map((shape) => shape.map(step).join('')).join(' ');
  return [
    size,
    write(inOrder(rings, true)),
    ...(lines.length > 0 ? [write(inOrder(lines, false))] : []),
  ].join('!');
}

function outlineOf({land, countries, size, care, moves, smallest}) {
  const atlas = read(land);
  const nations = countries && read(countries);
  const shapes = {
    rings: project(feature(atlas, atlas.objects.land), size).map(opened),
    lines: nations
      ? project(
          mesh(nations, nations.objects.countries, (a, b) => a !== b),
          size,
        )
      : [],
  };
  const careAt = ([, y]) => {
    const shrunk = 1 / Math.cosh((0.5 - y / size) * 2 * Math.PI);
    return care * Math.min(1, (2 * shrunk) ** 1.5) * (y > size * 0.72 ? 0.3 : 1);
  };
  return encode(simplify(shapes, {size, care: careAt, moves, smallest}), size);
}

const {version} = JSON.parse(fs.readFileSync(tool('world-atlas/package.json'), 'utf8'));
let stale = 0;
for (const outline of OUTLINES) {
  const file = `${FOLDER}/${outline.name}.ts`;
  const text = outlineOf(outline);
  const source =
    `// Written by scripts/outlines.mjs; change that, not this. Made with Natural Earth (naturalearthdata.com), which is in\n` +
    `// the public domain, from ${[outline.land, outline.countries].filter(Boolean).join(' and ')} of the npm package world-atlas ${version}.\n\n` +
    `/** ${outline.says} For \`decodeOutline\`. */\nexport const ${outline.constant} =\n  '${text.replaceAll("'", "\\'")}';\n`;
  const config = await resolveConfig(path.join(ROOT, file));
  const made = await format(source, {...config, parser: 'typescript'});
  if (process.argv.includes('--sizes'))
    console.log(
      `${outline.name}: ${text.length} characters, ${brotliCompressSync(text).length} brotli bytes`,
    );
  const full = path.join(ROOT, file);
  if (!process.argv.includes('--check')) {
    fs.mkdirSync(path.dirname(full), {recursive: true});
    fs.writeFileSync(full, made);
  } else if (!fs.existsSync(full) || fs.readFileSync(full, 'utf8') !== made) {
    stale++;
    console.error(`${file} is out of date: run node scripts/outlines.mjs`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
