import type {EndpointSet} from '../../endpoint/resolve.js';
import type {Kind, Target} from '../../endpoint/target.js';
import type {Writer} from '../../endpoint/writing.js';

/**
 * What writes a message of `kind` for `target`, where that is not simply our JSON. Fetched before the form is shown, so
 * that whoever loses the connection while typing can still send. Rejects when it can't be had.
 */
export async function writerOf(
  set: EndpointSet | undefined,
  target: Target | undefined,
  kind: Kind,
): Promise<Writer | undefined> {
  if (!set || !target || (target.encoding === 'json' && !set.mapping && !set.headers)) return undefined;
  const {writerFor} = await import('../../endpoint/writing.js');
  return writerFor(set, kind);
}
