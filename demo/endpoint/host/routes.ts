import type {Context, Hono} from 'hono';
import type {Tools} from '../app.js';
import {readGathering, readGatherings, type GatheringRow, type Site} from '../documents.js';
import {first} from '../form.js';
import {countWaiting as countWaitingGroups} from '../groups/groups.js';
import {networkOf} from '../groups/section.js';
import {answerPage} from '../pages/layout.js';
import {countWaiting} from '../pledges/deeds.js';
import {intentionOf} from '../pledges/section.js';
import {answerProblem, NOT_FOUND, refusal} from '../problems.js';
import {baseOf} from '../request.js';
import {ANSWERS, answerGuest, readGuests, setState, STATES, type StateDeed} from './deeds.js';
import {changingRoutes} from './change-routes.js';
import {deskOf, hostOf, pressOf, refuse} from './desk.js';
import {addingRoutes} from './gathering-routes.js';
import {hostGatheringPage} from './gathering-page.js';
import {hostGroupRoutes} from './group-routes.js';
import {removeGathering} from './gatherings.js';
import {hostListPage} from './list-page.js';
import {messageRoutes} from './message-routes.js';
import {pendingRoutes} from './pending.js';
import {hostPledgeRoutes} from './pledge-routes.js';
import {answerTable, guestTable} from './table.js';

/** The host's side: pages that work without script, and the little that programs may ask for. */
export function hostRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/host/:token', (context) => list(context, tools));
  app.get('/:site/host/:token/g/:gathering', (context) => show(context, tools));
  app.post('/:site/host/:token/signups/:id', (context) => answer(context, tools));
  app.post('/:site/host/:token/g/:gathering', (context) => state(context, tools));
  app.get('/:site/signups.csv', (context) => table(context, tools));
  addingRoutes(app, tools);
  changingRoutes(app, tools);
  messageRoutes(app, tools);
  pendingRoutes(app, tools);
  hostPledgeRoutes(app, tools);
  hostGroupRoutes(app, tools);
}

async function list(context: Context, tools: Tools): Promise<Response> {
  const {database, settings} = tools;
  const site = await hostOf(context, tools);
  if (!site) return refuse(context, NOT_FOUND);
  const rows = await readGatherings(database, site.id);
  return answerPage(
    context,
    hostListPage(site, rows, {
      base: baseOf(context, settings),
      desk: deskOf(context, settings, site),
      now: settings.now(),
      said: context.req.query('said'),
      ...(intentionOf(site) && {waiting: await countWaiting(database, site.id)}),
      ...(networkOf(site) && {waitingGroups: await countWaitingGroups(database, site.id)}),
    }),
  );
}

async function show(context: Context, tools: Tools): Promise<Response> {
  const {database, settings} = tools;
  const site = await hostOf(context, tools);
  const row = site && (await readGathering(database, site.id, context.req.param('gathering') ?? ''));
  if (!site || !row) return refuse(context, {...NOT_FOUND, ...(site && {site})});
  return answerPage(
    context,
    hostGatheringPage(site, row, await readGuests(database, site.id, row.id), {
      base: baseOf(context, settings),
      desk: deskOf(context, settings, site),
      now: settings.now(),
      said: context.req.query('said'),
      asked: context.req.query('asked'),
    }),
  );
}

async function answer(context: Context, tools: Tools): Promise<Response> {
  const pressed = await pressOf(context, tools);
  if (!pressed.ok) return refuse(context, pressed.failure);
  const {site, fields} = pressed.value;
  const deed = ANSWERS.find((known) => known === first(fields, 'do'));
  if (!deed) return refuse(context, {...NOTHING_ASKED, site});
  const id = context.req.param('id') ?? '';
  const over = Number(first(fields, 'over'));
  const done = await answerGuest(tools.database, site, id, deed, {
    over,
    now: tools.settings.now(),
    tell: tools.letters.tellAnswer(site),
  });
  const said = done.ok ? deed : done.failure.code;
  const again = said === 'no-places' ? `&asked=${encodeURIComponent(id)}` : '';
  return back(context, tools, site, said + again, done.ok ? done.value.gathering : done.failure.gathering);
}

async function state(context: Context, tools: Tools): Promise<Response> {
  const pressed = await pressOf(context, tools);
  if (!pressed.ok) return refuse(context, pressed.failure);
  const {site, fields} = pressed.value;
  const gathering = context.req.param('gathering') ?? '';
  if (first(fields, 'do') === 'remove') {
    const removed = await removeGathering(tools.database, site, gathering);
    const stays = !removed.ok && removed.failure === 'in-use';
    return back(context, tools, site, stays ? 'in-use' : 'removed', stays ? gathering : undefined);
  }
  const deed = (Object.keys(STATES) as StateDeed[]).find((known) => known === first(fields, 'do'));
  if (!deed) return refuse(context, {...NOTHING_ASKED, site});
  const done = await setState(tools.database, site, gathering, deed, tools.letters.tellState(site));
  return back(context, tools, site, done ? deed : 'gone', done ? gathering : undefined);
}

async function table(context: Context, tools: Tools): Promise<Response> {
  const site = await hostOf(context, tools);
  if (!site) return answerProblem(context, NOT_FOUND);
  const only = context.req.query('gathering');
  const name = `signups-${site.id}${only === undefined ? '' : `-${only.replaceAll(/[^\w-]/g, '')}`}.csv`;
  return answerTable(context, guestTable(await guestLists(tools, site, only)), name);
}

async function guestLists({database}: Tools, site: Site, only: string | undefined) {
  const one = only === undefined ? undefined : await readGathering(database, site.id, only);
  const rows: GatheringRow[] =
    only === undefined ? await readGatherings(database, site.id) : one ? [one] : [];
  return Promise.all(rows.map(async (row) => [row, await readGuests(database, site.id, row.id)] as const));
}

const NOTHING_ASKED = refusal(400, 'unknown', 'Nothing was asked', 'Press a button.');

/** Back to the page the host came from, which then says what was done; reloading it does nothing again. */
function back(
  context: Context,
  {settings}: Tools,
  site: Site,
  said: string,
  gathering: string | undefined,
): Response {
  const at = gathering === undefined ? '' : `/g/${encodeURIComponent(gathering)}`;
  return context.redirect(`${deskOf(context, settings, site)}${at}?said=${said}`, 303);
}
