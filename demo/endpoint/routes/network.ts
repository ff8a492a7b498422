import type {Context, Hono} from 'hono';
import type {CtgDocument} from '../../../src/protocol/document.js';
import {answerJson} from '../answers.js';
import type {Tools} from '../app.js';
import {askedFrom, readArea} from '../groups/area.js';
import {networkedOf} from '../groups/section.js';
import {answerProblem, NOT_FOUND} from '../problems.js';

/** What anyone may read of the network: the groups of a part of the map. */
export function networkRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/network', (context) => area(context, tools));
}

async function area(context: Context, {database}: Tools): Promise<Response> {
  const networked = await networkedOf(database, context.req.param('site'));
  if (!networked) return answerProblem(context, NOT_FOUND);
  const asked = askedFrom(context.req.query());
  if (!asked.ok) return answerProblem(context, asked.failure);
  const {groups, total} = await readArea(database, networked.site.id, asked.value);
  const document: CtgDocument = {ctg: '1', groups, groupsTotal: total};
  return answerJson(context, document);
}
