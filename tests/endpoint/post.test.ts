import {assert} from 'chai';
import {giveUp, readSignup} from '../../src/endpoint/manage.js';
import {type Delivery, post} from '../../src/endpoint/post.js';
import type {Outcome} from '../../src/protocol/outcome.js';
import {ID, SIGNUP} from '../protocol/examples.js';
import {as, fetchOf, json, pieces, problem, silence, text, unreachable} from './answers.js';

const DELIVERY: Delivery = {
  id: ID,
  href: 'https://a.example/signups',
  body: JSON.stringify(SIGNUP),
  encoding: 'json',
  idempotencyHeader: false,
  ack: 'receipt',
  redirects: 'refuse',
};
const RECEIPT = {id: ID, status: 'confirmed'};

type Answering = () => Response | Promise<Response>;

const send = (answer: Answering, change: Partial<Delivery> = {}, timeout = 5_000): Promise<Outcome> =>
  post({...DELIVERY, ...change}, {fetch: fetchOf(answer), timeout});
const short = (outcome: Outcome): string => {
  if (outcome.kind === 'refused') return `refused ${outcome.status} ${outcome.problem.code}`;
  return 'code' in outcome ? `${outcome.kind} ${outcome.code}` : outcome.kind;
};

describe('sending a message', () => {
  it('sends the very bytes, without credentials or a header of ours, and follows no redirect', async () => {
    const fetch = fetchOf(json(RECEIPT, {status: 201}));
    const outcome = await post(DELIVERY, {fetch});

    const {url, init} = fetch.asked[0]!;
    assert.deepEqual<unknown>(outcome, {kind: 'confirmed', receipt: RECEIPT});
    assert.equal(url, DELIVERY.href);
    assert.deepInclude(init, {
      method: 'POST',
      body: DELIVERY.body,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
    });
    assert.isFalse(new Headers(init.headers).has('Idempotency-Key'));
  });

  it('row 52: says the id in a header too, where the endpoint wants that', async () => {
    const fetch = fetchOf(json(RECEIPT));
    await post({...DELIVERY, idempotencyHeader: true}, {fetch});
    assert.equal(new Headers(fetch.asked[0]?.init.headers).get('Idempotency-Key'), `"${ID}"`);
  });

  const table: readonly [string, Answering, string, Partial<Delivery>?][] = [
    ['a receipt with our id', json(RECEIPT, {status: 201}), 'confirmed'],
    [
      'a receipt that waits',
      json({...RECEIPT, status: 'pending', waitsFor: 'email'}, {status: 202}),
      'confirmed',
    ],
    ['row 23: somebody else’s receipt', json({...RECEIPT, id: 'other'}), 'unknown no-receipt'],
    [
      'row 23: somebody else’s receipt, though the status counts',
      json({...RECEIPT, status: 'declined', id: 'other'}),
      'unknown no-receipt',
      {ack: 'status'},
    ],
    ['a receipt without a status', json({id: ID}), 'unknown no-receipt'],
    ['success with a word', json({ok: true}), 'unknown no-receipt'],
    ['row 7: status 204', () => new Response(null, {status: 204}), 'unknown no-receipt'],
    [
      'row 7: status 204 where the status counts',
      () => new Response(null, {status: 204}),
      'confirmed',
      {ack: 'status'},
    ],
    ['row 7: an empty answer', text(''), 'unknown no-receipt'],
    ['row 6: a page with a good status', text('<html>Log in</html>'), 'unknown not-json'],
    ['a thank you', text('Thanks!'), 'unknown not-json'],
    [
      'row 5: cut off, and the engine calls it whole',
      pieces([`{"id":"${ID}","sta`], 'close'),
      'retry cut-off',
    ],
    ['row 5: cut off, and the engine says so', pieces([`{"id":"${ID}"`], 'break'), 'retry cut-off'],
    ['row 20: an answer 30,000 deep', text('['.repeat(30_000) + ']'.repeat(30_000)), 'unknown not-json'],
    ['an answer without end', text(' '.repeat(100_000)), 'unknown not-json'],
    ['row 1: no connection', unreachable, 'retry unreachable'],
    ['row 8: broken', problem(500, ''), 'retry server'],
    ['row 9: 502', problem(502, '<html>'), 'retry server'],
    ['row 9: 503', problem(503, ''), 'retry server'],
    ['row 9: 504', problem(504, ''), 'retry server'],
    ['row 9: 408', problem(408, ''), 'retry server'],
    ['425', problem(425, ''), 'retry server'],
    ['row 10: 429', problem(429, {code: 'full'}), 'retry slow-down'],
    ['409, still busy with it', problem(409, {code: 'in-progress'}), 'retry in-progress'],
    ['400', problem(400, {code: 'invalid'}), 'refused 400 invalid'],
    ['401', problem(401, ''), 'refused 401 refused'],
    ['403', problem(403, '<html>'), 'refused 403 refused'],
    ['404', problem(404, 'x'), 'refused 404 refused'],
    ['405', problem(405, ''), 'refused 405 refused'],
    ['row 40: 409, full', problem(409, {code: 'full'}), 'refused 409 full'],
    ['row 41: 409, fewer places', problem(409, {code: 'partial', places: 3}), 'refused 409 partial'],
    ['410', problem(410, {code: 'closed'}), 'refused 410 closed'],
    ['413', problem(413, ''), 'refused 413 refused'],
    ['415, which time does not heal', problem(415, ''), 'refused 415 refused'],
    ['422', problem(422, {code: 'invalid'}), 'refused 422 invalid'],
    ['451', problem(451, ''), 'refused 451 refused'],
    ['a refusal whose status counts for nothing', problem(422, ''), 'refused 422 refused', {ack: 'status'}],
    ['a refusal cut off on the way', pieces(['{"code":"fu'], 'break', {status: 409}), 'refused 409 refused'],
    [
      'rows 14 and 15: a redirect',
      as(json(RECEIPT), {type: 'opaqueredirect', status: 0}),
      'unknown redirect',
    ],
    [
      'rows 14 and 15: a redirect, though the status counts',
      as(json(RECEIPT), {type: 'opaqueredirect', status: 0}),
      'unknown redirect',
      {ack: 'status'},
    ],
    ['row 17: an answer nobody may look into', as(text(''), {type: 'opaque', status: 0}), 'unknown redirect'],
    [
      'a followed redirect with our receipt',
      as(json(RECEIPT), {redirected: true}),
      'confirmed',
      {redirects: 'follow'},
    ],
    [
      'a followed redirect without one',
      as(json({}), {redirected: true}),
      'unknown no-receipt',
      {redirects: 'follow', ack: 'status'},
    ],
  ];
  for (const [what, answer, expected, change] of table) {
    it(`knows what became of it: ${what}`, async () =>
      assert.equal(short(await send(answer, change)), expected));
  }

  it('rows 3 and 4: stops waiting for an answer, or for its end, and lets go of it', async () => {
    const fetch = fetchOf(silence);
    assert.equal(short(await post(DELIVERY, {fetch, timeout: 20})), 'retry timeout');
    assert.isTrue(fetch.asked[0]?.init.signal?.aborted);
    assert.equal(short(await send(pieces([`{"id":"${ID}",`], 'hang'), {}, 20)), 'retry timeout');
  });

  it('row 61: stops when the page goes away', async () => {
    const leave = new AbortController();
    const outcome = post(DELIVERY, {fetch: fetchOf(silence), signal: leave.signal});
    leave.abort();
    assert.equal(short(await outcome), 'retry unreachable');
  });

  it('follows a redirect only where that is asked for', async () => {
    const fetch = fetchOf(json(RECEIPT));
    await post({...DELIVERY, redirects: 'follow'}, {fetch});
    assert.equal(fetch.asked[0]?.init.redirect, 'follow');
  });

  it('does not send what is longer than 64 kB', async () => {
    const fetch = fetchOf(json(RECEIPT));
    const outcome = await post({...DELIVERY, body: 'é'.repeat(32_001)}, {fetch});

    assert.equal(short(outcome), 'refused 413 too-big');
    assert.isEmpty(fetch.asked);
  });

  const waits: readonly [string, Answering, number | undefined][] = [
    ['row 10: seconds', problem(429, '', {'Retry-After': '120'}), 120_000],
    ['row 10: longer than a day', problem(429, '', {'Retry-After': '9999999'}), 86_400_000],
    ['row 11: a date', problem(503, '', {'Retry-After': 'Tue, 01 Dec 2026 12:02:00 GMT'}), 120_000],
    [
      'row 11: a date by the clock of the endpoint',
      problem(503, '', {
        'Retry-After': 'Tue, 01 Dec 2026 13:01:00 GMT',
        Date: 'Tue, 01 Dec 2026 13:00:00 GMT',
      }),
      60_000,
    ],
    [
      'row 11: a date that is over',
      problem(503, '', {'Retry-After': 'Tue, 01 Dec 2020 12:02:00 GMT'}),
      1_000,
    ],
    ['row 11: nonsense', problem(503, '', {'Retry-After': 'soon'}), undefined],
    ['row 11: a negative number', problem(503, '', {'Retry-After': '-5'}), undefined],
    ['row 12: seconds in the body', problem(429, {retryAfter: 30}), 30_000],
    ['row 12: a date in the body', problem(429, {retryAfter: '2026-12-01T12:00:30Z'}), 30_000],
    ['row 12: nonsense in the body', problem(429, {retryAfter: {}}), undefined],
    ['nothing', problem(429, ''), undefined],
  ];
  for (const [what, answer, after] of waits) {
    it(`knows how long to wait: ${what}`, async () => {
      const outcome = await post(DELIVERY, {
        fetch: fetchOf(answer),
        now: () => Date.parse('2026-12-01T12:00:00Z'),
      });
      assert.equal(outcome.kind === 'retry' ? outcome.after : 'not a retry', after);
    });
  }
});

