import type {Context, Hono} from 'hono';
import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import {isUuid} from '../../../src/protocol/rules.js';
import type {Tools} from '../app.js';
import type {Site} from '../documents.js';
import {type Fields, first} from '../form.js';
import {checkGroup} from '../groups/check.js';
import {groupOf} from '../groups/form.js';
import {findGroup, type GroupRow, type Joined, takeGroup} from '../groups/groups.js';
import {changeGroup, readOwnGroup, WITHDRAWN, withdrawGroup} from '../groups/manage.js';
import {groupReceiptOf, ownGroupHref} from '../groups/receipts.js';
import {type Networked, networkedOf} from '../groups/section.js';
import type {Draft} from '../pages/fields.js';
import {joinPage} from '../pages/join.js';
import {joinedPage} from '../pages/joined.js';
import {answerPage} from '../pages/layout.js';
import {messagePage} from '../pages/message.js';
import {answerProblem, NOT_FOUND, refusal, type Refusal} from '../problems.js';
import {baseOf, readSent, type Sent, tooOften, wantsPage} from '../request.js';

/** Adding a group to the network, and what can be done with it by whoever knows its token. */
export function groupRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/join', (context) => show(context, tools));
  app.post('/:site/groups', (context) => post(context, tools));
  app.get('/:site/groups/:token', (context) => read(context, tools));
  app.put('/:site/groups/:token', (context) => put(context, tools));
  app.delete('/:site/groups/:token', (context) => remove(context, tools));
  app.post('/:site/groups/:token', (context) => act(context, tools));
}

/** The plain page with the form. */
async function show(context: Context, {database, settings}: Tools): Promise<Response> {
  const networked = await networkedOf(database, context.req.param('site'));
  if (!networked) return refuse(context, NOT_FOUND, true);
  return answerPage(context, joinPage(networked.site, networked.network, {base: baseOf(context, settings)}));
}

async function post(context: Context, tools: Tools): Promise<Response> {
  const networked = await networkedOf(tools.database, context.req.param('site'));
  const page = wantsPage(context);
  if (!networked) return refuse(context, NOT_FOUND, page);
  const {site, network} = networked;
  const often = tooOften(context, tools);
  const sent = often ? fail(often) : await readSent(context);
  if (!sent.ok) return refuse(context, sent.failure, page, site);
  const {value} = sent;
  const taken = await take(tools, networked, messageOf(value, networked, tools));
  // A widget that writes forms asks for JSON; a form of a page's own is shown in a browser, with or without an id.
  if (value.kind === 'form' && (page || first(value.fields, 'id') === '')) {
    const base = baseOf(context, tools.settings);
    if (taken.ok) return context.redirect(ownGroupHref(base, site.id, taken.value.group.token), 303);
    return answerPage(context, joinPage(site, network, {base, ...draftOf(value.fields, taken.failure)}));
  }
  if (!taken.ok) return answerProblem(context, taken.failure);
  return answerReceipt(context, tools, site, taken.value.group, taken.value.repeated ? 200 : 201);
}

function messageOf(sent: Sent, {network}: Networked, {settings}: Tools): unknown {
  return sent.kind === 'json' ? sent.message : groupOf(sent.fields, network, settings.now());
}

function draftOf(fields: Fields, {problem}: Refusal): {draft: Draft; problem: Refusal['problem']} {
  const errors = (problem.errors ?? []).map(({pointer, detail}) => ({
    // Lists have one field for all that is in them.
    pointer: pointer.replace(/^\/(needs|values|offers|connections|declines)\/.*$/, '/$1'),
    detail: detail ?? 'Check this.',
  }));
  return {draft: {fields, errors}, problem};
}

/** Takes a message, or answers what it was told before, also where a consent has changed since. */
async function take(
  {database, letters, settings}: Tools,
  {site, network}: Networked,
  message: unknown,
): Promise<Result<Joined, Refusal>> {
  const id = (message as {id?: unknown} | null)?.id;
  const before = isUuid(id) ? await findGroup(database, site.id, id as string) : undefined;
  if (before) return ok(before);
  const checked = checkGroup(message, network);
  if (!checked.ok) return checked;
  return takeGroup(database, site, checked.value, {now: settings.now(), tell: letters.tellGroup(site)});
}

async function read(context: Context, tools: Tools): Promise<Response> {
  const page = wantsPage(context);
  const {networked, own} = await ownOf(context, tools);
  if (!networked || !own?.ok) return refuse(context, NOT_FOUND, page, networked?.site);
  if (page) return showOwn(context, tools, networked, own.value, {said: context.req.query('said')});
  const {body} = own.value;
  if (body === null) return answerProblem(context, WITHDRAWN);
  const receipt = receiptFor(context, tools, networked.site, own.value);
  return context.json({receipt, group: body}, 200, PRIVATE);
}

