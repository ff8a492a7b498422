import type {Hono} from 'hono';
import {answerJson} from '../answers.js';
import {documentOf, published, readGatherings, readSite} from '../documents.js';
import type {Tools} from '../app.js';
import {readGroupSection} from '../groups/section.js';
import {openApiOf} from '../openapi.js';
import {readSection} from '../pledges/section.js';
import {answerProblem, NOT_FOUND} from '../problems.js';
import {baseOf} from '../request.js';

/** What can be read by anyone: the document, the gatherings alone, and the description of the endpoint. */
export function documentRoutes(app: Hono, {database, settings}: Tools): void {
  app.get('/:site/ctg.json', async (context) => {
    const site = await readSite(database, context.req.param('site'));
    if (!site) return answerProblem(context, NOT_FOUND);
    const rows = await readGatherings(database, site.id);
    const pledges = await readSection(database, site);
    const network = await readGroupSection(database, site);
    return answerJson(context, documentOf(site, rows, baseOf(context, settings), {...pledges, network}));
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
