/** Endpoints that do one thing wrong each, as real ones do, with what has to be said about it and nothing else. */
import type {FindingCode} from '../../src/endpoint/diagnosis/finding.js';
import type {RightServer} from './right-server.js';

/** One fault. */
export interface Wrong {
  readonly name: string;
  /** What the command has to find, all of it. */
  readonly codes: readonly FindingCode[];
  /** What a page has to find, where that differs: it sees less, and never writes. */
  readonly page?: readonly FindingCode[];
  /** Only found by writing. */
  readonly write?: true;
  /** How long an answer may take, in seconds. */
  readonly timeout?: number;
  make(server: RightServer): void;
}

/** Says that a body is a page. */
export const HTML = {'Content-Type': 'text/html; charset=utf-8'};
const LOGIN =
  '<!doctype html><title>Sign in</title><form><input type="password" name="pass"><button>Sign in</button></form>';
const MEGABYTES = 6;

const noCors = (server: RightServer): void => {
  server.cors = {};
};

const said = (server: RightServer, change: (document: Record<string, unknown>) => unknown): void => {
  server.read = (_request, response) => server.say(response, 200, change(server.document()));
};

/** Faults that show by reading and by asking for leave. */
export const WRONG_TO_READ: readonly Wrong[] = [
  {
    name: 'no CORS at all',
    codes: ['no-cors', 'preflight', 'preflight-manage'],
    page: ['no-cors'],
    make: noCors,
  },
  {
    name: 'CORS for another website only',
    codes: ['no-cors', 'preflight', 'preflight-manage'],
    page: ['no-cors'],
    make: (server) => (server.cors['Access-Control-Allow-Origin'] = 'https://other.example'),
  },
  {
    name: 'CORS header said twice',
    codes: ['cors-twice'],
    page: ['no-cors'],
    make: (server) => {
      server.read = (_request, response) =>
        response
          .writeHead(
            200,
            [
              ['Content-Type', 'application/json'],
              ['Access-Control-Allow-Origin', '*'],
              ['Access-Control-Allow-Origin', '*'],
            ].flat(),
          )
          .end(JSON.stringify(server.document()));
    },
  },
  {
    name: 'CORS for GET only',
    codes: ['preflight', 'preflight-manage', 'write-no-cors', 'manage-fails'],
    page: ['preflight'],
    write: true,
    make: (server) => {
      const {cors} = server;
      server.read = (_request, response) => server.say(response, 200, server.document(), cors);
      server.cors = {};
    },
  },
  {
    name: 'preflight answered with 405',
    codes: ['preflight', 'preflight-manage'],
    page: ['preflight'],
    make: (server) => (server.leave = (_request, response) => server.say(response, 405, '')),
  },
  {
    name: 'OPTIONS answered with 200 and no Allow-Headers, as MapServer does',
    codes: ['preflight', 'preflight-manage'],
    page: ['preflight'],
    make: (server) => (server.leave = (_request, response) => server.say(response, 200, server.document())),
  },
  {
    name: 'leave to post, and none to change or give up',
    codes: ['preflight-manage'],
    page: [],
    make: (server) =>
      (server.leave = (_request, response) =>
        server.say(response, 204, '', {
          'Access-Control-Allow-Methods': 'GET, POST',
          'Access-Control-Allow-Headers': 'content-type',
        })),
  },
  {
    name: 'JSON called text/html',
    codes: ['wrong-type'],
    make: (server) =>
      (server.read = (_request, response) => server.say(response, 200, server.document(), HTML)),
  },
  {
    name: 'a log-in page under 200',
    codes: ['html'],
    make: (server) => (server.read = (_request, response) => server.say(response, 200, LOGIN, HTML)),
  },
  {
    name: 'a page that says 404',
    codes: ['not-found'],
    make: (server) =>
      (server.read = (_request, response) => server.say(response, 404, '<h1>Not found</h1>', HTML)),
  },
  {
    name: 'a password',
    codes: ['refused'],
    make: (server) =>
      (server.read = (_request, response) => server.say(response, 401, {error: 'who are you'})),
  },
  {
    name: 'a broken server',
    codes: ['server'],
    make: (server) => (server.read = (_request, response) => server.say(response, 503, 'down')),
  },
  {
    name: 'too many questions',
    codes: ['slow-down'],
    make: (server) =>
      (server.read = (_request, response) => server.say(response, 429, '{}', {'Retry-After': '30'})),
  },
  {
    name: 'JSON that is cut off',
    codes: ['not-json'],
    make: (server) =>
      (server.read = (_request, response) =>
        server.say(response, 200, JSON.stringify(server.document()).slice(0, -40))),
  },
  {
    name: 'a comma too many',
    codes: ['not-json'],
    make: (server) =>
      (server.read = (_request, response) =>
        server.say(response, 200, '{"ctg": "1",\n "gatherings": [],\n}')),
  },
  {
    name: 'a hundred thousand brackets',
    codes: ['too-deep'],
    make: (server) => (server.read = (_request, response) => server.say(response, 200, '['.repeat(100_000))),
  },
  {
    name: 'six megabytes',
    codes: ['too-big'],
    make: (server) => said(server, (document) => ({...document, more: 'x'.repeat(MEGABYTES * 1_000_000)})),
  },
  {
    name: 'a drop every now and then, without end',
    codes: ['timeout'],
    timeout: 1,
    make: (server) =>
      (server.read = (_request, response) => {
        response.writeHead(200, {...server.cors, 'Content-Type': 'application/json'}).write('{"ctg": "1"');
        const drip = setInterval(() => response.write(' '), 100);
        response.once('close', () => clearInterval(drip));
      }),
  },
  {
    name: 'a body that breaks off',
    codes: ['broken-off'],
    make: (server) =>
      (server.read = (_request, response) => {
        response.writeHead(200, {...server.cors, 'Content-Length': '900'}).write('{"ctg": "1"');
        setImmediate(() => response.destroy());
      }),
  },
  {
    name: 'redirects in a circle',
    codes: ['redirect-loop'],
    page: ['unreachable'],
    make: (server) =>
      (server.read = (request, response) =>
        server.say(response, 302, '', {Location: request.url === '/ctg.json' ? '/again' : '/ctg.json'})),
  },
  {
    name: 'a redirect that pages may not follow',
    codes: ['no-cors'],
    page: ['no-cors'],
    make: (server) =>
      (server.read = (request, response) =>
        request.url === '/ctg.json'
          ? response.writeHead(301, {Location: '/moved.json'}).end()
          : server.say(response, 200, server.document())),
  },
  {
    name: 'JSON without a version',
    codes: ['not-a-document'],
    make: (server) => said(server, ({gatherings}) => ({events: gatherings})),
  },
  {
    name: 'a version of the future',
    codes: ['unknown-version'],
    make: (server) => said(server, (document) => ({...document, ctg: '7'})),
  },
  {
    name: 'dates as people write them, among good ones',
    codes: ['wrong-value'],
    make: (server) => (server.gatherings[0] = {...server.gatherings[0], start: '3 December, 6 pm'}),
  },
  {
    name: 'Latin-1',
    codes: ['not-utf8'],
    make: (server) =>
      (server.read = (_request, response) => {
        server.gatherings[1]!['name'] = 'Café';
        return server.say(
          response,
          200,
          Buffer.from(JSON.stringify(server.document()).replace('’', "'"), 'latin1'),
        );
      }),
  },
  {
    name: 'UTF-8 that is called Latin-1',
    codes: ['wrong-charset'],
    make: (server) =>
      (server.read = (_request, response) => {
        const headers = {'Content-Type': 'application/json; charset=iso-8859-1'};
        return server.say(response, 200, server.document(), headers);
      }),
  },
  {
    name: 'one id for two gatherings',
    codes: ['twice'],
    make: (server) => (server.gatherings[1]!['id'] = 'test'),
  },
  {
    name: 'less than no places',
    codes: ['wrong-value'],
    make: (server) => (server.gatherings[1]!['capacity'] = -5),
  },
  {
    name: 'gatherings without a name',
    codes: ['entry-lost'],
    make: (server) => delete server.gatherings[1]!['name'],
  },
  {
    name: 'everything is over',
    codes: ['nothing-to-show'],
    make: (server) => server.gatherings.forEach((each) => (each['start'] = '2020-01-01T10:00:00Z')),
  },
  {name: 'no links', codes: ['read-only'], make: (server) => (server.links = [])},
  {
    name: 'a link with a slot that nothing fills',
    codes: ['link-unusable'],
    make: (server) => (server.links[0]!['href'] = '/events/{event}/signups'),
  },
  {
    name: 'changes on another origin, says the document',
    codes: ['manage-refused'],
    make: (server) => {
      // The same machine by another name is another origin, and answers.
      server.links[1]!['href'] = `${server.origin.replace('127.0.0.1', 'localhost')}/signups/{token}`;
    },
  },
  {
    name: 'a clock that is a day off',
    codes: ['clock'],
    make: (server) => (server.cors['Date'] = new Date(Date.now() - 86_400_000).toUTCString()),
  },
];