describe('coming back to a signup', () => {
  const href = 'https://a.example/signups/t';

  it('shows it with its receipt, with or without knowing its id', async () => {
    const managed = {receipt: RECEIPT, signup: SIGNUP};
    assert.deepEqual<unknown>(await readSignup(href, ID, {fetch: fetchOf(json(managed))}), {
      kind: 'found',
      managed,
    });
    assert.deepEqual<unknown>(await readSignup(href, undefined, {fetch: fetchOf(json(managed))}), {
      kind: 'found',
      managed,
    });
  });

  it('does not show somebody else’s', async () => {
    const outcome = await readSignup(href, 'other', {
      fetch: fetchOf(json({receipt: RECEIPT, signup: SIGNUP})),
    });
    assert.deepEqual(outcome, {kind: 'unknown', code: 'no-receipt'});
  });

  it('says when it is not there any more', async () => {
    const outcome = await readSignup(href, ID, {fetch: fetchOf(problem(410, ''))});
    assert.deepInclude(outcome, {kind: 'refused', status: 410});
  });

  it('gives it up, without a body', async () => {
    const fetch = fetchOf(json({id: ID, status: 'cancelled'}));
    const outcome = await giveUp(href, ID, {fetch});

    assert.deepEqual<unknown>(outcome, {kind: 'confirmed', receipt: {id: ID, status: 'cancelled'}});
    assert.equal(fetch.asked[0]?.init.method, 'DELETE');
    assert.isUndefined(fetch.asked[0]?.init.body);
  });
});
