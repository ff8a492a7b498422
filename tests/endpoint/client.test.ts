import {assert} from 'chai';
import {Client, type LoadResult} from '../../src/endpoint/client.js';
import type {EndpointSet} from '../../src/endpoint/resolve.js';
import {SECTIONS} from '../../src/protocol/read.js';
import {GROUPS} from '../../src/protocol/groups-table.js';
import {as, fetchOf, json, pieces, problem, silence, text, unreachable} from './answers.js';
import '../testing/sections.js';

const SET: EndpointSet = {
  endpoint: 'https://a.example/ctg.json',
  format: 'auto',
  encoding: 'json',
  ack: 'receipt',
  redirects: 'refuse',
};
const DOCUMENT = {ctg: '1', gatherings: [{id: 'a', name: 'A'}]};

const nameOf = (result: LoadResult): string =>
  result.ok ? (result.value.document.gatherings?.[0]?.name ?? 'none') : result.failure.code;
const load = (answer: () => Response | Promise<Response>, timeout = 5_000): Promise<LoadResult> =>
  new Client({fetch: fetchOf(answer), timeout}).load(SET);

/** A request that is answered when the test says so. */
function held() {
  let answer!: (response: Response) => void;
  const promise = new Promise<Response>((resolve) => (answer = resolve));
  return {ask: () => promise, answer: (body: unknown) => answer(json(body)())};
}

describe('reading a document', () => {
  it('asks without credentials and gives the document, its final address and when it was read', async () => {
    const fetch = fetchOf(as(json(DOCUMENT), {url: 'https://b.example/moved.json'}));
    const result = await new Client({fetch, now: () => 5}).load(SET);

    assert.deepEqual<unknown>(result, {
      ok: true,
      value: {document: DOCUMENT, dropped: [], format: 'ctg', url: 'https://b.example/moved.json', at: 5},
    });
    assert.equal(fetch.asked[0]?.url, SET.endpoint);
    assert.equal(fetch.asked[0]?.init.credentials, 'omit');
  });

  const failures: readonly [string, () => Response | Promise<Response>, string][] = [
    ['row 1: nobody answers', unreachable, 'unreachable'],
    ['row 6: a login page with a good status', text('<!doctype html><title>Log in</title>'), 'html'],
    ['row 6: a page after blank lines', text('\n\n  <html>'), 'html'],
    ['row 7: nothing in it', text(''), 'not-json'],
    ['row 7: status 204', () => new Response(null, {status: 204}), 'not-json'],
    ['row 5: cut off in the middle', pieces(['{"ctg":"1","gath'], 'close'), 'not-json'],
    ['row 5: a connection that breaks', pieces(['{"ctg":"1"'], 'break'), 'unreachable'],
    ['row 18: JSON with a comma too many', text('{"ctg":"1",}'), 'not-json'],
    ['row 18: a number', text('1e999'), 'not-a-document'],
    ['row 18: two documents', text('{"ctg":"1"}{"ctg":"1"}'), 'not-json'],
    ['a document of somebody else', json({events: []}), 'not-a-document'],
    ['a later version', json({ctg: '2'}), 'unknown-version'],
    ['row 8: it is broken', problem(500, 'oops'), 'server'],
    ['row 9: it is overloaded', problem(503, {}), 'server'],
    ['row 10: it is asked too often', problem(429, {}), 'server'],
    ['it is not there', problem(404, '<html>'), 'not-found'],
    ['it is gone', problem(410, ''), 'not-found'],
    ['it is not for us', problem(403, ''), 'refused'],
    [
      'row 19: it says that it is 100 MB long',
      text('{}', {headers: {'Content-Length': '100000000'}}),
      'too-big',
    ],
    [
      'row 20: it nests 100,000 deep',
      text(`{"ctg":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      'too-deep',
    ],
    ['row 20: it nests a million deep and never closes', text('['.repeat(1_000_000)), 'too-deep'],
  ];
  for (const [what, answer, code] of failures) {
    it(`says why there is none: ${what}`, async () => {
      assert.equal(nameOf(await load(answer)), code);
    });
  }

  it('row 20: does not take brackets inside a text for nesting', async () => {
    const name = `${'['.repeat(100)} \\" ${'{'.repeat(60)}`;
    assert.equal(nameOf(await load(json({...DOCUMENT, gatherings: [{id: 'a', name}]}))), name);
  });

  it('row 3: stops waiting for a body that hangs', async () => {
    assert.equal(nameOf(await load(pieces(['{"ctg":'], 'hang'), 20)), 'timeout');
  });

  it('row 4: stops waiting for an endpoint that never answers, and tells it so', async () => {
    const fetch = fetchOf(silence);
    const result = await new Client({fetch, timeout: 20}).load(SET);

    assert.equal(nameOf(result), 'timeout');
    assert.isTrue(fetch.asked[0]?.init.signal?.aborted);
  });

  it('row 4: a request that the browser names anything is a time-out only when we ended it', async () => {
    assert.equal(
      nameOf(await load(() => Promise.reject(new DOMException('x', 'TimeoutError')))),
      'unreachable',
    );
    assert.equal(
      nameOf(await load(() => Promise.reject(new DOMException('x', 'AbortError')))),
      'unreachable',
    );
  });

  it('row 19: stops at five megabytes of a body without end', async () => {
    const megabyte = new Uint8Array(1_000_000).fill(32);
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(megabyte);
      },
      cancel: () => {
        cancelled = true;
      },
    });

    assert.equal(nameOf(await load(() => new Response(endless))), 'too-big');
    assert.isTrue(cancelled);
    assert.isBelow(sent, 10);
  });

  it('reads a document that starts with a byte order mark, and letters cut by the network', async () => {
    const bytes = new TextEncoder().encode(
      `\ufeff${JSON.stringify({...DOCUMENT, gatherings: [{id: 'a', name: 'Café 花'}]})}`,
    );
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    assert.equal(nameOf(await load(() => new Response(body))), 'Café 花');
  });

  it('is not set up without an address, or with a format that nobody speaks', async () => {
    const {endpoint, ...none} = SET;
    const client = new Client({fetch: fetchOf(json(DOCUMENT))});

    assert.isDefined(endpoint);
    assert.equal(nameOf(await client.load(none)), 'not-set-up');
    assert.equal(nameOf(await client.load({...SET, format: 'osdi'})), 'not-set-up');
  });
});

