// One endpoint to be measured, with its data where the environment says. Prints its origin, and ends when its
// standard input closes.
import {startEndpoint} from '../../demo/endpoint/endpoint.js';
import {siteFor} from './plan.js';

const endpoint = await startEndpoint({
  port: 0,
  limit: 1_000_000_000,
  sites: [siteFor(Number(process.argv[2]))],
  say: () => undefined,
});
process.stdin.resume().once('close', () => void endpoint.close().then(() => process.exit(0)));
console.log(endpoint.origin);
