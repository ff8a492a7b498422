/** `npm run bench -- NAME`: figures, measured here and now. They are for reading; nothing fails by them. */
import {benchEndpoint} from './endpoint.js';
import {benchLayout} from './layout.js';
import {benchMap} from './map.js';
import {benchWall} from './wall.js';

const BENCHES: Readonly<Record<string, (rounds: number, short: boolean) => Promise<void>>> = {
  endpoint: benchEndpoint,
  layout: benchLayout,
  map: benchMap,
  wall: benchWall,
};
const ROUNDS = 5;

const [name = '', ...rest] = process.argv.slice(2);
const bench = BENCHES[name];
const short = rest.includes('--short');
const at = rest.indexOf('--rounds');
const rounds = at < 0 ? (short ? 1 : ROUNDS) : Number(rest[at + 1]);
if (bench && Number.isInteger(rounds) && rounds > 0) {
  await bench(rounds, short);
} else {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--rounds ${ROUNDS}] [--short]`);
  process.exitCode = 1;
}
