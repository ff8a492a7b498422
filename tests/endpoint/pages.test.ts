import {assert} from 'chai';

import {Client} from '../../src/endpoint/client.js';
import {fetchOf, json, problem, text, unreachable} from './answers.js';
import {ENDPOINT, good, names, read, SET} from './reading.js';
import '../testing/sections.js';

describe('pages of one answer', () => {
  const page = (name: string, next?: string, more = {}): (() => Response) =>
    json({
      ctg: '1',
      gatherings: [{id: name, name}],
      links: [...(next ? [{rel: 'next', href: next}] : [])],
      ...more,
    });

  it('are read one after the other, the links of the first alone counting', async () => {
    const second = json({
      ctg: '1',
      gatherings: [{id: 'B', name: 'B'}],
      links: [
        {rel: 'signups', href: '/evil'},
        {rel: 'peer', href: 'https://p.example/'},
      ],
    });
    const {result, asked} = await read({}, page('A', '?page=2'), second);

    assert.equal(names(result), 'A, B');
    assert.deepEqual(
      good(result).document.links?.map(({rel}) => rel),
      ['next', 'peer'],
    );
    assert.equal(asked[1]?.url, `${ENDPOINT}?page=2`);
  });

  it('end where one names itself again', async () => {
    const {result, asked} = await read({}, page('A', '?page=2'), page('B', '?page=2'));

    assert.equal(names(result), 'A, B');
    assert.lengthOf(asked, 2);
    assert.deepEqual<unknown>(good(result).left, [{path: 'page 3', code: 'page-loop'}]);
  });

  it('end after twenty', async () => {
    let n = 0;
    const {result, asked} = await read({}, () => page(`G${n}`, `?page=${(n += 1) + 1}`)());

    assert.lengthOf(asked, 20);
    assert.deepEqual<unknown>(good(result).left, [{path: 'page 21', code: 'too-many-pages'}]);
  });

  it('are not followed to another origin, unless the page allows it', async () => {
    const far = page('A', 'https://b.example/2');
    const kept = await read({}, far, page('B'));
    const allowed = await read({allow: ['https://a.example', 'https://b.example']}, far, page('B'));
    const refused = await read({allow: ['https://a.example']}, far, page('B'));

    assert.equal(names(kept.result), 'A');
    assert.deepEqual<unknown>(good(kept.result).left, [{path: 'page 2', code: 'other-origin'}]);
    assert.equal(names(allowed.result), 'A, B');
    assert.equal(names(refused.result), 'A');
  });

  it('elsewhere get none of the headers that the site gives its endpoint', async () => {
    const allow = ['https://a.example', 'https://b.example'];
    const headers = {Authorization: 'Bearer open'};
    const far = await read({allow, headers}, page('A', 'https://b.example/2'), page('B'));
    const near = await read({allow, headers}, page('A', '?page=2'), page('B'));
    const sent = ({asked}: typeof far) =>
      asked.map(({init}) => new Headers(init.headers).has('Authorization'));

    assert.deepEqual(sent(far), [true, false]);
    assert.deepEqual(sent(near), [true, true]);
  });

  it('of a calendar are one calendar: a date that was moved is found pages after its series', async () => {
    const at = (day: string) => ({dateTime: `${day}T18:00:00Z`, timeZone: 'UTC'});
    const times = (day: string) => ({start: at(day), end: {dateTime: `${day}T19:00:00Z`, timeZone: 'UTC'}});
    const base = {kind: 'calendar#events', timeZone: 'UTC'};
    const apart = (day: string) => ({recurringEventId: 'soup', originalStartTime: at(day), summary: 'Soup'});
    const series = {
      id: 'soup',
      summary: 'Soup',
      ...times('1970-01-08'),
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'],
    };
    const {result} = await read(
      {},
      json({...base, nextPageToken: '2', items: [series]}),
      json({
        ...base,
        items: [
          {id: 'x', ...apart('1970-01-15'), status: 'cancelled'},
          {id: 'y', ...apart('1970-01-22'), ...times('1970-01-23')},
        ],
      }),
    );

    assert.deepEqual(
      (good(result).document.gatherings ?? [])
        .map(({start, status}) => `${start?.slice(5, 10)} ${status}`)
        .sort(),
      ['01-08 scheduled', '01-15 cancelled', '01-23 scheduled', '01-29 scheduled'],
    );
  });

  for (const [what, answer, code] of [
    ['cannot be had', unreachable as unknown as () => Response, 'unreachable'],
    ['is not there', problem(404, ''), 'not-found'],
    ['is a page of the web', text('<html>'), 'not-a-page'],
    ['is no document', json([1]), 'not-a-page'],
  ] as const) {
    it(`leave what there is when a later one ${what}`, async () => {
      const fetch = fetchOf(page('A', '?page=2'), answer);
      const result = await new Client({fetch, now: () => 0}).load(SET);

      assert.equal(names(result), 'A');
      assert.deepEqual<unknown>(good(result).left, [{path: 'page 2', code}]);
    });
  }
});