describe('reading for several widgets', () => {
  it('reads once, at the same moment and later', async () => {
    const fetch = fetchOf(json(DOCUMENT));
    const client = new Client({fetch});

    const both = await Promise.all([client.load(SET), client.load(SET)]);
    const later = await client.load(SET);

    assert.lengthOf(fetch.asked, 1);
    assert.strictEqual(both[0], both[1]);
    assert.strictEqual(later, both[0]);
  });

  it('reads again for a widget that comes later and is about something else', async () => {
    const fetch = fetchOf(json({...DOCUMENT, groups: [{id: 'g', name: 'Choir'}]}));
    const client = new Client({fetch});
    await client.load(SET);

    Object.assign(SECTIONS, GROUPS);
    const result = await client.load(SET);
    delete SECTIONS['groups'];

    assert.lengthOf(fetch.asked, 2);
    assert.equal(result.ok && result.value.document.groups?.[0]?.name, 'Choir');
  });

  it('reads again when asked to, past the cache of the browser', async () => {
    const fetch = fetchOf(json(DOCUMENT), json({...DOCUMENT, gatherings: [{id: 'a', name: 'B'}]}));
    const client = new Client({fetch});
    await client.load(SET);

    assert.equal(nameOf(await client.load(SET, {fresh: true})), 'B');
    assert.equal(nameOf(await client.load(SET)), 'B');
    assert.equal(fetch.asked[1]?.init.cache, 'no-cache');
  });

  it('asks again after a failure', async () => {
    const client = new Client({fetch: fetchOf(unreachable, json(DOCUMENT))});

    assert.equal(nameOf(await client.load(SET)), 'unreachable');
    assert.equal(nameOf(await client.load(SET)), 'A');
  });

  it('row 26: keeps the last good answer for others when reading again fails', async () => {
    const client = new Client({fetch: fetchOf(json(DOCUMENT), unreachable)});
    await client.load(SET);

    assert.equal(nameOf(await client.load(SET, {fresh: true})), 'unreachable');
    assert.equal(nameOf(await client.load(SET)), 'A');
  });

  it('row 69: gives the later answer to who asked first, when the first comes in last', async () => {
    const [slow, fast] = [held(), held()];
    const client = new Client({fetch: fetchOf(slow.ask, fast.ask)});
    const [first, second] = [client.load(SET), client.load(SET, {fresh: true})];

    fast.answer({...DOCUMENT, gatherings: [{id: 'a', name: 'New'}]});
    assert.equal(nameOf(await second), 'New');
    slow.answer(DOCUMENT);

    assert.equal(nameOf(await first), 'New');
    assert.equal(nameOf(await client.load(SET)), 'New');
  });

  it('row 68: gives up a read that nobody waits for any more, and only then', async () => {
    const slow = held();
    const fetch = fetchOf(slow.ask, json(DOCUMENT));
    const client = new Client({fetch});
    const [one, other] = [new AbortController(), new AbortController()];
    const reads = [client.load(SET, {signal: one.signal}), client.load(SET, {signal: other.signal})];

    one.abort();
    await Promise.resolve();
    assert.isFalse(fetch.asked[0]?.init.signal?.aborted);
    other.abort();

    assert.isTrue(fetch.asked[0]?.init.signal?.aborted);
    assert.equal(nameOf(await reads[0]!), 'unreachable');
    assert.equal(nameOf(await client.load(SET)), 'A');
  });

  it('row 68: keeps what was read when the widget that asked goes away afterwards', async () => {
    const fetch = fetchOf(json(DOCUMENT));
    const client = new Client({fetch});
    const widget = new AbortController();
    await client.load(SET, {signal: widget.signal});

    widget.abort();
    assert.equal(nameOf(await client.load(SET)), 'A');
    assert.lengthOf(fetch.asked, 1);
  });

  it('keeps documents of two addresses apart', async () => {
    const fetch = fetchOf(json(DOCUMENT), json({ctg: '1', gatherings: [{id: 'b', name: 'B'}]}));
    const client = new Client({fetch});

    assert.equal(nameOf(await client.load(SET)), 'A');
    assert.equal(nameOf(await client.load({...SET, endpoint: 'https://b.example/'})), 'B');
  });

  it('gives up at the limits of one read, and says how many bytes it took', async () => {
    const limits = {bytes: 100, milliseconds: 5_000, mayRead: () => true};
    const read = (answer: () => Response | Promise<Response>, most = limits): Promise<LoadResult> =>
      new Client({fetch: fetchOf(answer)}).load(SET, {most});
    const whole = await read(json(DOCUMENT));
    const large = await read(pieces([' '.repeat(60), ' '.repeat(60)], 'hang'));
    const slow = await read(pieces([' '.repeat(60)], 'hang'), {...limits, milliseconds: 20});

    assert.equal(whole.ok && whole.value.bytes, JSON.stringify(DOCUMENT).length);
    assert.deepEqual<unknown>(large, {ok: false, failure: {code: 'too-big', bytes: 120}});
    assert.deepEqual<unknown>(slow, {ok: false, failure: {code: 'timeout', bytes: 60}});
  });

  it('reads nothing of where a redirect must not lead', async () => {
    const url = 'https://b.example/';
    const answer = as(json(DOCUMENT), {url});
    const mayRead = (to: string): boolean => to !== url;
    const most = {bytes: 100, milliseconds: 5_000, mayRead};
    const result = await new Client({fetch: fetchOf(answer)}).load(SET, {most});

    assert.deepEqual<unknown>(result, {ok: false, failure: {code: 'bad-address', detail: url, bytes: 0}});
  });
});
