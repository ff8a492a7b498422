import type {Context, Hono} from 'hono';
import type {CtgDocument} from '../../../src/protocol/document.js';
import {answerJson} from '../answers.js';
import type {Tools} from '../app.js';
import {badgePicture, proofOf, readBadge} from '../pledges/badge.js';
import {askingOf, valuesOf} from '../pledges/section.js';
import {readTallies} from '../pledges/tallies.js';
import {pageFrom, readShown} from '../pledges/wall.js';
import {answerProblem, NOT_FOUND} from '../problems.js';
import {baseOf} from '../request.js';

/** What anyone may read of pledges: the wall, a page at a time, and the badges of organisations. */
export function wallRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/pledges', (context) => wall(context, tools));
  app.get('/:site/pledges/:badge/badge', (context) => proof(context, tools));
  app.get('/:site/pledges/:badge/badge.svg', (context) => picture(context, tools));
}

async function wall(context: Context, {database, settings}: Tools): Promise<Response> {
  const asking = await askingOf(database, context.req.param('site'));
  if (!asking) return answerProblem(context, NOT_FOUND);
  const {site, intention} = asking;
  const values = valuesOf(intention);
  const query = context.req.query();
  const kind = query['kind'] === 'person' || query['kind'] === 'organisation' ? query['kind'] : undefined;
  const value = query['value'] || undefined;
  const page = pageFrom(Number(query['page'] ?? 1));
  const {counts, shown} = await readTallies(database, site.id, values);
  const {entries, more} = await readShown(database, site.id, {
    values,
    kind,
    value,
    page,
    after: query['after'] || undefined,
  });
  const next = new URLSearchParams({
    page: String(page + 1),
    ...(value && {value}),
    ...(kind && {kind}),
    ...(more && {after: more}),
  });
  const document: CtgDocument = {
    ctg: '1',
    pledge: {counts, shown, recent: entries},
    ...(more && {
      links: [{rel: 'older', href: `${baseOf(context, settings)}/${site.id}/pledges?${next.toString()}`}],
    }),
  };
  return answerJson(context, document);
}

/** What a widget asks before it shows a badge. */
async function proof(context: Context, {database, settings}: Tools): Promise<Response> {
  const asking = await askingOf(database, context.req.param('site'));
  const row = asking && (await readBadge(database, asking.site.id, context.req.param('badge') ?? ''));
  const document = asking && row && proofOf(asking, row, baseOf(context, settings));
  return document ? answerJson(context, document) : answerProblem(context, NOT_FOUND);
}

/**
 * The badge as a picture. One that can not be confirmed is a picture too, with the status 200: in an `<img>` browsers
 * show nothing of any other, and nothing looks like a broken website. Kept for a minute, since it may be taken back.
 */
async function picture(context: Context, {database}: Tools): Promise<Response> {
  const asking = await askingOf(database, context.req.param('site'));
  if (!asking) return answerProblem(context, NOT_FOUND);
  const row = await readBadge(database, asking.site.id, context.req.param('badge') ?? '');
  return context.body(badgePicture(asking, row), 200, {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'public, max-age=60',
  });
}
