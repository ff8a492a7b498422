import type {Context, Hono} from 'hono';
import type {Tools} from '../app.js';
import {published, readGathering, readGatherings, readSite} from '../documents.js';
import {gatheringPage} from '../pages/gathering.js';
import {answerPage} from '../pages/layout.js';
import {listPage} from '../pages/list.js';
import {messagePage} from '../pages/message.js';
import {NOT_FOUND} from '../problems.js';
import {baseOf} from '../request.js';

/** The plain pages: where a link leads when no script may run, or none did. */
export function pageRoutes(app: Hono, {database, settings}: Tools): void {
  const list = async (context: Context) => {
    const site = await readSite(database, context.req.param('site') ?? '');
    if (!site) return answerPage(context, messagePage(NOT_FOUND.problem));
    const gatherings = (await readGatherings(database, site.id)).map(published);
    return answerPage(context, listPage(site, gatherings, baseOf(context, settings), settings.now()));
  };
  app.get('/:site/g', list);
  app.get('/:site/g/', list);

  app.get('/:site/g/:gathering', async (context) => {
    const site = await readSite(database, context.req.param('site'));
    const row = site && (await readGathering(database, site.id, context.req.param('gathering')));
    if (!site || !row) return answerPage(context, messagePage(NOT_FOUND.problem, site));
    return answerPage(
      context,
      gatheringPage(site, published(row), {now: settings.now(), base: baseOf(context, settings)}),
    );
  });
}
