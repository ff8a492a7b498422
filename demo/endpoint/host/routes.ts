import type {Context, Hono} from 'hono';
import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Tools} from '../app.js';
import {readGathering, readGatherings, readSite, type GatheringRow, type Site} from '../documents.js';
import {first} from '../form.js';
import {answerPage} from '../pages/layout.js';
import {messagePage} from '../pages/message.js';
import {answerProblem, NOT_FOUND, refusal, type Refusal} from '../problems.js';
import {baseOf, readSent, tooOften} from '../request.js';
import {sameToken} from '../tokens.js';
import {ANSWERS, answerGuest, readGuests, setState, STATES, type StateDeed} from './deeds.js';
import {hostPage} from './page.js';
import {guestTable} from './table.js';

/**
 * The host's side. Its token stands in the path and is the whole permission, which is also what keeps other sites
 * from pressing its buttons for a host: without a cookie, a forged form has nothing to ride on.
 */
export function hostRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/host/:token', (context) => show(context, tools));
  app.get('/:site/host/:token/g/:gathering', (context) => show(context, tools));
  app.post('/:site/host/:token/signups/:id', (context) => answer(context, tools));
  app.post('/:site/host/:token/g/:gathering', (context) => state(context, tools));
  app.get('/:site/signups.csv', (context) => table(context, tools));
}

async function show(context: Context, tools: Tools): Promise<Response> {
  const {settings} = tools;
  const site = await hostOf(context, tools, context.req.param('token'));
  if (!site) return answerPage(context, messagePage(NOT_FOUND.problem));
  const only = context.req.param('gathering');
  const lists = await guestLists(tools, site, only);
  if (only !== undefined && lists.length === 0)
    return answerPage(context, messagePage(NOT_FOUND.problem, site));
  const said = context.req.query('said');
  const at = context.req.query('at');
  return answerPage(
    context,
    hostPage(site, lists, {
      base: baseOf(context, settings),
      now: settings.now(),
      alone: only !== undefined,
      ...(said && {notice: {said, ...(at && {gathering: at})}}),
    }),
  );
}

async function answer(context: Context, tools: Tools): Promise<Response> {
  const site = await hostOf(context, tools, context.req.param('token'));
  const deed = site ? await deedOf(context, tools, ANSWERS) : fail(NOT_FOUND);
  if (!site || !deed.ok) return refuse(context, deed, site);
  const done = await answerGuest(tools.database, site, context.req.param('id') ?? '', deed.value);
  return back(
    context,
    tools,
    site,
    done.ok ? deed.value : done.failure,
    done.ok ? done.value.gathering : undefined,
  );
}

async function state(context: Context, tools: Tools): Promise<Response> {
  const site = await hostOf(context, tools, context.req.param('token'));
  const deed = site ? await deedOf(context, tools, Object.keys(STATES) as StateDeed[]) : fail(NOT_FOUND);
  if (!site || !deed.ok) return refuse(context, deed, site);
  const gathering = context.req.param('gathering') ?? '';
  const done = await setState(tools.database, site, gathering, deed.value);
  return back(context, tools, site, done ? deed.value : 'gone', done ? gathering : undefined);
}

async function table(context: Context, tools: Tools): Promise<Response> {
  const site = await hostOf(context, tools, context.req.query('token'));
  if (!site) return answerProblem(context, NOT_FOUND);
  const only = context.req.query('gathering');
  const name = `signups-${site.id}${only === undefined ? '' : `-${only.replaceAll(/[^\w-]/g, '')}`}.csv`;
  return context.body(guestTable(await guestLists(tools, site, only)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
}

async function guestLists({database}: Tools, site: Site, only: string | undefined) {
  const one = only === undefined ? undefined : await readGathering(database, site.id, only);
  const rows: GatheringRow[] =
    only === undefined ? await readGatherings(database, site.id) : one ? [one] : [];
  return Promise.all(rows.map(async (row) => [row, await readGuests(database, site.id, row.id)] as const));
}

async function hostOf(
  context: Context,
  {database}: Tools,
  token: string | undefined,
): Promise<Site | undefined> {
  const site = await readSite(database, context.req.param('site') ?? '');
  return site && sameToken(site.host_token, token ?? '') ? site : undefined;
}

/** Which of the buttons in `deeds` was pressed. */
async function deedOf<Deed extends string>(
  context: Context,
  tools: Tools,
  deeds: readonly Deed[],
): Promise<Result<Deed, Refusal>> {
  const often = tooOften(context, tools);
  if (often) return fail(often);
  const sent = await readSent(context);
  if (!sent.ok) return sent;
  const pressed = sent.value.kind === 'form' ? first(sent.value.fields, 'do') : '';
  const deed = deeds.find((known) => known === pressed);
  return deed ? ok(deed) : fail(refusal(400, 'unknown', 'Nothing was asked', 'Press a button.'));
}

function refuse(context: Context, refused: Result<unknown, Refusal>, site: Site | undefined): Response {
  return answerPage(context, messagePage(refused.ok ? NOT_FOUND.problem : refused.failure.problem, site));
}

/** Back to the page the host came from, which then says what was done; reloading it does nothing again. */
function back(
  context: Context,
  {settings}: Tools,
  site: Site,
  said: string,
  gathering: string | undefined,
): Response {
  const page = `${baseOf(context, settings)}/${site.id}/host/${site.host_token}?said=${said}`;
  const at =
    gathering === undefined ? '' : `&at=${encodeURIComponent(gathering)}#g-${encodeURIComponent(gathering)}`;
  return context.redirect(page + at, 303);
}
