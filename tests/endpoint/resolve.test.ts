import {assert} from 'chai';
import {type EndpointAttributes, resolveSet} from '../../src/endpoint/resolve.js';

const PAGE = 'https://stpaul.example/join/';

function codeOf(levels: readonly EndpointAttributes[], base = PAGE, allow?: readonly string[]): string {
  const result = resolveSet(levels, base, allow);
  return result.ok ? (result.value.endpoint ?? result.value.action ?? '') : result.failure.code;
}

describe('where an endpoint comes from', () => {
  it('is one whole set, from the nearest level that names an address', () => {
    const result = resolveSet(
      [
        {ack: 'status', redirects: null},
        {endpoint: '/ctg.json', format: 'ctg'},
        {endpoint: 'https://far.example/', redirects: 'follow'},
      ],
      PAGE,
    );

    assert.deepEqual<unknown>(result, {
      ok: true,
      value: {
        endpoint: 'https://stpaul.example/ctg.json',
        format: 'ctg',
        encoding: 'json',
        ack: 'receipt',
        redirects: 'refuse',
      },
    });
  });

  it('keeps the slots of an action', () => {
    const result = resolveSet(
      [{action: '/api/{gathering}/{kind}', ack: 'status', redirects: 'follow'}],
      PAGE,
    );

    assert.deepEqual<unknown>(result.ok && result.value, {
      action: 'https://stpaul.example/api/{gathering}/{kind}',
      format: 'auto',
      encoding: 'json',
      ack: 'status',
      redirects: 'follow',
    });
  });

  const table: readonly [string, EndpointAttributes[], string, string?, string[]?][] = [
    ['nowhere', [], 'not-set-up'],
    ['nothing but an empty attribute', [{endpoint: ''}, {format: 'ctg'}], 'not-set-up'],
    ['a form', [{endpoint: '/a', encoding: 'form'}], 'https://stpaul.example/a'],
    ['a form that nobody knows', [{endpoint: '/a', encoding: 'xml'}], 'not-set-up'],
    ['a script', [{endpoint: 'javascript:alert(1)'}], 'bad-address'],
    ['a file', [{endpoint: 'file:///etc/passwd'}], 'bad-address'],
    ['data', [{endpoint: 'data:application/json,{}'}], 'bad-address'],
    ['a name and password', [{endpoint: 'https://me:secret@a.example/'}], 'bad-address'],
    ['an action that is none', [{endpoint: '/a', action: 'mailto:a@b.example'}], 'bad-address'],
    ['an example', [{endpoint: ' mock:open '}], 'mock:open'],
    ['row 24: http on a page of https', [{endpoint: 'http://api.example/'}], 'mixed-content'],
    ['row 24: one’s own machine', [{endpoint: 'http://localhost:8001/'}], 'http://localhost:8001/'],
    ['row 24: not quite one’s own machine', [{endpoint: 'http://localhost.evil.example/'}], 'mixed-content'],
    [
      'row 85: http on a page of http',
      [{endpoint: 'http://api.example/'}],
      'http://api.example/',
      'http://stpaul.example/',
    ],
    [
      'an origin that the page allows',
      [{endpoint: 'https://api.example/x'}],
      'https://api.example/x',
      PAGE,
      ['https://api.example'],
    ],
    [
      'an origin that it does not',
      [{endpoint: 'https://evil.example/x'}],
      'bad-address',
      PAGE,
      ['https://api.example'],
    ],
    [
      'an origin that only starts alike',
      [{endpoint: 'https://api.example.evil/x'}],
      'bad-address',
      PAGE,
      ['https://api.example'],
    ],
    [
      'an action elsewhere',
      [{endpoint: 'https://api.example/', action: 'https://evil.example/'}],
      'bad-address',
      PAGE,
      ['https://api.example'],
    ],
    [
      'an example where only origins are allowed',
      [{endpoint: 'mock:open'}],
      'bad-address',
      PAGE,
      ['https://api.example'],
    ],
  ];
  for (const [what, levels, expected, base, allow] of table) {
    it(`is judged: ${what}`, () => assert.equal(codeOf(levels, base, allow), expected));
  }
});
