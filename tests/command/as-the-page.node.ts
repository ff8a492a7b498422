// The command asks and writes as the widget on the page is told to: its headers, its encoding, its mapping.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import type {FindingCode} from '../../src/endpoint/diagnosis/finding.js';
import {RightServer, type Posted} from './right-server.js';
import {ctg} from './terminal.js';

const WRITE = ['--write', '--gathering', 'test'];
const HEADERS = ['--headers', 'X-Parish: stpaul', '--headers', 'X-Hall: north'];
const MAPPING = {
  items: 'data',
  gathering: {id: 'key', name: 'title', start: 'begins', taken: 'people'},
  signup: {
    rename: {id: 'meta.ref', name: 'fields.full_name', gathering: 'event'},
    set: {people: 'adults + children'},
    drop: 'rest',
  },
  receipt: {id: 'data.ref', status: 'data.state', words: {ok: 'confirmed'}},
};

interface Theirs {
  readonly meta: {readonly ref: string};
  readonly fields?: {readonly full_name?: string};
  readonly event: string;
  readonly people: number;
}

/** Lets only those read and write who bring both headers. */
const withKey = (server: RightServer): void => {
  const {read, post} = server;
  const isKnown = (headers: Record<string, unknown>): boolean =>
    headers['x-parish'] === 'stpaul' && headers['x-hall'] === 'north';
  const guard =
    (answer: RightServer['read']): RightServer['read'] =>
    (request, response, body) =>
      isKnown(request.headers)
        ? answer(request, response, body)
        : server.say(response, 401, {code: 'who', title: 'Who are you?'});
  server.read = guard(read);
  server.post = guard(post);
  server.cors['Access-Control-Allow-Headers'] = 'Content-Type, Idempotency-Key, X-Parish, X-Hall';
  server.leave = (_request, response) =>
    server.say(response, 204, '', {'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE'});
};

/** Takes one way of writing only. */
const onlyType = (server: RightServer, type: string): void => {
  const {post} = server;
  server.post = (request, response, body) =>
    request.headers['content-type']?.startsWith(type)
      ? post(request, response, body)
      : server.say(response, 415, {code: 'type', title: 'Not in this form'});
};

/** Reads `multipart/form-data` as simply as its own tests need. */
const multipart = (server: RightServer): void => {
  server.parse = (_request, body) => {
    const parts = [...body.matchAll(/name="([^"]+)"\r\n\r\n([^\r]*)\r\n/g)];
    return server.ofFields(Object.fromEntries(parts.map(([, name = '', value = '']) => [name, value])));
  };
  onlyType(server, 'multipart/form-data');
};

/** An endpoint with words of its own. */
const foreign = (server: RightServer): void => {
  server.links = [];
  server.read = (_request, response) => {
    const people = server.rows.reduce((sum, {signup}) => sum + signup.adults, 0);
    server.say(response, 200, {
      data: [{key: 'test', title: 'A test of ours', begins: server.gatherings[0]!['start'], people}],
    });
  };
  server.parse = (_request, body): Posted => {
    const {meta, fields, people} = JSON.parse(body) as Theirs;
    const name = fields?.full_name;
    return {id: meta.ref, adults: people, ...(name !== undefined && {name})};
  };
  server.receipt = ({id}) => ({data: {ref: id, state: 'OK'}});
};

