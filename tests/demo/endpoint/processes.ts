import {type ChildProcess, spawn} from 'node:child_process';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {ROOT} from '../../../demo/endpoint/settings.js';

/** An endpoint that runs as a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  readonly origin: string;
  /** Asks it to end, and answers its exit code. */
  end(): Promise<number | null>;
}

/** A place for an endpoint's data, as its environment tells it. */
type Place = {readonly environment: NodeJS.ProcessEnv};

/** Starts the endpoint the way `main.ts` runs it, and rejects with what it said when it ends instead. */
export function startProcess({environment}: Place): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'demo/endpoint/main.ts')], {
    cwd: ROOT,
    env: {...environment, ENDPOINT_PORT: '0', CTG_LIMIT: '1000000'},
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    createInterface({input: child.stdout}).on('line', (line) => {
      const origin = /http:\/\/localhost:\d+/.exec(line)?.[0];
      const end = () => {
        child.kill('SIGTERM');
        return gone;
      };
      if (origin) resolve({child, origin, end});
    });
    void gone.then(() => reject(new Error(said)));
  });
}
