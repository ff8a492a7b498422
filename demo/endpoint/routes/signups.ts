import {isDeepStrictEqual} from 'node:util';
import type {Context, Hono} from 'hono';
import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import {isUuid} from '../../../src/protocol/rules.js';
import type {Tools} from '../app.js';
import {checkParty, checkSignup} from '../check.js';
import {published, readGathering, readSite, whole, type GatheringRow, type Site} from '../documents.js';
import {type Fields, first, messageOf} from '../form.js';
import {askAgain} from '../mail/again.js';
import {change, confirm, giveUp, readManaged} from '../manage.js';
import type {Draft} from '../pages/fields.js';
import {gatheringPage} from '../pages/gathering.js';
import {answerPage} from '../pages/layout.js';
import {messagePage} from '../pages/message.js';
import {outcomePage} from '../pages/outcome.js';
import {answerProblem, NOT_FOUND, refusal, type Refusal} from '../problems.js';
import {manageHref, receiptOf} from '../receipts.js';
import {baseOf, readSent, tooOften, wantsPage} from '../request.js';
import {type Booked, findRepeat, signUp} from '../signups.js';

/** Signing up, and what can be done with a signup by whoever knows its token. */
export function signupRoutes(app: Hono, tools: Tools): void {
  app.post('/:site/gatherings/:gathering/signups', (context) => post(context, tools));
  app.get('/:site/signups/:token', (context) => read(context, tools));
  app.put('/:site/signups/:token', (context) => put(context, tools));
  app.delete('/:site/signups/:token', (context) => remove(context, tools));
  app.post('/:site/signups/:token', (context) => act(context, tools));
}

async function post(context: Context, tools: Tools): Promise<Response> {
  const {database, settings} = tools;
  const site = await readSite(database, context.req.param('site') ?? '');
  const row = site && (await readGathering(database, site.id, context.req.param('gathering') ?? ''));
  if (!site || !row) return refuse(context, NOT_FOUND, wantsPage(context));
  const often = tooOften(context, tools);
  const sent = often ? fail(often) : await readSent(context);
  if (!sent.ok) return refuse(context, sent.failure, wantsPage(context), site);
  const {value} = sent;
  // A widget that writes forms asks for JSON; a form of a page's own is shown in a browser, with or without an id.
  const form =
    value.kind === 'form' && (wantsPage(context) || first(value.fields, 'id') === '')
      ? value.fields
      : undefined;
  const message = value.kind === 'json' ? value.message : messageOf(value.fields, whole(row), settings.now());
  const booked = await book(tools, site, row, message);
  const base = baseOf(context, settings);
  if (form) return answerForm(context, {site, row, booked, form, base, tools});
  if (!booked.ok) return answerProblem(context, booked.failure);
  return answerReceipt(context, booked.value, site, base, booked.value.repeated ? 200 : 201);
}

/**
 * Books a message, or answers what it was told before.
 *
 * Whether it came before is asked first: a repeat that waited on a device for a day must hear of its place even
 * where the questions or the wording of a consent have changed since.
 */
async function book(
  {database, settings, letters}: Tools,
  site: Site,
  row: GatheringRow,
  message: unknown,
): Promise<Result<Booked, Refusal>> {
  const id = (message as {id?: unknown} | null)?.id;
  const before = isUuid(id) ? await findRepeat(database, site.id, id as string) : undefined;
  if (before) return before;
  const checked = checkSignup(message, whole(row));
  return checked.ok
    ? signUp(database, site, checked.value, settings.now(), letters.tellSignup(site))
    : checked;
}

/** After a form: to the private page when it went well, so that reloading sends nothing; else the form again. */
function answerForm(
  context: Context,
  given: {
    site: Site;
    row: GatheringRow;
    booked: Result<Booked, Refusal>;
    form: Fields;
    base: string;
    tools: Tools;
  },
): Response | Promise<Response> {
  const {site, row, booked, form, base, tools} = given;
  if (booked.ok) return context.redirect(manageHref(base, site.id, booked.value.signup.token), 303);
  return showForm(context, site, row, booked.failure, form, base, tools);
}

async function showForm(
  context: Context,
  site: Site,
  row: GatheringRow,
  {problem}: Refusal,
  fields: Fields,
  base: string,
  {database, settings}: Tools,
): Promise<Response> {
  const errors = (problem.errors ?? []).map(({pointer, detail}) => ({
    pointer,
    detail: detail ?? 'Check this.',
  }));
  const draft: Draft = {fields, errors};
  const now = (await readGathering(database, site.id, row.id)) ?? row;
  return answerPage(
    context,
    gatheringPage(site, published(now), {now: settings.now(), base, draft, problem}),
  );
}

async function read(context: Context, {database, settings}: Tools): Promise<Response> {
  const {site, booked} = await find(context, database);
  if (!site || !booked.ok) return refuse(context, NOT_FOUND, wantsPage(context), site);
  const base = baseOf(context, settings);
  return wantsPage(context)
    ? answerPage(
        context,
        outcomePage(site, booked.value, base, {
          now: settings.now(),
          sent: context.req.query('sent') === '1',
        }),
      )
    : answerManaged(context, booked.value, site, base);
}