async function put(context: Context, tools: Tools): Promise<Response> {
  const {networked, own, token} = await ownOf(context, tools);
  if (!networked || !own?.ok) return answerProblem(context, NOT_FOUND);
  const often = tooOften(context, tools);
  const sent = often ? fail(often) : await readSent(context);
  if (!sent.ok) return answerProblem(context, sent.failure);
  const changed = await change(tools, networked, token, messageOf(sent.value, networked, tools));
  if (!changed.ok) return answerProblem(context, changed.failure);
  return answerReceipt(context, tools, networked.site, changed.value, 200);
}

async function change(
  {database, settings, letters}: Tools,
  {site, network}: Networked,
  token: string,
  message: unknown,
): Promise<Result<GroupRow, Refusal>> {
  const checked = checkGroup(message, network);
  const options = {now: settings.now(), tell: letters.tellGroup(site)};
  return checked.ok ? changeGroup(database, site, token, checked.value, options) : checked;
}

async function remove(context: Context, tools: Tools): Promise<Response> {
  const {database, settings} = tools;
  const networked = await networkedOf(database, context.req.param('site'));
  if (!networked) return answerProblem(context, NOT_FOUND);
  const often = tooOften(context, tools);
  if (often) return answerProblem(context, often);
  const token = context.req.param('token') ?? '';
  const gone = await withdrawGroup(database, networked.site, token, settings.now());
  if (!gone.ok) return answerProblem(context, gone.failure);
  return answerReceipt(context, tools, networked.site, gone.value, 200);
}

/** What the buttons of the private page do, since a plain form can only post. */
async function act(context: Context, tools: Tools): Promise<Response> {
  const {settings} = tools;
  const page = wantsPage(context);
  const {networked, own, token} = await ownOf(context, tools);
  if (!networked || !own?.ok) return refuse(context, NOT_FOUND, page, networked?.site);
  const {site} = networked;
  const often = tooOften(context, tools);
  const sent = often ? fail(often) : await readSent(context);
  if (!sent.ok) return refuse(context, sent.failure, page, site);
  const fields: Fields = sent.value.kind === 'form' ? sent.value.fields : new Map();
  const done = await press(tools, networked, own.value, fields);
  if (!page)
    return done.ok
      ? answerReceipt(context, tools, site, done.value, 200)
      : answerProblem(context, done.failure);
  if (!done.ok) return showOwn(context, tools, networked, own.value, draftOf(fields, done.failure));
  const said = first(fields, 'do') === 'change' ? '?said=changed' : '';
  return context.redirect(ownGroupHref(baseOf(context, settings), site.id, token) + said, 303);
}

async function press(
  tools: Tools,
  networked: Networked,
  {id, token}: GroupRow,
  fields: Fields,
): Promise<Result<GroupRow, Refusal>> {
  const {database, settings} = tools;
  switch (first(fields, 'do')) {
    case 'withdraw':
      return withdrawGroup(database, networked.site, token, settings.now());
    case 'change': {
      const message = {...groupOf(fields, networked.network, settings.now()), id};
      return change(tools, networked, token, message);
    }
    default:
      return fail(refusal(400, 'unknown', 'Nothing was asked', 'Press a button.'));
  }
}

function showOwn(
  context: Context,
  {settings}: Tools,
  {site, network}: Networked,
  group: GroupRow,
  more: {readonly said?: string | undefined; readonly draft?: Draft; readonly problem?: Refusal['problem']},
): Response {
  return answerPage(context, joinedPage(site, network, group, {base: baseOf(context, settings), ...more}));
}

async function ownOf(context: Context, {database}: Tools) {
  const token = context.req.param('token') ?? '';
  const networked = await networkedOf(database, context.req.param('site'));
  return {networked, token, own: networked && (await readOwnGroup(database, networked.site.id, token))};
}

function refuse(context: Context, refused: Refusal, page: boolean, site?: Site): Response {
  return page ? answerPage(context, messagePage(refused.problem, site)) : answerProblem(context, refused);
}

const PRIVATE = {'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', Vary: 'Accept'};

function receiptFor(context: Context, {settings}: Tools, site: Site, group: GroupRow) {
  return groupReceiptOf(group, {site: site.id, base: baseOf(context, settings)});
}

function answerReceipt(
  context: Context,
  tools: Tools,
  site: Site,
  group: GroupRow,
  status: 200 | 201,
): Response {
  return context.json(receiptFor(context, tools, site, group), status, PRIVATE);
}
