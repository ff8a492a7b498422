import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, describe, it} from 'node:test';
import {ROOT} from '../../../demo/endpoint/settings.js';
import {startProcess} from './processes.js';
import {type Home, home} from './rig.js';
import {Server} from './server.js';

const server = await Server.start();
const skip = typeof server === 'string' ? server : false;
after(() => (typeof server === 'string' ? undefined : server.stop()));

describe('npm start', () => {
  it('says where everything is, names the endpoint in its pages, and ends when asked to', async () => {
    const place = await home();
    const {child, lines, gone} = await start(place);
    const originAfter = (word: string) =>
      new RegExp(`${word} +(http://localhost:\\d+)`).exec(lines.join('\n'))?.[1] ?? '';
    const [pages, endpoint] = [originAfter('Pages'), originAfter('Endpoint')];

    const front = await (await fetch(`${pages}/`)).text();
    const folder = await fetch(`${pages}/church`);
    const outside = await fetch(`${pages}/..%2f..%2fpackage.json`);
    const elsewhere = await fetch(`${pages}//elsewhere.example/folder`, {redirect: 'manual'});
    const maker = await (await fetch(`${pages}/maker.js`)).text();
    const extend = await (await fetch(`${pages}/extend.js`)).text();
    const shown = await (await fetch(`${pages}/extend.html`)).text();
    const copied = await (await fetch(`${pages}/copied.html`)).text();
    const sheet = await (await fetch(`${pages}/endpoints/sheet.gs`)).text();
    child.kill('SIGINT');
    const code = await gone;
    place.forget();

    assert.notEqual(pages, endpoint);
    // Not by assert.match, which would print all of it.
    assert.ok(maker.includes('gathering-signup') && maker.includes('values-pledge'));
    assert.ok(extend.includes('sunflower-pledge'));
    assert.match(shown, /class SunflowerPledge extends ValuesPledge/);
    assert.ok(!/%\w+[:%]/.test(shown + copied));
    assert.ok(copied.includes(pages.replace('localhost', '127.0.0.1')));
    assert.match(sheet, /function doPost/);
    assert.ok(!front.includes('%ENDPOINT%'));
    assert.ok(folder.url.endsWith('/church/'));
    assert.equal(outside.status, 404);
    assert.equal(elsewhere.headers.get('location'), '/elsewhere.example/folder/');
    assert.equal(lines.filter((line) => line.includes('/host/')).length, 3);
    assert.equal(code, 0);
  });

  it('says in a sentence that another endpoint uses the folder', async () => {
    const place = await home();
    const running = await startProcess(place);

    const refused = await startProcess(place).catch((error: unknown) => String(error));

    assert.match(String(refused), /is using the folder/);
    await running.end();
    place.forget();
  });

  it('says in a sentence that the server of DATABASE_URL can not be used, without its password', async () => {
    const environment = {...process.env, DATABASE_URL: 'postgres://ctg:secret@127.0.0.1:1/ctg'};

    const refused = await startProcess({environment}).catch((error: unknown) => String(error));

    assert.match(String(refused), /The database of DATABASE_URL can not be used: connect ECONNREFUSED/);
    assert.ok(!String(refused).includes('secret'));
  });

  it('says which server it uses, twice over one database, and needs no folder for it', {skip}, async () => {
    const place = await home(server as Server);
    const [one, two] = await Promise.all([start(place), start(place)]);

    for (const {child} of [one, two]) child.kill('SIGINT');
    const codes = await Promise.all([one.gone, two.gone]);

    assert.match(one.lines.join('\n'), /Using the PostgreSQL database “test1” on \/.*ctg-pg/);
    assert.deepEqual(
      one.lines.filter((line) => line.includes('/host/')).map(pathOf),
      two.lines.filter((line) => line.includes('/host/')).map(pathOf),
    );
    assert.deepEqual(readdirSync(place.settings.data), []);
    assert.deepEqual(codes, [0, 0]);
    place.forget();
  });
});

const pathOf = (line: string) => line.replace(/https?:\/\/[^/]+/, '');

/** `npm start` on free ports, once it has said everything. */
async function start({environment}: Home) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'demo/start.ts')], {
    cwd: ROOT,
    env: {...environment, PORT: '0', ENDPOINT_PORT: '0'},
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines: string[] = [];
  for await (const line of createInterface({input: child.stdout})) {
    lines.push(line);
    if (line.startsWith('Press')) break;
  }
  return {child, lines, gone};
}
