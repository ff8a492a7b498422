import {createHash} from 'node:crypto';
import type {Context, Hono} from 'hono';
import {documentOf, published, readGatherings, readSite} from '../documents.js';
import type {Tools} from '../app.js';
import {openApiOf} from '../openapi.js';
import {answerProblem, NOT_FOUND} from '../problems.js';
import {baseOf} from '../request.js';

/** What can be read by anyone: the document, the gatherings alone, and the description of the endpoint. */
export function documentRoutes(app: Hono, {database, settings}: Tools): void {
  app.get('/:site/ctg.json', async (context) => {
    const site = await readSite(database, context.req.param('site'));
    if (!site) return answerProblem(context, NOT_FOUND);
    const rows = await readGatherings(database, site.id);
    return answerJson(context, documentOf(site, rows, baseOf(context, settings)));
  });

  app.get('/:site/gatherings', async (context) => {
    const site = await readSite(database, context.req.param('site'));
    if (!site) return answerProblem(context, NOT_FOUND);
    return answerJson(context, {gatherings: (await readGatherings(database, site.id)).map(published)});
  });

  app.get('/:site/openapi.json', async (context) => {
    const site = await readSite(database, context.req.param('site'));
    if (!site) return answerProblem(context, NOT_FOUND);
    return answerJson(context, openApiOf(site, baseOf(context, settings)));
  });
}

/** JSON that a browser keeps and asks about: places change by the minute, the text hardly ever. */
function answerJson(context: Context, value: unknown): Response {
  const body = JSON.stringify(value);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {ETag: tag, 'Cache-Control': 'no-cache'};
  if (context.req.header('If-None-Match') === tag) return context.body(null, 304, headers);
  return context.body(body, 200, {...headers, 'Content-Type': 'application/json; charset=utf-8'});
}
