import type {Context, Hono} from 'hono';
import {ok} from '../../../src/base/result.js';
import type {Gathering} from '../../../src/protocol/gathering.js';
import type {Tools} from '../app.js';
import {type GatheringRow, readGatherings, type Site} from '../documents.js';
import {type Fields, first} from '../form.js';
import type {Draft} from '../pages/fields.js';
import {answerPage} from '../pages/layout.js';
import {NOT_FOUND} from '../problems.js';
import {baseOf} from '../request.js';
import {offersOf} from './choices.js';
import {deskOf, hostOf, pressOf, refuse} from './desk.js';
import {formPage} from './form-page.js';
import {addGatherings} from './gatherings.js';
import {once} from './once.js';
import {readPlan} from './plan.js';
import {emptyFields, fieldsOf} from './plan-fields.js';
import {previewPage} from './preview-page.js';
import {nextAfter} from './recurrence.js';

/** Adding gatherings: a new one, a series, a copy, one more date of a series. Seen in full before it is saved. */
export function addingRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/host/:token/new', (context) => open(context, tools));
  app.post('/:site/host/:token/new', (context) => press(context, tools));
}

/** An empty form; with `?from=` that of a copy, with `&again` that of one more date in its series. */
async function open(context: Context, tools: Tools): Promise<Response> {
  const site = await hostOf(context, tools);
  if (!site) return refuse(context, NOT_FOUND);
  const rows = await readGatherings(tools.database, site.id);
  const from = rows.find(({id}) => id === context.req.query('from'));
  const series = context.req.query('again') === undefined ? undefined : from?.details.series;
  const offers = offersOf(rows);
  if (!from) return show(context, tools, site, rows, {fields: emptyFields(offers), errors: []});
  const fields = new Map(fieldsOf(from, {offers, copy: true}));
  fields.set('from', [from.id]);
  if (series) {
    fields.set('series', [series.id]);
    const days = rows
      .filter(({details}) => details.series?.id === series.id)
      .map(({wall}) => wall?.slice(0, 10));
    fields.set('date', [nextAfter(days.filter((day) => day !== undefined)) ?? '']);
  }
  return show(context, tools, site, rows, {fields, errors: []});
}

/** Looks at what was typed, shows it, and saves it at the second press: once. */
async function press(context: Context, tools: Tools): Promise<Response> {
  const {database, settings} = tools;
  const pressed = await pressOf(context, tools);
  if (!pressed.ok) return refuse(context, pressed.failure);
  const {site, fields} = pressed.value;
  const rows = await readGatherings(database, site.id);
  const before = rows.find(({id}) => id === first(fields, 'from'));
  const {plan, errors} = readPlan(fields, {
    offers: offersOf(rows),
    now: settings.now(),
    ...(before && {before}),
    edits: false,
  });
  if (!plan || first(fields, 'do') === 'change') return show(context, tools, site, rows, {fields, errors});
  const desk = deskOf(context, settings, site);
  if (first(fields, 'do') !== 'save')
    return answerPage(context, previewPage(site, plan, {base: baseOf(context, settings), desk, fields}));
  const series = seriesOf(rows, fields);
  const saved = await once<never>(database, site.id, fields, async (queries) => {
    const ids = await addGatherings(queries, site, plan, series);
    return ok(ids.length === 1 ? `/g/${encodeURIComponent(ids[0] ?? '')}?said=added` : '?said=series');
  });
  return context.redirect(desk + (saved.ok ? saved.value : ''), 303);
}

/** The series that one more date belongs to, by the id that travelled along; made up ones are none. */
function seriesOf(rows: readonly GatheringRow[], fields: Fields): Gathering['series'] {
  const id = first(fields, 'series');
  return rows.map(({details}) => details.series).find((series) => series?.id === id);
}

function show(
  context: Context,
  {settings}: Tools,
  site: Site,
  rows: readonly GatheringRow[],
  draft: Draft,
): Response {
  const desk = deskOf(context, settings, site);
  const series = seriesOf(rows, draft.fields);
  const from = first(draft.fields, 'from');
  return answerPage(
    context,
    formPage(site, draft, {
      base: baseOf(context, settings),
      desk,
      action: `${desk}/new`,
      offers: offersOf(rows),
      heading: series ? 'Add a date' : from ? 'Copy a gathering' : 'Add a gathering',
      button: 'Show me before it is saved',
      back: {href: desk, words: 'All gatherings'},
      repeats: true,
      hidden: {...(from && {from}), ...(series && {series: series.id})},
    }),
  );
}
