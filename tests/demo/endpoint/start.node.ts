import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {describe, it} from 'node:test';
import {ROOT} from '../../../demo/endpoint/settings.js';
import {dataFolder} from './rig.js';

describe('npm start', () => {
  it('says where everything is, names the endpoint in its pages, and ends when asked to', async () => {
    const {data, forget} = await dataFolder();
    const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'demo/start.ts')], {
      cwd: ROOT,
      env: {...process.env, PORT: '0', ENDPOINT_PORT: '0', CTG_DATA: data},
    });
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const lines: string[] = [];
    for await (const line of createInterface({input: child.stdout})) {
      lines.push(line);
      if (line.startsWith('Press')) break;
    }
    const originAfter = (word: string) =>
      new RegExp(`${word} +(http://localhost:\\d+)`).exec(lines.join('\n'))?.[1] ?? '';
    const [pages, endpoint] = [originAfter('Pages'), originAfter('Endpoint')];

    const home = await (await fetch(`${pages}/`)).text();
    const folder = await fetch(`${pages}/church`);
    const outside = await fetch(`${pages}/..%2f..%2fpackage.json`);
    const elsewhere = await fetch(`${pages}//elsewhere.example/folder`, {redirect: 'manual'});
    child.kill('SIGINT');
    const code = await gone;
    forget();

    assert.notEqual(pages, endpoint);
    assert.ok(!home.includes('%ENDPOINT%'));
    assert.ok(folder.url.endsWith('/church/'));
    assert.equal(outside.status, 404);
    assert.equal(elsewhere.headers.get('location'), '/elsewhere.example/folder/');
    assert.equal(lines.filter((line) => line.includes('/host/')).length, 3);
    assert.equal(code, 0);
  });
});
