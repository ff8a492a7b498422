import type {Context, Hono} from 'hono';
import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Counts} from '../../../src/protocol/pledge.js';
import type {Problem} from '../../../src/protocol/problem.js';
import {isUuid} from '../../../src/protocol/rules.js';
import type {Tools} from '../app.js';
import type {Site} from '../documents.js';
import {type Fields, first} from '../form.js';
import type {Draft} from '../pages/fields.js';
import {answerPage} from '../pages/layout.js';
import {messagePage} from '../pages/message.js';
import {pledgePage} from '../pages/pledge.js';
import {pledgedPage} from '../pages/pledged.js';
import {checkPledge} from '../pledges/check.js';
import {pledgeOf} from '../pledges/form.js';
import {changePledge, readOwn, WITHDRAWN, withdrawPledge} from '../pledges/manage.js';
import {findPledge, type Pledged, takePledge} from '../pledges/pledges.js';
import {ownHref, pledgeReceiptOf} from '../pledges/receipts.js';
import {type Asking, askingOf, valuesOf} from '../pledges/section.js';
import {readTallies} from '../pledges/tallies.js';
import {answerProblem, NOT_FOUND, refusal, type Refusal} from '../problems.js';
import {baseOf, readSent, type Sent, tooOften, wantsPage} from '../request.js';

/** Pledging, and what can be done with a pledge by whoever knows its token. */
export function pledgeRoutes(app: Hono, tools: Tools): void {
  app.post('/:site/pledges', (context) => post(context, tools));
  app.get('/:site/pledge', (context) => show(context, tools));
  app.get('/:site/pledges/:token', (context) => read(context, tools));
  app.put('/:site/pledges/:token', (context) => put(context, tools));
  app.delete('/:site/pledges/:token', (context) => remove(context, tools));
  app.post('/:site/pledges/:token', (context) => act(context, tools));
}

/** The plain page with the form. */
async function show(context: Context, tools: Tools): Promise<Response> {
  const asking = await askingOf(tools.database, context.req.param('site'));
  if (!asking) return refuse(context, NOT_FOUND, true);
  return showForm(context, tools, asking);
}

async function showForm(
  context: Context,
  tools: Tools,
  {site, intention}: Asking,
  filled?: {readonly draft: Draft; readonly problem: Problem},
): Promise<Response> {
  const counts = await countsOf(tools, {site, intention});
  const base = baseOf(context, tools.settings);
  return answerPage(context, pledgePage(site, intention, {base, counts, ...filled}));
}

async function post(context: Context, tools: Tools): Promise<Response> {
  const asking = await askingOf(tools.database, context.req.param('site'));
  const page = wantsPage(context);
  if (!asking) return refuse(context, NOT_FOUND, page);
  const often = tooOften(context, tools);
  const sent = often ? fail(often) : await readSent(context);
  if (!sent.ok) return refuse(context, sent.failure, page, asking.site);
  const {value} = sent;
  const taken = await take(tools, asking, messageOf(value, asking, tools));
  // A widget that writes forms asks for JSON; a form of a page's own is shown in a browser, with or without an id.
  if (value.kind === 'form' && (page || first(value.fields, 'id') === '')) {
    const base = baseOf(context, tools.settings);
    if (taken.ok) return context.redirect(ownHref(base, asking.site.id, taken.value.pledge.token), 303);
    return showForm(context, tools, asking, draftOf(value.fields, taken.failure));
  }
  if (!taken.ok) return answerProblem(context, taken.failure);
  return answerReceipt(context, tools, asking, taken.value, taken.value.repeated ? 200 : 201);
}

function messageOf(sent: Sent, {intention}: Asking, {settings}: Tools): unknown {
  return sent.kind === 'json' ? sent.message : pledgeOf(sent.fields, intention, settings.now());
}

function draftOf(fields: Fields, {problem}: Refusal): {draft: Draft; problem: Problem} {
  const errors = (problem.errors ?? []).map(({pointer, detail}) => ({
    // A value that is gone has no box any more: the whole list is where to choose again.
    pointer: /^\/values\/\d+\/id$/.test(pointer) ? '/values' : pointer,
    detail: detail ?? 'Check this.',
  }));
  return {draft: {fields, errors}, problem};
}

/** Takes a message, or answers what it was told before, also where the values or a consent have changed since. */
async function take(
  {database, letters}: Tools,
  {site, intention}: Asking,
  message: unknown,
): Promise<Result<Pledged, Refusal>> {
  const id = (message as {id?: unknown} | null)?.id;
  const before = isUuid(id) ? await findPledge(database, site.id, id as string) : undefined;
  if (before) return ok(before);
  const checked = checkPledge(message, intention);
  return checked.ok ? takePledge(database, site, checked.value, letters.tellPledge(site)) : checked;
}

