// What the endpoint says of itself to programs, held against what it does.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {appOf} from '../../../demo/endpoint/app.js';
import {decide, group, join, networked, tokenOf} from './group-rig.js';
import {pledge, pledging, send} from './pledge-rig.js';
import {planned, Rig, type Said, siteOf} from './rig.js';

interface Described {
  readonly paths: Record<string, Record<string, {readonly responses: Record<string, unknown>}>>;
  readonly components: {readonly schemas: Record<string, unknown>};
}

/** Pages and files, which are for people and browsers. */
const FOR_PEOPLE = /^\/(?:$|dist\/|g(?:\/|$)|join$|pledge$|host\/|openapi\.json$)/;

describe('the description of an endpoint', () => {
  let rig: Rig;
  let described: Described;
  before(async () => {
    rig = await Rig.start({...siteOf(planned('open')), ...networkPledge()});
    described = (await rig.ask<Described>('GET', 'openapi.json')).body;
  });
  after(() => rig.close());

  it('has every route that is not a page, and none that is not there', () => {
    // Routes are only written down here: nobody asks this one for anything.
    const app = appOf({settings: {limit: 1}} as unknown as Parameters<typeof appOf>[0]);
    const routes = app.routes
      .filter(({method, path}) => method !== 'ALL' && path.startsWith('/:site/'))
      .map(({method, path}) => ({method: method.toLowerCase(), path: path.slice('/:site'.length)}))
      .filter(({path}) => !FOR_PEOPLE.test(path))
      .flatMap(({method, path}) =>
        path.includes(':deed')
          ? ['approve', 'decline', 'hide'].map((deed) => ({method, path: path.replace(':deed', deed)}))
          : [{method, path}],
      )
      .map(({method, path}) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const told = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'parameters')
        .map((method) => `${method} ${path}`),
    );

    assert.deepEqual(told.sort(), routes.sort());
  });

  it('names no schema that it does not have, and has none that it does not name', () => {
    const named = [...JSON.stringify(described).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );

    assert.deepEqual([...new Set(named)].sort(), Object.keys(described.components.schemas).sort());
  });

  it('lists each status that is answered, of pledges and of groups, when all goes well and when it does not', async () => {
    const listed = async (method: string, path: string, url: string, message?: unknown) => {
      const {status, body} = await rig.ask<Said>(method, url, message);
      const {responses = {}} = described.paths[path]?.[method.toLowerCase()] ?? {};
      assert.ok(responses[status], `${method} ${path} answers ${status}`);
      return {status, body};
    };
    const statuses: number[] = [];
    for (const [kind, path, message] of [
      ['pledges', '/pledges', pledge()],
      ['groups', '/groups', group()],
    ] as const) {
      const own = `${path}/{token}`;
      const taken = await listed('POST', path, kind, message);
      const {manage = ''} = taken.body;
      for (const [method, template, url, sent] of [
        ['POST', path, kind, message],
        ['POST', path, kind, {...message, id: 'no'}],
        ['GET', own, manage],
        ['GET', own, `${kind}/nobody`],
        ['PUT', own, manage, message],
        ['PUT', own, manage, {...message, name: ''}],
        ['POST', own, manage, {do: 'nothing'}],
        ['DELETE', own, manage],
        ['GET', own, manage],
        ['PUT', own, manage, message],
        ['DELETE', own, `${kind}/nobody`],
      ] as const)
        statuses.push((await listed(method, template, url, sent)).status);
      statuses.push(taken.status);
    }

    const each = [200, 422, 200, 404, 200, 422, 400, 200, 410, 410, 404, 201];
    assert.deepEqual(statuses, [...each, ...each]);
    assert.equal((await listed('GET', '/network', 'network?bbox=-120,39,-119,40&limit=5')).status, 200);
    assert.equal((await listed('GET', '/network', 'network?bbox=here')).status, 400);
    assert.equal((await listed('GET', '/pledges', 'pledges?page=1')).status, 200);
    assert.equal((await listed('GET', '/pledges/{badge}/badge', 'pledges/none/badge')).status, 404);
  });

  it('tells what a host’s program reads and is answered, with every key', async () => {
    await join(rig, group({email: 'ask@guest.example'}));
    await send(rig, pledge({display: 'full', name: 'Read Me'}));
    const list = await rig.ask<Record<string, object[]>>('GET', `pending?token=${tokenOf(rig)}`);
    const keys = (schema: unknown) => Object.keys((schema as {properties: object}).properties);
    const content = (path: string, method: string) =>
      (
        described.paths[path]![method]!.responses[200] as {
          content: {
            'application/json': {schema: {properties: Record<string, {items: object}>; anyOf: object[]}};
          };
        }
      ).content['application/json'].schema;
    const told = content('/pending', 'get').properties;
    const answers = content('/pending/{id}/approve', 'post').anyOf.map((schema) => keys(schema).join());

    assert.deepEqual(Object.keys(list.body), Object.keys(told));
    assert.deepEqual(Object.keys(list.body['pledges']![0]!), keys(told['pledges']!.items));
    assert.deepEqual(
      Object.keys(list.body['groups']![0]!).filter((key) => key !== 'asker'),
      keys(told['groups']!.items),
    );
    for (const {id} of [...list.body['pledges']!, ...list.body['groups']!] as {id: string}[])
      assert.ok(answers.includes(Object.keys((await decide(rig, id, 'approve')).body).join()));
  });

  it('says nothing of pledges and groups where there are none', async () => {
    const plain = await Rig.start(siteOf());
    const {body} = await plain.ask<Described>('GET', 'openapi.json');
    await plain.close();

    assert.deepEqual(
      Object.keys(body.paths).filter((path) => /pledge|group|network|hide/.test(path)),
      [],
    );
    assert.deepEqual(
      Object.keys(body.components.schemas).filter((name) => /Pledge|Group/.test(name)),
      [],
    );
  });
});

/** A network and five values, without their gatherings. */
function networkPledge() {
  return {pledge: pledging().pledge!, network: networked().network!};
}
