import type {Context, Hono} from 'hono';
import {fail, ok} from '../../../src/base/result.js';
import type {Tools} from '../app.js';
import {type GatheringRow, readGathering, readGatherings, type Site, whole} from '../documents.js';
import {type Fields, first} from '../form.js';
import {answerPage} from '../pages/layout.js';
import {NOT_FOUND, refusal} from '../problems.js';
import {baseOf} from '../request.js';
import {changesBetween, concerned} from './changes.js';
import {changePage} from './change-page.js';
import {offersOf} from './choices.js';
import {readGuests} from './deeds.js';
import {deskOf, hostOf, pressOf, refuse} from './desk.js';
import {formPage} from './form-page.js';
import {editGathering, type NotChanged} from './gatherings.js';
import {once, outcomeOf} from './once.js';
import {type Plan, readPlan} from './plan.js';
import {fieldsOf} from './plan-fields.js';

/** Changing a gathering that is there. */
export function changingRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/host/:token/g/:gathering/edit', (context) => open(context, tools));
  app.post('/:site/host/:token/g/:gathering/edit', (context) => press(context, tools));
}

/** What is worked on while a gathering is changed. */
interface Work {
  readonly site: Site;
  readonly rows: readonly GatheringRow[];
  readonly row: GatheringRow;
  readonly fields: Fields;
}

async function open(context: Context, tools: Tools): Promise<Response> {
  const site = await hostOf(context, tools);
  if (!site) return refuse(context, NOT_FOUND);
  const rows = await readGatherings(tools.database, site.id);
  const row = rows.find(({id}) => id === context.req.param('gathering'));
  if (!row) return refuse(context, {...NOT_FOUND, site});
  return show(context, tools, {
    site,
    rows,
    row,
    fields: fieldsOf(row, {offers: offersOf(rows), copy: false}),
  });
}

async function press(context: Context, tools: Tools): Promise<Response> {
  const {database, settings} = tools;
  const pressed = await pressOf(context, tools);
  if (!pressed.ok) return refuse(context, pressed.failure);
  const {site, fields} = pressed.value;
  const writes = first(fields, 'do') === 'change';
  const before = writes ? undefined : await outcomeOf(database, site.id, fields);
  if (before !== undefined) return context.redirect(deskOf(context, settings, site) + before, 303);
  const rows = await readGatherings(database, site.id);
  const row = rows.find(({id}) => id === context.req.param('gathering'));
  if (!row) return refuse(context, {...NOT_FOUND, site});
  const work: Work = {site, rows, row, fields};
  const {plan, errors} = readPlan(fields, {
    offers: offersOf(rows),
    now: settings.now(),
    before: row,
    edits: true,
  });
  const stale = Number(first(fields, 'revision')) !== row.revision;
  if (stale) return show(context, tools, work, {problem: STALE});
  if (!plan || first(fields, 'do') === 'change') return show(context, tools, work, {errors});
  return first(fields, 'do') === 'look' ? look(context, tools, work, plan) : save(context, tools, work, plan);
}

/** Asks whether guests are told, where there is something to tell; saves at once where there is not. */
async function look(context: Context, tools: Tools, work: Work, plan: Plan): Promise<Response> {
  const {site, row, fields} = work;
  const changes = changesBetween(whole(row), whole(asPlanned(row, plan)));
  const guests = concerned(await readGuests(tools.database, site.id, row.id));
  if (changes.length === 0 || guests.length === 0) return save(context, tools, work, plan);
  const page = changePage(site, plan.details.name ?? '', changes, guests, {
    base: baseOf(context, tools.settings),
    action: `${deskOf(context, tools.settings, site)}/g/${encodeURIComponent(row.id)}/edit`,
    fields,
  });
  return answerPage(context, page);
}

/** Saves, and writes the letters in the same transaction: guests are told if and only if it changed. */
async function save(context: Context, tools: Tools, work: Work, plan: Plan): Promise<Response> {
  const {database, settings, letters} = tools;
  const {site, row, fields} = work;
  const tell = first(fields, 'do') === 'tell';
  const saved = await once<NotChanged>(database, site.id, fields, async (queries) => {
    const edited = await editGathering(queries, site, row.id, plan, row.revision);
    if (!edited.ok) return edited;
    const after = await readGathering(queries, site.id, row.id);
    if (!after) return fail('gone');
    if (tell) await letters.tellAll(queries, site, after, {kind: 'moved', before: edited.value});
    return ok(`/g/${encodeURIComponent(row.id)}?said=${tell ? 'told' : 'changed'}`);
  });
  if (!saved.ok) return again(context, tools, work, saved.failure);
  return context.redirect(deskOf(context, settings, site) + saved.value, 303);
}

/** Somebody was faster between the look and the lock: the form once more, with what is true now. */
async function again(context: Context, tools: Tools, work: Work, why: NotChanged): Promise<Response> {
  const rows = await readGatherings(tools.database, work.site.id);
  const row = rows.find(({id}) => id === work.row.id);
  if (!row || why === 'gone') return refuse(context, {...NOT_FOUND, site: work.site});
  const reading = {offers: offersOf(rows), now: tools.settings.now(), before: row, edits: true};
  const {errors} = readPlan(work.fields, reading);
  return show(context, tools, {...work, rows, row}, why === 'stale' ? {problem: STALE} : {errors});
}

const STALE = refusal(
  409,
  'stale',
  'This gathering was changed while you were typing',
  'Nothing was saved. What you typed is below: press again to put it in the place of the other change, or open the gathering anew to see that first.',
).problem;

function show(
  context: Context,
  {settings}: Tools,
  {site, rows, row, fields}: Work,
  {errors = [], problem}: {errors?: ReturnType<typeof readPlan>['errors']; problem?: typeof STALE} = {},
): Response {
  const desk = deskOf(context, settings, site);
  const here = `${desk}/g/${encodeURIComponent(row.id)}`;
  return answerPage(
    context,
    formPage(
      site,
      {fields, errors},
      {
        base: baseOf(context, settings),
        desk,
        action: `${here}/edit`,
        offers: offersOf(rows),
        heading: 'Change a gathering',
        button: 'Save the changes',
        back: {href: here, words: 'Back without saving'},
        repeats: false,
        hidden: {revision: String(row.revision)},
        ...(problem && {problem}),
      },
    ),
  );
}

/** The row as it would be with `plan` in its place. */
function asPlanned(row: GatheringRow, {dates, time, minutes, zone, details}: Plan): GatheringRow {
  return {...row, wall: `${dates.days[0]}T${time}:00`, minutes, time_zone: zone, details};
}