describe('ctg check, as the widget is told to', () => {
  interface Case {
    readonly name: string;
    readonly make: (server: RightServer) => unknown;
    readonly args: readonly string[];
    readonly mapping?: object;
    readonly codes: readonly FindingCode[];
  }
  const CASES: readonly Case[] = [
    {
      name: 'finds nothing where the headers that an endpoint wants are sent and let through',
      make: withKey,
      args: HEADERS,
      codes: [],
    },
    {name: 'is refused where they are left away', make: withKey, args: [], codes: ['refused']},
    {
      name: 'names the headers that browsers do not get leave for',
      make: () => undefined,
      args: HEADERS,
      codes: ['preflight-read', 'preflight'],
    },
    {
      name: 'finds nothing where forms are taken and a form is sent',
      make: (server) => onlyType(server, 'application/x-www-form-urlencoded'),
      args: ['--encoding', 'form'],
      codes: [],
    },
    {
      name: 'is refused where only JSON is taken',
      make: (server) => onlyType(server, 'application/json'),
      args: ['--encoding', 'form'],
      codes: ['write-refused'],
    },
    {
      name: 'finds nothing where a form in parts is taken and sent',
      make: multipart,
      args: ['--encoding', 'multipart'],
      codes: [],
    },
    {
      name: 'is refused where a form in parts is not taken',
      make: (server) => onlyType(server, 'application/json'),
      args: ['--encoding', 'multipart'],
      codes: ['write-refused'],
    },
    {
      name: 'writes by the mapping, and knows their receipt by it',
      make: foreign,
      args: [],
      mapping: MAPPING,
      codes: ['idempotent-unsaid', 'no-manage'],
    },
    {
      name: 'says that the mapping looks for the receipt where none is',
      make: foreign,
      args: [],
      mapping: {...MAPPING, receipt: {id: 'data.id', status: 'data.state'}},
      codes: ['idempotent-unsaid', 'no-receipt'],
    },
    {
      name: 'says that two rows were made of one id, in their words',
      make: (server) => {
        foreign(server);
        server.post = (request, response, body) => {
          const sent = server.parse(request, body);
          return server.isGood(sent)
            ? server.say(response, 201, server.receipt(server.store(sent)))
            : server.refuse(response);
        };
      },
      args: [],
      mapping: MAPPING,
      codes: ['doubled', 'no-manage'],
    },
  ];
  for (const {name, make, args, mapping, codes} of CASES)
    test(name, async () => {
      const server = await new RightServer().open();
      try {
        make(server);
        const mapped = mapping
          ? ['--mapping', '-', '--action', `${server.origin}/gatherings/{gathering}/signups`]
          : [];
        const ran = await ctg(
          ['check', server.url, '--json', ...(codes.includes('refused') ? [] : WRITE), ...args, ...mapped],
          {input: () => Promise.resolve(JSON.stringify(mapping))},
        );

        assert.equal(ran.error, '');
        const {findings} = JSON.parse(ran.out) as {findings: ReadonlyArray<{code: FindingCode}>};
        assert.deepEqual(findings.map(({code}) => code).sort(), [...codes].sort());
      } finally {
        await server.close();
      }
    });

  test('sends nothing in words of ours where the mapping has others', async () => {
    const server = await new RightServer().open();
    const bodies: unknown[] = [];
    try {
      foreign(server);
      const {post} = server;
      server.post = (request, response, body) => {
        bodies.push(JSON.parse(body));
        return post(request, response, body);
      };
      await ctg(
        ['check', server.url, ...WRITE, '--mapping', '-', '--action', `${server.origin}/{gathering}`],
        {input: () => Promise.resolve(JSON.stringify(MAPPING))},
      );

      const [first, repeat] = bodies as [Theirs, Theirs];
      assert.deepEqual<unknown>(first, {
        meta: {ref: first.meta.ref},
        fields: {full_name: 'ctg check'},
        event: 'test',
        people: 1,
      });
      assert.deepEqual(repeat, first);
    } finally {
      await server.close();
    }
  });

  const MISUSED: ReadonlyArray<readonly [string, readonly string[], RegExp]> = [
    ['a header without a colon', ['--headers', 'X-Parish'], /"Name: value"/],
    ['a header that no browser sends', ['--headers', 'Cookie: a=1'], /no browser sends/],
    ['a header that is ours', ['--headers', 'Content-Type: text/plain'], /ours to send/],
    ['a name that is none', ['--headers', 'X Parish: a'], /no name of a header/],
    ['an encoding that does not exist', ['--encoding', 'xml'], /json, form, multipart/],
  ];
  for (const [what, args, error] of MISUSED)
    test(`ends with 2 for ${what}`, async () => {
      const ran = await ctg(['check', 'https://a.example', ...args]);

      assert.equal(ran.code, 2);
      assert.match(ran.error, error);
    });
});
