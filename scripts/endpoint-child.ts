// Runs the reference endpoint for a test run, on a free port and with its data in a folder that is deleted
// afterwards. Prints one line of JSON, `{"origin": "http://127.0.0.1:PORT"}`, and ends when its standard input
// closes, so that it never outlives the run that started it, however that run ends.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const data = mkdtempSync(join(tmpdir(), 'ctg-endpoint-'));
process.env['CTG_DATA'] = data;
process.env['ENDPOINT_PORT'] = '0';
process.once('exit', () => {
  rmSync(data, {recursive: true, force: true});
});

// Imported only now, because the endpoint may read its settings while it is evaluated; by a computed address,
// because a checkout without the demo is still a project that can be tested.
const main = new URL('../demo/endpoint/main.ts', import.meta.url).href;
const {startEndpoint} = (await import(main)) as {
  startEndpoint: (options: {
    port: number;
    data: string;
  }) => Promise<{port?: number; url?: string; origin?: string}>;
};
const started = await startEndpoint({port: 0, data});
const origin = started.origin ?? started.url ?? `http://127.0.0.1:${String(started.port)}`;
process.stdout.write(`${JSON.stringify({origin: new URL(origin).origin})}\n`);

process.stdin.resume();
process.stdin.once('close', () => process.exit(0));
