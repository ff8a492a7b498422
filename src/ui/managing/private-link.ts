/** Private links: addresses of this page that open a message on any device, and finding what one names. */
import {manageHref} from '../../endpoint/manage-href.js';
import {lookAt} from '../../endpoint/manage.js';
import type {Loaded} from '../../endpoint/loaded.js';
import {isId} from '../../protocol/rules.js';
import {decode} from '../fragment.js';
import {forOthers} from '../sending/links.js';
import type {Answer, Reader} from './reader.js';

/** In the fragment, so that no server ever sees it: `word` says what it opens, `place` in which widget of the page. */
export function privateLink(page: string, word: string, place: number, token: string): string {
  return `${forOthers(page)}#ctg-${word}-${place}=${encodeURIComponent(token)}`;
}

/** The token of a private link as it is written, if it is meant for the `place`-th widget of its kind, from 1. */
export function tokenIn(hash: string, word: string, place: number): string | undefined {
  const [, kind, n, token] = /^#ctg-([a-z]+)-(\d+)=(.*)$/s.exec(hash) ?? [];
  return kind === word && Number(n) === place ? token : undefined;
}

/** What a private link came to: the message, or why there is none to show. */
export type Found<Managed> =
  | {readonly managed: Managed; readonly manage: string}
  | {readonly notice: 'manage.unreachable' | 'private.gone'};

/**
 * Asks the endpoint for what the token `written` names. Only looks: mail scanners open links, so whatever changes
 * something needs a press.
 *
 * @param posted where a new message would go
 * @param rel the document's link for coming back
 */
export async function findBy<Managed extends Answer>(
  written: string,
  {loaded, posted = loaded.url, rel}: {loaded: Loaded; posted?: string | undefined; rel: string},
  read: Reader<Managed>,
): Promise<Found<Managed>> {
  // Cut off by a mail program, or nothing that a token could be: nobody has to be asked.
  const token = decode(written);
  const manage = isId(token) ? manageHref({token}, loaded, posted, rel) : undefined;
  const outcome = manage ? await lookAt(manage, (json) => read(json)) : undefined;
  if (manage && outcome?.kind === 'found') return {managed: outcome.managed, manage};
  return {notice: outcome?.kind === 'retry' ? 'manage.unreachable' : 'private.gone'};
}
