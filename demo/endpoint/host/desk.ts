import type {Context} from 'hono';
import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Tools} from '../app.js';
import {readSite, type Site} from '../documents.js';
import {type Fields, first} from '../form.js';
import {answerPage} from '../pages/layout.js';
import {messagePage} from '../pages/message.js';
import {NOT_FOUND, refusal, type Refusal} from '../problems.js';
import {baseOf, readSent, tooOften} from '../request.js';
import type {Settings} from '../settings.js';
import {sameToken} from '../tokens.js';
import {FORM_KEY} from './press.js';

/** A button that a host pressed: on whose page, and with which fields. */
export interface Press {
  readonly site: Site;
  readonly fields: Fields;
}

/** Why a press was not taken; with the site, where at least the token was right. */
export interface Refused extends Refusal {
  readonly site?: Site;
}

const FOREIGN: Refusal = refusal(
  403,
  'foreign',
  'This came from another website',
  'Open your host’s page and press the button there. Nothing was changed.',
);

/** The site whose host this is: the token stands in the path, in the query, or in `Authorization: Bearer`. */
export async function hostOf(context: Context, {database}: Tools): Promise<Site | undefined> {
  const bearer = /^Bearer +(\S+)$/i.exec(context.req.header('Authorization') ?? '')?.[1];
  const token = context.req.param('token') ?? context.req.query('token') ?? bearer ?? '';
  const site = await readSite(database, context.req.param('site') ?? '');
  return site && sameToken(site.host_token, token) ? site : undefined;
}

/** Where a host's page begins, without a slash at the end. */
export function deskOf(context: Context, settings: Settings, site: Site): string {
  return `${baseOf(context, settings)}/${site.id}/host/${site.host_token}`;
}

/** Reads what a host pressed; refused when it comes too often, is no form, or was pressed on another site's page. */
export async function pressOf(context: Context, tools: Tools): Promise<Result<Press, Refused>> {
  const site = await hostOf(context, tools);
  if (!site) return fail(NOT_FOUND);
  const often = tooOften(context, tools);
  const sent = often ? fail(often) : await readSent(context);
  if (!sent.ok) return fail({...sent.failure, site});
  if (sent.value.kind !== 'form')
    return fail({...refusal(415, 'media-type', 'This is no form', 'Press a button.'), site});
  const {fields} = sent.value;
  return isForeign(context, tools.settings, first(fields, FORM_KEY) === site.form_key)
    ? fail({...FOREIGN, site})
    : ok({site, fields});
}

/**
 * Whether a write was sent by a page of another site.
 *
 * The token in the path is the permission, but it also stands in the address bar and the history, where others may
 * read it; a page of theirs must still not press anything with a host's own browser. Browsers say where a request
 * comes from in `Sec-Fetch-Site`, on https and on this machine. Elsewhere there is `Origin`, which is `null` after
 * our own pages, because they send no referrer, and after any page that would like to hide: then only a page that
 * could read ours knows the `key` in its forms. Programs send none of all this, and have no browser to be misused.
 */
export function isForeign(context: Context, settings: Settings, keyKnown: boolean): boolean {
  const from = context.req.header('Sec-Fetch-Site');
  if (from !== undefined) return from !== 'same-origin' && from !== 'none';
  const origin = context.req.header('Origin');
  if (origin === undefined) return false;
  return origin === 'null' ? !keyKnown : origin !== new URL(baseOf(context, settings)).origin;
}

/** The page that says why a press was not taken, or that there is nothing. */
export function refuse(context: Context, {problem, site}: Refused): Response {
  return answerPage(context, messagePage(problem, site));
}
