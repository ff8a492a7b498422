import type {Context, Hono} from 'hono';
import type {Tools} from '../app.js';
import {first} from '../form.js';
import {readArea} from '../groups/area.js';
import {answerGroup, GROUP_DEEDS, type GroupDeed, readGroups} from '../groups/deeds.js';
import {countWaiting} from '../groups/groups.js';
import {networkOf} from '../groups/section.js';
import {answerPage} from '../pages/layout.js';
import {pageFrom} from '../pledges/wall.js';
import {NOT_FOUND, refusal} from '../problems.js';
import {baseOf} from '../request.js';
import {deskOf, hostOf, pressOf, refuse} from './desk.js';
import {hostGroupsPage} from './group-page.js';

/** Groups of a list that are read at once. */
const PAGE = 50;

/** The host's side of groups: what waits to be read, and what is on the map. */
export function hostGroupRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/host/:token/groups', (context) => list(context, tools));
  app.post('/:site/host/:token/groups/:id', (context) => answer(context, tools));
}

async function list(context: Context, tools: Tools): Promise<Response> {
  const {database, settings} = tools;
  const site = await hostOf(context, tools);
  if (!site || !networkOf(site)) return refuse(context, {...NOT_FOUND, ...(site && {site})});
  const page = pageFrom(Number(context.req.query('page') ?? 1));
  const shown = await readGroups(database, site.id, 'shown', {skip: (page - 1) * PAGE, most: PAGE + 1});
  const {total} = await readArea(database, site.id, {limit: 0});
  return answerPage(
    context,
    hostGroupsPage(site, {
      base: baseOf(context, settings),
      desk: deskOf(context, settings, site),
      said: context.req.query('said'),
      many: await countWaiting(database, site.id),
      total,
      waiting: await readGroups(database, site.id, 'waiting', {most: PAGE}),
      shown: shown.slice(0, PAGE),
      page,
      more: shown.length > PAGE,
    }),
  );
}

async function answer(context: Context, tools: Tools): Promise<Response> {
  const pressed = await pressOf(context, tools);
  if (!pressed.ok) return refuse(context, pressed.failure);
  const {site, fields} = pressed.value;
  const deed = (Object.keys(GROUP_DEEDS) as GroupDeed[]).find((known) => known === first(fields, 'do'));
  if (!deed)
    return refuse(context, {...refusal(400, 'unknown', 'Nothing was asked', 'Press a button.'), site});
  const done = await answerGroup(tools.database, site, context.req.param('id') ?? '', deed, {
    edition: first(fields, 'edition'),
    now: tools.settings.now(),
  });
  const said = done.ok ? `group-${deed}` : done.failure === 'altered' ? 'group-altered' : done.failure;
  return context.redirect(`${deskOf(context, tools.settings, site)}/groups?said=${said}`, 303);
}
