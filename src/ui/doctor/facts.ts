import type {Look} from '../../endpoint/diagnosis/look.js';
import type {Facts} from '../../endpoint/diagnosis/report.js';
import type {EndpointSet} from '../../endpoint/resolve.js';
import {targetOf} from '../../endpoint/target.js';

/** What was seen, in a few lines. */
export function factsOf(set: EndpointSet | undefined, {read, load}: Look): Facts {
  const facts: Array<readonly [string, string]> = [['Page', location.href.split('#')[0]!]];
  if (!set) return facts;
  facts.push(['Endpoint', set.endpoint ?? 'none, only an address to send to']);
  if (read?.kind === 'seen') {
    const {status, headers, bytes, ms, final, url} = read;
    if (final !== url) facts.push(['Sent on to', final]);
    facts.push([
      'Answer',
      `${status}, ${headers.get('Content-Type') ?? 'no type'}, ${bytes} bytes, ${ms} ms`,
    ]);
  }
  const loaded = load?.ok ? load.value : undefined;
  if (loaded) {
    const {document, dropped, format} = loaded;
    facts.push(['Format', format]);
    facts.push(['Read', `${document.gatherings?.length ?? 0} gatherings; ${dropped.length} left out`]);
  }
  const target = targetOf(loaded, set, 'signups', 'GATHERING');
  facts.push(['Sign-ups go to', target ? `${target.href} (${target.encoding})` : 'nowhere']);
  return facts;
}