async function put(context: Context, tools: Tools): Promise<Response> {
  const {database, settings, letters} = tools;
  const {site, booked} = await find(context, database);
  if (!site || !booked.ok) return answerProblem(context, NOT_FOUND);
  const often = tooOften(context, tools);
  const sent = often ? fail(often) : await readSent(context);
  if (!sent.ok) return answerProblem(context, sent.failure);
  const gathering = whole(booked.value.gathering);
  const message =
    sent.value.kind === 'json' ? sent.value.message : messageOf(sent.value.fields, gathering, settings.now());
  const {token, body} = booked.value.signup;
  // Word for word what is here answers a letter, and must do so also after the questions or a consent have changed.
  const checked = isDeepStrictEqual(message, body) ? ok(body) : checkSignup(message, gathering);
  if (!checked.ok) return answerProblem(context, checked.failure);
  const tell = letters.tellChange(site);
  const changed = await change(database, site, token, checked.value, settings.now(), tell);
  if (!changed.ok) return answerProblem(context, changed.failure);
  return answerReceipt(context, changed.value, site, baseOf(context, settings), 200);
}

async function remove(context: Context, tools: Tools): Promise<Response> {
  const site = await readSite(tools.database, context.req.param('site') ?? '');
  if (!site) return answerProblem(context, NOT_FOUND);
  const often = tooOften(context, tools);
  if (often) return answerProblem(context, often);
  const {database, settings, letters} = tools;
  const token = context.req.param('token') ?? '';
  const gone = await giveUp(database, site, token, settings.now(), letters.tellChange(site));
  if (!gone.ok) return answerProblem(context, gone.failure);
  return answerReceipt(context, gone.value, site, baseOf(context, tools.settings), 200);
}

/** What the buttons of the private page do, since a plain form can only post. Scripts get a receipt for it. */
async function act(context: Context, tools: Tools): Promise<Response> {
  const {database, settings} = tools;
  const page = wantsPage(context);
  const {site, booked} = await find(context, database);
  if (!site || !booked.ok) return refuse(context, NOT_FOUND, page, site);
  const often = tooOften(context, tools);
  const sent = often ? fail(often) : await readSent(context);
  if (!sent.ok) return refuse(context, sent.failure, page, site);
  const fields = sent.value.kind === 'form' ? sent.value.fields : new Map<string, string[]>();
  const done = await press(tools, site, booked.value, fields);
  const base = baseOf(context, settings);
  if (!page)
    return done.ok
      ? answerReceipt(context, done.value, site, base, 200)
      : answerProblem(context, done.failure);
  if (!done.ok)
    return answerPage(
      context,
      outcomePage(site, booked.value, base, {now: settings.now(), problem: done.failure.problem}),
    );
  const said = first(fields, 'do') === 'resend' ? '?sent=1' : '';
  return context.redirect(manageHref(base, site.id, booked.value.signup.token) + said, 303);
}

async function press(
  {database, settings, letters}: Tools,
  site: Site,
  booked: Booked,
  fields: Fields,
): Promise<Result<Booked, Refusal>> {
  const {token, body} = booked.signup;
  const tell = letters.tellChange(site);
  switch (first(fields, 'do')) {
    case 'giveup':
      return giveUp(database, site, token, settings.now(), tell);
    case 'confirm':
      return confirm(database, site, token, settings.now(), tell);
    case 'resend':
      return askAgain(database, letters, site, token, settings.now());
    case 'change': {
      const [adults, children] = [Number(first(fields, 'adults')), Number(first(fields, 'children'))];
      const checked = checkParty({...body, adults, children}, whole(booked.gathering));
      return checked.ok ? change(database, site, token, checked.value, settings.now(), tell) : checked;
    }
    default:
      return fail(refusal(400, 'unknown', 'Nothing was asked', 'Press a button.'));
  }
}

async function find(context: Context, database: Tools['database']) {
  const site = await readSite(database, context.req.param('site') ?? '');
  const booked = site
    ? await readManaged(database, site.id, context.req.param('token') ?? '')
    : fail(NOT_FOUND);
  return {site, booked};
}

function refuse(context: Context, refused: Refusal, page: boolean, site?: Site): Response {
  return page ? answerPage(context, messagePage(refused.problem, site)) : answerProblem(context, refused);
}

const PRIVATE = {'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', Vary: 'Accept'};

function answerReceipt(
  context: Context,
  booked: Booked,
  site: Site,
  base: string,
  status: 200 | 201,
): Response {
  return context.json(receiptOf(booked, site.id, base), status, PRIVATE);
}

function answerManaged(context: Context, booked: Booked, site: Site, base: string): Response {
  return context.json({receipt: receiptOf(booked, site.id, base), signup: booked.signup.body}, 200, PRIVATE);
}
