// What is promised of the endpoint, once more on a PostgreSQL server: the same tests, with their data there.
import {after, it} from 'node:test';
import {useServer} from './rig.js';
import {Server} from './server.js';

const server = await Server.start();
if (typeof server === 'string') {
  it('the endpoint on a PostgreSQL server', {skip: server}, () => {});
} else {
  useServer(server);
  for (const file of [
    'signups',
    'races',
    'guards',
    'kept',
    'host',
    'host-adding',
    'host-changing',
    'host-writing',
    'post',
    'post-kept',
    'letters',
    'confirm',
    'pledges',
    'pledge-counts',
    'pledge-people',
    'pledge-guards',
    'pledge-wall',
    'pledge-host',
    'pledge-crowd',
    'groups',
    'group-host',
    'group-seed',
    'openapi',
    'network',
  ])
    await import(`./${file}.node.js`);
  // Registered last, so that it runs after every file's own.
  after(() => server.stop());
}
