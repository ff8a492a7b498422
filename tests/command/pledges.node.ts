// The command on documents that ask for pledges.
import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, test} from 'node:test';

import {RightServer} from './right-server.js';
import {ctg} from './terminal.js';

const VALUES = ['love', 'integrity', 'courage', 'service', 'respect'].map((id) => ({id, label: id}));
const PLEDGE = {values: VALUES, counts: {people: 212, byValue: {love: 180}}, recent: [{name: 'Ana R.'}]};
const PLEDGES = {rel: 'pledges', href: '/pledges', idempotent: true};
const MANAGE = {rel: 'manage-pledge', href: '/pledges/{token}'};

describe('ctg check on a document with pledges', () => {
  let server: RightServer;
  let pledge: object;
  let links: object[];
  /** More of the document, or `gatherings: []` for one that has pledges alone. */
  let more: object;

  beforeEach(async () => {
    server = await new RightServer().open();
    [pledge, links, more] = [PLEDGE, [...server.links, PLEDGES, MANAGE], {}];
    server.read = (_request, response) =>
      server.say(response, 200, {...server.document(), pledge, links, ...more});
  });

  afterEach(() => server.close());

  const look = async (): Promise<{
    code: number;
    document: {gatherings: number; values: number};
    pledging?: string;
    found: Array<{code: string; level: string; what: string}>;
  }> => {
    const {code, out} = await ctg(['check', server.url, '--json']);
    const {findings, ...report} = JSON.parse(out);
    return {code, ...report, found: findings};
  };

  test('says how many values there are and where pledges go, and finds nothing', async () => {
    const {code, out} = await ctg(['check', server.url]);

    assert.equal(code, 0);
    assert.match(out, /^document {3}ctg 1: 2 gatherings, a pledge of 5 values, 0 left out$/m);
    assert.match(out, /^pledging {3}http:\/\/127\.0\.0\.1:\d+\/pledges: not tried$/m);
    assert.match(out, /nothing was found/);
    const {document, pledging} = await look();
    assert.deepEqual([document.gatherings, document.values], [2, 5]);
    assert.equal(pledging, `${server.origin}/pledges`);
  });

  test('says nothing of pledges where there are none', async () => {
    [more, links] = [{pledge: undefined}, server.links];

    const {out} = await ctg(['check', server.url]);

    assert.match(out, /^document {3}ctg 1: 2 gatherings, 0 left out$/m);
    assert.doesNotMatch(out, /pledging/);
  });

  test('finds nothing where pledges are all there is', async () => {
    [more, links] = [{gatherings: undefined}, [PLEDGES, MANAGE]];

    const {code, found} = await look();

    assert.deepEqual([code, found], [0, []]);
  });

  test('says that nobody can pledge where no link leads anywhere', async () => {
    links = server.links;

    const {code, found} = await look();

    assert.deepEqual(
      found.map((each) => each.code),
      ['read-only'],
    );
    assert.match(found[0]!.what, /Nobody can pledge here/);
    assert.equal(code, 0);
  });

  test('says that nobody can pledge where the link can not be used', async () => {
    links = [...server.links, {...PLEDGES, href: '/pledges/{who}'}, MANAGE];

    const {code, found} = await look();

    assert.deepEqual(
      found.map((each) => [each.code, each.level]),
      [['link-unusable', 'breaks']],
    );
    assert.match(found[0]!.what, /"pledges".*\{who\}.*nobody can pledge/s);
    assert.equal(code, 1);
  });

  test('says that pledges can not be changed where that leads to another origin', async () => {
    // The same machine by another name is another origin, and answers.
    const elsewhere = `${server.origin.replace('127.0.0.1', 'localhost')}/pledges/{token}`;
    links = [...server.links, PLEDGES, {...MANAGE, href: elsewhere}];

    const {found} = await look();

    assert.deepEqual(
      found.map((each) => each.code),
      ['manage-refused'],
    );
    assert.match(found[0]!.what, /"manage-pledge"/);
  });

  test('asks for leave to send and to take back a pledge, as a browser does', async () => {
    const asked: string[] = [];
    const leave = server.leave;
    server.leave = (request, response, body) => {
      asked.push(`${request.headers['access-control-request-method']} ${request.url}`);
      return leave(request, response, body);
    };
    [more, links] = [{gatherings: undefined}, [PLEDGES, MANAGE]];

    await ctg(['check', server.url]);
    assert.deepEqual(asked.sort(), ['DELETE /pledges/ctg-check', 'POST /pledges', 'PUT /pledges/ctg-check']);

    server.leave = (_request, response) => server.say(response, 405, '');
    const {code, found} = await look();
    assert.deepEqual(
      found.map((each) => each.code),
      ['preflight', 'preflight-manage'],
    );
    assert.equal(code, 1);
  });

  test('names what of a pledge had to be left out', async () => {
    pledge = {
      values: [...VALUES, {id: 'nameless'}],
      counts: {people: -1, organisations: '9', byValue: {love: 'many', unknown: 3}},
      recent: [{name: 'Ana R.'}, {name: ''}, 'nobody'],
    };

    const {code, document, found} = await look();

    assert.equal(document.values, 5);
    const said = found.map(({what}) => what).join('\n');
    for (const path of ['/pledge/values/5', '/pledge/counts', '/pledge/recent/1', '/pledge/recent/2'])
      assert.ok(said.includes(path), `${path} in ${said}`);
    assert.equal(code, 0);
  });
});
