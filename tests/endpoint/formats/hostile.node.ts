import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import fc from 'fast-check';

import {detect, formatNamed, FORMAT_NAMES} from '../../../src/endpoint/formats/index.js';
import {FIXTURES} from './fixtures.js';
import {MANY} from './many.js';
import {arrive, HERE, json, NOW, text} from './source.js';

/** Keys and values that the formats look for, so that what is drawn gets past their first look. */
const KEYS =
  '__proto__ constructor toString @context @type @id @graph @value type id items kind events features first next object orderedItems ' +
  'properties geometry coordinates geometries name title label rendered start end dateTime date timeZone startDate startTime ' +
  'start_date utc_start_date location address geo latitude longitude recurrence status summary description content url image ' +
  'organizer eventSchedule repeatFrequency byDay subEvent superEvent links rel href numberMatched recurringEventId ' +
  'originalStartTime nextPageToken mediaType visibility attachment venue nameMap maximumAttendeeCapacity updated';
const VALUES: readonly unknown[] = [
  // What throws when it is made a text.
  {toString: 1, valueOf: 1},
  'Event',
  'Create',
  'OrderedCollection',
  'Organization',
  'Feature',
  'FeatureCollection',
  'Point',
  'Place',
  'calendar#events',
  'https://schema.org',
  'https://www.w3.org/ns/activitystreams',
  '2026-12-03T18:00:00-08:00',
  '2026-12-03',
  '2026-12-03 18:00:00',
  'RRULE:FREQ=WEEKLY',
  'EXDATE:x',
  'P1W',
  'Weekly',
  'next',
  'tribe_events',
  'publish',
  'cancelled',
  'America/Los_Angeles',
  'Mars/Base',
  'javascript:alert(1)',
  'https://a b',
  '//',
  'http://[',
  '\ud800',
  '\u0000',
  '<',
  '&#xffffff;',
  '9'.repeat(400),
  -1,
  1e308,
  1_784_397_600,
];

const {tree} = fc.letrec((tie) => ({
  tree: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.constantFrom<unknown>(...VALUES),
    fc.jsonValue({maxDepth: 2}),
    fc.array(tie('tree'), {maxLength: 4}),
    fc.array(fc.tuple(fc.constantFrom(...KEYS.split(' ')), tie('tree')), {maxLength: 8}).map((pairs) =>
      // As `JSON.parse` does: `__proto__` becomes a key like any other.
      JSON.parse(
        `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`,
      ),
    ),
  ),
}));

/** A source that is right, and has something wrong in one place of it. */
const spoiled = fc
  .tuple(fc.constantFrom(...Object.values(FIXTURES)), fc.nat(), tree)
  .map(([source, at, value]) => {
    if (source.json === undefined) return source;
    const copy: unknown = JSON.parse(source.text);
    const places: [object: Record<string, unknown>, key: string][] = [];
    const walk = (each: unknown): void => {
      if (typeof each !== 'object' || each === null) return;
      for (const key of Object.keys(each)) {
        places.push([each as Record<string, unknown>, key]);
        walk((each as Record<string, unknown>)[key]);
      }
    };
    walk(copy);
    const [object, key] = places[at % places.length]!;
    object[key] = value;
    return json(copy, HERE);
  });

