/** Runs the endpoint alone: `ENDPOINT_PORT=8001 CTG_DATA=.data tsx demo/endpoint/main.ts`. */
import {startEndpoint} from './endpoint.js';
import {endWell, explain} from './process.js';

try {
  const endpoint = await startEndpoint();
  // Before anything is said: whoever reads it may end this at once.
  endWell(() => endpoint.close());
  console.log(`The endpoint answers at ${endpoint.origin}/church/ctg.json`);
  for (const [site, url] of Object.entries(endpoint.hostUrls)) console.log(`Host’s page of ${site}: ${url}`);
  console.log(`Letters go to ${endpoint.mail}`);
} catch (error) {
  explain(error);
}