async function read(context: Context, tools: Tools): Promise<Response> {
  const page = wantsPage(context);
  const {asking, own} = await ownOf(context, tools);
  if (!asking || !own?.ok) return refuse(context, NOT_FOUND, page, asking?.site);
  if (page) return showOwn(context, tools, asking, own.value, {said: context.req.query('said')});
  const {body} = own.value.pledge;
  if (body === null) return answerProblem(context, WITHDRAWN);
  const receipt = await receiptFor(context, tools, asking, own.value);
  return context.json({receipt, pledge: body}, 200, PRIVATE);
}

async function put(context: Context, tools: Tools): Promise<Response> {
  const {database} = tools;
  const {asking, own, token} = await ownOf(context, tools);
  if (!asking || !own?.ok) return answerProblem(context, NOT_FOUND);
  const often = tooOften(context, tools);
  const sent = often ? fail(often) : await readSent(context);
  if (!sent.ok) return answerProblem(context, sent.failure);
  const checked = checkPledge(messageOf(sent.value, asking, tools), asking.intention);
  const changed = checked.ok
    ? await changePledge(database, asking.site, token, checked.value, tools.letters.tellPledge(asking.site))
    : checked;
  if (!changed.ok) return answerProblem(context, changed.failure);
  return answerReceipt(context, tools, asking, changed.value, 200);
}

async function remove(context: Context, tools: Tools): Promise<Response> {
  const asking = await askingOf(tools.database, context.req.param('site'));
  if (!asking) return answerProblem(context, NOT_FOUND);
  const often = tooOften(context, tools);
  if (often) return answerProblem(context, often);
  const {database, settings} = tools;
  const gone = await withdrawPledge(database, asking.site, context.req.param('token') ?? '', settings.now());
  if (!gone.ok) return answerProblem(context, gone.failure);
  return answerReceipt(context, tools, asking, gone.value, 200);
}

/** What the buttons of the private page do, since a plain form can only post. */
async function act(context: Context, tools: Tools): Promise<Response> {
  const {settings} = tools;
  const page = wantsPage(context);
  const {asking, own, token} = await ownOf(context, tools);
  if (!asking || !own?.ok) return refuse(context, NOT_FOUND, page, asking?.site);
  const often = tooOften(context, tools);
  const sent = often ? fail(often) : await readSent(context);
  if (!sent.ok) return refuse(context, sent.failure, page, asking.site);
  const fields: Fields = sent.value.kind === 'form' ? sent.value.fields : new Map();
  const done = await press(tools, asking, own.value, fields);
  if (!page)
    return done.ok
      ? answerReceipt(context, tools, asking, done.value, 200)
      : answerProblem(context, done.failure);
  if (!done.ok) return showOwn(context, tools, asking, own.value, draftOf(fields, done.failure));
  const said = first(fields, 'do') === 'change' ? '?said=changed' : '';
  return context.redirect(ownHref(baseOf(context, settings), asking.site.id, token) + said, 303);
}

async function press(
  tools: Tools,
  {site, intention}: Asking,
  {pledge: {id, token}}: Pledged,
  fields: Fields,
): Promise<Result<Pledged, Refusal>> {
  const {database, settings, letters} = tools;
  switch (first(fields, 'do')) {
    case 'withdraw':
      return withdrawPledge(database, site, token, settings.now());
    case 'change': {
      const message = {...pledgeOf(fields, intention, settings.now()), id};
      const checked = checkPledge(message, intention);
      return checked.ok
        ? changePledge(database, site, token, checked.value, letters.tellPledge(site))
        : checked;
    }
    default:
      return fail(refusal(400, 'unknown', 'Nothing was asked', 'Press a button.'));
  }
}

async function showOwn(
  context: Context,
  tools: Tools,
  asking: Asking,
  {pledge}: Pledged,
  more: {readonly said?: string | undefined; readonly draft?: Draft; readonly problem?: Problem},
): Promise<Response> {
  const counts = await countsOf(tools, asking);
  const base = baseOf(context, tools.settings);
  return answerPage(context, pledgedPage(asking.site, asking.intention, pledge, {base, counts, ...more}));
}

async function ownOf(context: Context, tools: Tools) {
  const token = context.req.param('token') ?? '';
  const asking = await askingOf(tools.database, context.req.param('site'));
  return {asking, token, own: asking && (await readOwn(tools.database, asking.site.id, token))};
}

function refuse(context: Context, refused: Refusal, page: boolean, site?: Site): Response {
  return page ? answerPage(context, messagePage(refused.problem, site)) : answerProblem(context, refused);
}

const PRIVATE = {'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', Vary: 'Accept'};

async function receiptFor(context: Context, tools: Tools, asking: Asking, pledged: Pledged) {
  const base = baseOf(context, tools.settings);
  return pledgeReceiptOf(pledged, await countsOf(tools, asking), {site: asking.site.id, base});
}

async function answerReceipt(
  context: Context,
  tools: Tools,
  asking: Asking,
  pledged: Pledged,
  status: 200 | 201,
): Promise<Response> {
  return context.json(await receiptFor(context, tools, asking, pledged), status, PRIVATE);
}

async function countsOf({database}: Tools, {site, intention}: Asking): Promise<Counts> {
  return (await readTallies(database, site.id, valuesOf(intention))).counts;
}
