import {targetOf} from '../../../endpoint/target.js';
import type {Writer} from '../../../endpoint/writing.js';
import type {Wayfinder} from '../navigation-host.js';

/**
 * What writes the message for gathering `id`, where it is not simply our JSON. Fetched before the form is shown, so that
 * whoever loses the connection while typing can still send. Rejects when it can't be had.
 */
export async function writerOf({host: {set, loaded}}: Wayfinder, id: string): Promise<Writer | undefined> {
  const encoding = set && targetOf(loaded, set, 'signups', id)?.encoding;
  if (!encoding || (encoding === 'json' && !set.mapping && !set.headers)) return undefined;
  const {writerFor} = await import('../../../endpoint/writing.js');
  return writerFor(set, 'signups');
}
