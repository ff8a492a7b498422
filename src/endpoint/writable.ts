/** Whether anything can be sent at all; a file of its own, because every list asks it and only a form needs the address. */
import type {CtgDocument} from '../protocol/document.js';
import type {EndpointSet} from './resolve.js';

/** Whether a set and its document say where messages of a kind go, by the name of their link. Agrees with `targetOf`; a property test holds the two together. */
export function isWritable(
  set: EndpointSet | undefined,
  loaded: {readonly document: Pick<CtgDocument, 'links'>; readonly url: string} | undefined,
  kind = 'signups',
): boolean {
  const href = loaded?.document.links?.find(({rel}) => rel === kind)?.href;
  if (set?.action || !href) return !!set?.action;
  // The slots do not matter here: they are never in the part that is judged.
  const {protocol, origin} = new URL(href, loaded.url);
  const isSame = loaded.url.startsWith(protocol);
  return protocol === 'mock:'
    ? isSame
    : (isSame || protocol === 'https:') && set?.allow?.includes(origin) !== false;
}