describe('whatever an endpoint answers', () => {
  for (const name of FORMAT_NAMES)
    test(`${name} translates it or says why not, and the reader takes what it gives`, async () => {
      const format = (await formatNamed(name))!;
      const any = fc.oneof(
        tree.map((value) => json(value)),
        spoiled,
        fc.string({unit: 'binary'}).map((value) => text(value)),
      );

      await fc.assert(
        fc.asyncProperty(any, fc.constantFrom(HERE, '', 'not an address'), async (source, url) => {
          await detect({...source, url});
          const translation = await format.translate({...source, url}, NOW);

          const {document, left, next} = arrive(translation);

          for (const each of left) assert.match(`${each.path} ${each.code}`, /^(?:\/.*|line \d+|) [a-z-]+$/s);
          assert.ok(next === undefined || /^https?:/.test(next));
          assert.doesNotMatch(
            JSON.stringify(document),
            /"(?:url|image|online|href|to)":"javascript:|"__proto__":/,
          );
          assert.equal((Object.prototype as {polluted?: unknown}).polluted, undefined);
        }),
        {numRuns: 400},
      );
    });

  test('a prototype never travels', async () => {
    const bad = JSON.parse(
      '{"type":"FeatureCollection","__proto__":{"polluted":1},"features":[{"type":"Feature","geometry":null,"__proto__":{"id":1},"properties":{"__proto__":{"name":"Bad"},"name":"Good"}}]}',
    ) as unknown;
    const format = (await formatNamed('geojson'))!;

    const {groups} = arrive(await format.translate(json(bad), NOW));

    assert.deepEqual(groups, [{id: 'Good', name: 'Good'}]);
    assert.equal(({} as {polluted?: unknown}).polluted, undefined);
  });

  test('an object with a toString of its own is no text, wherever a text is looked for', async () => {
    const trap = {toString: 'Event', valueOf: 1};
    for (const [what, source] of Object.entries(FIXTURES).filter(
      ([, {json: value}]) => value !== undefined,
    )) {
      const format = (await formatNamed(what.split(' ', 1)[0]!))!;
      for (const key of KEYS.split(' ')) {
        const trapped = JSON.parse(source.text, (_, value: unknown) =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? {...value, [key]: trap}
            : value,
        ) as unknown;

        await format.translate(json(trapped), NOW);
      }
    }
  });

  test('lists nested beyond any sense end', async () => {
    for (const name of FORMAT_NAMES) {
      const format = (await formatNamed(name))!;
      for (const opening of [
        '{"type":"Feature","geometry":{"type":"Polygon","coordinates":',
        '{"items":',
        '{"@graph":',
        '{"object":',
      ]) {
        // Sixty-four levels are what a document may have before it comes here.
        const deep = JSON.parse(
          `${opening}${'['.repeat(60)}${']'.repeat(60)}${'}'.repeat(opening.split('{').length - 1)}`,
        ) as unknown;

        await format.translate(json(deep), NOW);
      }
    }
  });
});

describe('ten thousand entries', () => {
  for (const name of FORMAT_NAMES)
    test(`${name} hands the page its turn, and takes four times as long for four times as much`, async () => {
      const format = (await formatNamed(name))!;
      const [some, all] = [MANY[name]!(2_500), MANY[name]!(10_000)];
      const timeOf = async (source: typeof all) => {
        const before = spent();
        await format.translate(source, NOW);
        return spent() - before;
      };
      const content = all.json === undefined ? JSON.stringify(all.text.split('\n')) : all.text;
      const {result} = await longestHold(() => format.translate(all, NOW));

      // In processor time, and the best of three of each: other programs run on this machine too.
      const [parsing, longest, short, long] = [[], [], [], []] as [number[], number[], number[], number[]];
      for (let round = 0; round < 3; round += 1) {
        parsing.push(timeToParse(content));
        const before = spent();
        longest.push((await longestHold(() => format.translate(all, NOW))).longest);
        long.push(spent() - before);
        short.push(await timeOf(some));
      }
      const least = {
        parsing: Math.min(...parsing),
        longest: Math.min(...longest),
        short: Math.min(...short),
        long: Math.min(...long),
      };

      const {gatherings, groups, left} = arrive(result);
      assert.deepEqual([gatherings.length + groups.length, left.length], [10_000, 0]);
      const told = Object.entries(least)
        .map(([what, time]) => `${what} ${time.toFixed(0)} ms`)
        .join(', ');
      // Parsing the text holds the page in one piece as well. Fifty milliseconds are what a visitor does not feel.
      assert.ok(least.longest <= Math.max(50, 3 * least.parsing), told);
      assert.ok(least.long < 12 * Math.max(least.short, 5), told);
      console.log(`      ${name}: ${told}`);
    });

  test('more than a document may hold are cut, those to come first', async () => {
    const items = Array.from({length: 10_050}, (_, index) => ({
      id: `id${index}`,
      summary: `Soup ${index}`,
      // Newest first, as many systems list; and the last hundred are yet to come.
      start: {dateTime: index < 9_950 ? '2025-01-01T18:00:00Z' : '2026-12-03T18:00:00Z'},
    }));
    const format = (await formatNamed('google-calendar'))!;

    const {gatherings, left} = arrive(await format.translate(json({kind: 'calendar#events', items}), NOW));

    assert.deepEqual(left, [{path: '/gatherings', code: 'too-many'}]);
    assert.equal(gatherings.length, 10_000);
    assert.equal(gatherings.filter(({start}) => start === '2026-12-03T18:00Z').length, 100);
  });
});

/** Processor time of this process so far, in milliseconds: what others on the machine do does not count. */
function spent(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1_000;
}

function timeToParse(content: string): number {
  const before = spent();
  JSON.parse(content);
  return spent() - before;
}

/** Runs something, and tells the longest time in which nothing else could run, in milliseconds of processor time. */
async function longestHold<Result>(
  run: () => Result | Promise<Result>,
): Promise<{longest: number; result: Result}> {
  let longest = 0;
  let last = spent();
  let isDone = false;
  const look = () => {
    const now = spent();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  const result = await run();
  isDone = true;
  return {longest: Math.max(longest, spent() - last), result};
}
