// What an endpoint wrote must not reach the terminal as a command.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {findingsOf} from '../../src/command/print.js';

test('a report has no control characters of an endpoint, and its own lines', () => {
  const evil = 'a\u001b[2Jb\u009b31mc\u0007\nd';
  const said = findingsOf(
    [
      {
        code: 'answers-error',
        level: 'breaks',
        what: evil,
        who: 'host',
        lines: [{where: evil, text: evil}],
        causes: [{what: evil, tell: evil}],
      },
    ] as unknown as Parameters<typeof findingsOf>[0],
    (text) => text,
  );

  assert.doesNotMatch(said, /(?!\n)\p{Cc}/u);
  assert.match(said, /a\[2Jb31mc\nd/);
});
