/** `npm run bench -- endpoint`, or `wall`: figures, measured here and now. They are for reading; nothing fails by them. */
import {benchEndpoint} from './endpoint.js';
import {benchWall} from './wall.js';

const BENCHES: Readonly<Record<string, (rounds: number) => Promise<void>>> = {
  endpoint: benchEndpoint,
  wall: benchWall,
};
const ROUNDS = 5;

const [name = '', ...rest] = process.argv.slice(2);
const bench = BENCHES[name];
const rounds = rest[0] === '--rounds' ? Number(rest[1]) : ROUNDS;
if (bench && Number.isInteger(rounds) && rounds > 0) {
  await bench(rounds);
} else {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--rounds ${ROUNDS}]`);
  process.exitCode = 1;
}
