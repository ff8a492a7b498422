import type {Context, Hono} from 'hono';
import type {Tools} from '../app.js';
import {first} from '../form.js';
import {answerPage} from '../pages/layout.js';
import {
  answerPledge,
  countWaiting,
  DEEDS,
  type PledgeDeed,
  readAllPledges,
  readPledges,
} from '../pledges/deeds.js';
import {intentionOf, valuesOf} from '../pledges/section.js';
import {readTallies} from '../pledges/tallies.js';
import {pageFrom} from '../pledges/wall.js';
import {answerProblem, NOT_FOUND, refusal} from '../problems.js';
import {baseOf} from '../request.js';
import {deskOf, hostOf, pressOf, refuse} from './desk.js';
import {hostPledgesPage} from './pledge-page.js';
import {pledgeTable} from './pledge-table.js';
import {answerTable} from './table.js';

/** Pledges of a list that are read at once. */
const PAGE = 50;

/** The host's side of pledges: what waits to be read, what is shown, and everything as a table. */
export function hostPledgeRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/host/:token/pledges', (context) => list(context, tools));
  app.post('/:site/host/:token/pledges/:id', (context) => answer(context, tools));
  app.get('/:site/pledges.csv', (context) => table(context, tools));
}

async function list(context: Context, tools: Tools): Promise<Response> {
  const {database, settings} = tools;
  const site = await hostOf(context, tools);
  const intention = site && intentionOf(site);
  if (!site || !intention) return refuse(context, {...NOT_FOUND, ...(site && {site})});
  const page = pageFrom(Number(context.req.query('page') ?? 1));
  const shown = await readPledges(database, site.id, 'shown', {skip: (page - 1) * PAGE, most: PAGE + 1});
  return answerPage(
    context,
    hostPledgesPage(site, intention, {
      base: baseOf(context, settings),
      desk: deskOf(context, settings, site),
      said: context.req.query('said'),
      tallies: await readTallies(database, site.id, valuesOf(intention)),
      many: await countWaiting(database, site.id),
      waiting: await readPledges(database, site.id, 'waiting', {most: PAGE}),
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
  const deed = (Object.keys(DEEDS) as PledgeDeed[]).find((known) => known === first(fields, 'do'));
  if (!deed)
    return refuse(context, {...refusal(400, 'unknown', 'Nothing was asked', 'Press a button.'), site});
  const done = await answerPledge(tools.database, site, context.req.param('id') ?? '', deed, {
    edition: first(fields, 'edition'),
    now: tools.settings.now(),
  });
  const said = done.ok ? `pledge-${deed}` : done.failure;
  return context.redirect(`${deskOf(context, tools.settings, site)}/pledges?said=${said}`, 303);
}

async function table(context: Context, tools: Tools): Promise<Response> {
  const site = await hostOf(context, tools);
  const intention = site && intentionOf(site);
  if (!site || !intention) return answerProblem(context, NOT_FOUND);
  const rows = await readAllPledges(tools.database, site.id);
  return answerTable(context, pledgeTable(intention, rows), `pledges-${site.id}.csv`);
}
