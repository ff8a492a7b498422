/** Endpoints that can be read and do one thing wrong with what they are sent. */
import type {Posted, RightServer} from './right-server.js';
import {HTML, type Wrong} from './wrong-servers.js';

const STACK = '<!DOCTYPE html><html><body><pre>Error: Insert failed, duplicate id</pre></body></html>';

/** A server that answers posts, after the good ones are known to be good, in its own way. */
const posts = (
  server: RightServer,
  answer: (sent: Posted, known: boolean) => readonly [number, unknown, Record<string, string>?],
): void => {
  server.post = (request, response, body) => {
    const sent = server.parse(request, body);
    if (!server.isGood(sent)) return server.refuse(response);
    const known = server.rows.some(({id}) => id === sent.id);
    if (!known) server.store(sent);
    const [status, json, headers] = answer(sent, known);
    return server.say(response, status, json, headers);
  };
};

/** Faults that show by writing only. */
export const WRONG_TO_WRITE: readonly Wrong[] = [
  {
    name: 'posts sent elsewhere with 302',
    codes: ['redirect-write'],
    write: true,
    make: (server) =>
      (server.post = (_request, response) => server.say(response, 302, '', {Location: '/thanks'})),
  },
  {
    name: '200 and nothing else',
    codes: ['empty-answer'],
    write: true,
    make: (server) => posts(server, () => [200, '']),
  },
  {
    name: '{"success": true}',
    codes: ['no-receipt'],
    write: true,
    make: (server) => posts(server, () => [201, {success: true, data: {signup_id: 1}}]),
  },
  {
    name: 'a thank-you page under 200',
    codes: ['no-receipt'],
    write: true,
    make: (server) => posts(server, () => [200, '<h1>Thank you!</h1>', HTML]),
  },
  {
    name: 'the receipt of somebody else',
    codes: ['other-receipt'],
    write: true,
    make: (server) => posts(server, () => [200, {id: 'somebody-else', status: 'confirmed', token: 't9'}]),
  },
  {
    name: 'an id of its own for each, as json-server 1.0',
    codes: ['id-replaced', 'doubled'],
    write: true,
    make: (server) =>
      posts(server, (sent) => {
        const id = String(server.rows.length + 100);
        server.store({...sent, id});
        return [201, {...sent, id}];
      }),
  },
  {
    name: 'the same id twice is two rows',
    codes: ['doubled'],
    write: true,
    make: (server) =>
      (server.post = (request, response, body) => {
        const sent = server.parse(request, body);
        return server.isGood(sent)
          ? server.say(response, 201, server.receipt(server.store(sent)))
          : server.refuse(response);
      }),
  },
  {
    name: 'two rows that only the count of the gathering tells of',
    codes: ['doubled', 'no-manage'],
    write: true,
    make: (server) =>
      (server.post = (request, response, body) => {
        const sent = server.parse(request, body);
        if (!server.isGood(sent)) return server.refuse(response);
        server.store(sent);
        return server.say(response, 201, {id: sent.id, status: 'confirmed'});
      }),
  },
  {
    name: 'a key over all words instead of the id',
    codes: ['id-not-key'],
    write: true,
    make: (server) => {
      const bodies = new Map<string, Record<string, unknown>>();
      server.post = (request, response, body) => {
        const sent = server.parse(request, body);
        if (!server.isGood(sent)) return server.refuse(response);
        const receipt = bodies.get(body) ?? server.receipt(server.store(sent));
        bodies.set(body, receipt);
        return server.say(response, 200, receipt);
      };
    },
  },
  {
    name: 'a stack trace for the second post, as json-server 0.17',
    codes: ['repeat-fails'],
    write: true,
    make: (server) => {
      const {post} = server;
      server.post = (request, response, body) => {
        const {id} = server.parse(request, body);
        return server.rows.some((row) => row.id === id)
          ? server.say(response, 500, STACK, HTML)
          : post(request, response, body);
      };
    },
  },
  {
    name: 'acts once and does not say so',
    codes: ['idempotent-unsaid'],
    write: true,
    make: (server) => delete server.links[0]!['idempotent'],
  },
  {
    name: 'errors under 200',
    codes: ['error-under-200'],
    page: [],
    write: true,
    make: (server) => (server.refuse = (response) => server.say(response, 200, {errors: [{field: 'name'}]})),
  },
  {
    name: 'an error page for what is missing',
    codes: ['error-unreadable'],
    write: true,
    make: (server) => (server.refuse = (response) => server.say(response, 400, '<h1>Bad request</h1>', HTML)),
  },
  {
    name: 'confirms nobody',
    codes: ['accepts-invalid'],
    write: true,
    make: (server) => (server.isGood = () => true),
  },
  {
    name: 'refuses everybody',
    codes: ['write-refused'],
    write: true,
    make: (server) =>
      (server.post = (_request, response) => server.say(response, 409, {code: 'full', title: 'Full'})),
  },
  {
    name: 'breaks at every post',
    codes: ['write-fails'],
    write: true,
    make: (server) => (server.post = (_request, response) => server.say(response, 500, {code: 'server'})),
  },
  {
    name: 'asks for patience where pages cannot see it',
    codes: ['retry-after-hidden'],
    write: true,
    make: (server) => {
      delete server.cors['Access-Control-Expose-Headers'];
      const {post} = server;
      let isBusy = true;
      server.post = (request, response, body) => {
        if (!isBusy) return post(request, response, body);
        isBusy = false;
        return server.say(response, 429, {code: 'slow-down'}, {'Retry-After': '1'});
      };
    },
  },
  {
    name: 'changes on another origin, says the receipt',
    codes: ['manage-refused'],
    page: [],
    write: true,
    make: (server) => {
      server.receipt = ({id}) => ({id, status: 'confirmed', manage: 'https://elsewhere.example/signups/t1'});
    },
  },
  {
    name: 'no way back to what was sent',
    codes: ['no-manage'],
    write: true,
    make: (server) => (server.receipt = ({id}) => ({id, status: 'confirmed'})),
  },
  {
    name: 'shows what was sent without its receipt',
    codes: ['manage-fails'],
    write: true,
    make: (server) => {
      const {manage} = server;
      server.manage = (request, response, body) =>
        request.method === 'GET'
          ? server.say(response, 200, {name: 'ctg check'})
          : manage(request, response, body);
    },
  },
  {
    name: 'gives nothing up',
    codes: ['give-up-fails'],
    write: true,
    make: (server) => {
      const {manage} = server;
      server.manage = (request, response, body) =>
        request.method === 'DELETE'
          ? server.say(response, 405, {code: 'no'})
          : manage(request, response, body);
    },
  },
];
