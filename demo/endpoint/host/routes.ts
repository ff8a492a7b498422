import type {Context, Hono} from 'hono';
import type {Tools} from '../app.js';
import {readGathering, readGatherings, readSite, type GatheringRow, type Site} from '../documents.js';
import {first} from '../form.js';
import {answerPage} from '../pages/layout.js';
import {messagePage} from '../pages/message.js';
import {answerProblem, NOT_FOUND} from '../problems.js';
import {baseOf, readSent, tooOften} from '../request.js';
import {sameToken} from '../tokens.js';
import {
  ANSWERS,
  answerGuest,
  type AnswerDeed,
  readGuests,
  setState,
  STATES,
  type StateDeed,
} from './deeds.js';
import {hostPage, type Notice} from './page.js';
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
  const notice = context.req.query('said') as Notice | undefined;
  return answerPage(
    context,
    hostPage(site, lists, {
      base: baseOf(context, settings),
      now: settings.now(),
      alone: only !== undefined,
      ...(notice && {notice}),
    }),
  );
}

async function answer(context: Context, tools: Tools): Promise<Response> {
  const site = await hostOf(context, tools, context.req.param('token'));
  const deed = await deedOf(context, tools);
  if (!site || !isOneOf(deed, ANSWERS)) return answerPage(context, messagePage(NOT_FOUND.problem, site));
  const done = await answerGuest(tools.database, site, context.req.param('id') ?? '', deed as AnswerDeed);
  return back(
    context,
    tools,
    site,
    done.ok ? deed : done.failure,
    done.ok ? done.value.gathering : undefined,
  );
}

async function state(context: Context, tools: Tools): Promise<Response> {
  const site = await hostOf(context, tools, context.req.param('token'));
  const deed = await deedOf(context, tools);
  if (!site || !isOneOf(deed, Object.keys(STATES)))
    return answerPage(context, messagePage(NOT_FOUND.problem, site));
  const gathering = context.req.param('gathering') ?? '';
  const done = await setState(tools.database, site, gathering, deed as StateDeed);
  return back(context, tools, site, done ? deed : 'gone', done ? gathering : undefined);
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

/** The name on the pressed button; empty where nothing of the kind was sent. */
async function deedOf(context: Context, tools: Tools): Promise<string> {
  if (tooOften(context, tools)) return '';
  const sent = await readSent(context);
  return sent.ok && sent.value.kind === 'form' ? first(sent.value.fields, 'do') : '';
}

function isOneOf(value: string, list: readonly string[]): boolean {
  return list.includes(value);
}

/** Back to the page the host came from, which then says what was done; reloading it does nothing again. */
function back(
  context: Context,
  {settings}: Tools,
  site: Site,
  said: string,
  gathering: string | undefined,
): Response {
  const page = `${baseOf(context, settings)}/${site.id}/host/${site.host_token}`;
  return context.redirect(
    `${page}?said=${said}${gathering === undefined ? '' : `#g-${encodeURIComponent(gathering)}`}`,
    303,
  );
}
