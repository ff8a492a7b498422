/** Signups a second: the embedded database and a PostgreSQL server, one process and two. */
import {spawn} from 'node:child_process';
import {Agent, request} from 'node:http';
import {cpus} from 'node:os';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {type Home, home, signup} from '../demo/endpoint/rig.js';
import {Server} from '../demo/endpoint/server.js';
import {row, told} from './figures.js';
import {type Case, CASES, gatheringOf, WARM_UP} from './plan.js';

/** What is compared: where the data are, and how many processes answer. */
interface Contender {
  readonly name: string;
  readonly origins: readonly string[];
  end(): Promise<void>;
}

/**
 * Measures all of them in turn within each round, so that whatever else the machine does meets each of them, and
 * prints the median of the rounds with the slowest and the fastest.
 */
export async function benchEndpoint(rounds: number): Promise<void> {
  // As a server is set up in the world: it waits for the disk before it says that something is written.
  const server = await Server.start({});
  const contenders = [await contend('embedded, one process', await home(), 1, rounds)];
  if (typeof server === 'string') {
    console.log(`Only the embedded database is measured: ${server}.`);
  } else {
    contenders.push(await contend('server, one process', await home(server), 1, rounds));
    contenders.push(await contend('server, two processes', await home(server), 2, rounds));
  }
  const rates = new Map<string, number[]>();
  try {
    for (let round = 0; round < rounds + WARM_UP; round += 1) {
      for (const each of CASES)
        for (const contender of contenders) {
          const rate = await measure(contender, each, round);
          const key = `${contender.name} ${each.id}`;
          if (round >= WARM_UP) rates.set(key, [...(rates.get(key) ?? []), rate]);
        }
    }
  } finally {
    for (const contender of contenders) await contender.end();
    if (typeof server !== 'string') await server.stop();
  }
  console.log(
    `Signups a second, median of ${rounds} rounds (slowest to fastest), on ${cpus().length} cores that`,
  );
  console.log('the client, the endpoint and the server share:\n');
  console.log(row(['', ...CASES.map(({name}) => name)]));
  for (const {name} of contenders)
    console.log(row([name, ...CASES.map(({id}) => told(rates.get(`${name} ${id}`) ?? []))]));
}

async function contend(name: string, place: Home, processes: number, rounds: number): Promise<Contender> {
  const running = await Promise.all(Array.from({length: processes}, () => startProcess(place, rounds)));
  return {
    name,
    origins: running.map(({origin}) => origin),
    end: async () => {
      await Promise.all(running.map(({end}) => end()));
      place.forget();
    },
  };
}

/** Signups a second of one case, sent to the contender's processes in turn. */
async function measure({name, origins}: Contender, each: Case, round: number): Promise<number> {
  const agent = new Agent({keepAlive: true, maxSockets: each.atOnce});
  let next = 0;
  const sendOn = async () => {
    for (let index = next++; index < each.count; index = next++) {
      const message = signup(gatheringOf(each, round, index));
      const url = `${origins[index % origins.length]}/parish/gatherings/${message.gathering}/signups`;
      const status = await post(agent, url, JSON.stringify(message));
      if (status !== 201) throw new Error(`${name} answered ${status}`);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({length: each.atOnce}, sendOn));
  const took = performance.now() - began;
  agent.destroy();
  return (each.count * 1000) / took;
}

/** Posts JSON with as little work as Node allows, since the client takes its share of the cores. */
function post(agent: Agent, url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body)};
    request(url, {agent, method: 'POST', headers}, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', reject)
      .end(body);
  });
}

async function startProcess(
  {environment}: Home,
  rounds: number,
): Promise<{origin: string; end(): Promise<void>}> {
  const file = fileURLToPath(new URL('endpoint-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, String(rounds)], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  const {value: origin, done} = await lines.next();
  if (done) throw new Error('An endpoint did not start.');
  return {
    origin: String(origin),
    end: () => {
      child.stdin.end();
      return gone;
    },
  };
}
