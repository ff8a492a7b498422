import type {Context, Hono} from 'hono';
import {fail, ok} from '../../../src/base/result.js';
import type {Tools} from '../app.js';
import {type GatheringRow, readGathering, type Site, whole} from '../documents.js';
import {type Fields, first} from '../form.js';
import {addressees} from '../mail/news.js';
import type {Draft} from '../pages/fields.js';
import {answerPage} from '../pages/layout.js';
import {type FieldProblem, NOT_FOUND} from '../problems.js';
import {baseOf} from '../request.js';
import {lockGathering} from '../signups.js';
import type {Words} from './changes.js';
import {readGuests} from './deeds.js';
import {deskOf, hostOf, pressOf, refuse} from './desk.js';
import {
  type Circle,
  CIRCLES,
  circleOf,
  MESSAGE,
  messageLookPage,
  messagePage,
  messageSentPage,
} from './message-page.js';
import {once, outcomeOf} from './once.js';

/** Writing to everyone: a form, a page that shows what goes to how many, and one press that sends. */
export function messageRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/host/:token/g/:gathering/message', (context) => open(context, tools));
  app.post('/:site/host/:token/g/:gathering/message', (context) => press(context, tools));
}

async function open(context: Context, tools: Tools): Promise<Response> {
  const {database} = tools;
  const site = await hostOf(context, tools);
  const row = site && (await readGathering(database, site.id, context.req.param('gathering') ?? ''));
  if (!site || !row) return refuse(context, {...NOT_FOUND, ...(site && {site})});
  const guests = await readGuests(database, site.id, row.id);
  const options = optionsOf(context, tools, site, row);
  const sent = context.req.query('sent');
  if (sent !== undefined && /^\d{1,6}$/.test(sent)) {
    const circle = circleNamed(context.req.query('to') ?? '') ?? 'both';
    return answerPage(context, messageSentPage(site, row, circleOf(guests, circle), Number(sent), options));
  }
  const fields = new Map([
    ['to', ['coming']],
    ['subject', [whole(row).name]],
  ]);
  return answerPage(context, messagePage(site, row, guests, {fields, errors: []}, options));
}

async function press(context: Context, tools: Tools): Promise<Response> {
  const {database, settings} = tools;
  const pressed = await pressOf(context, tools);
  if (!pressed.ok) return refuse(context, pressed.failure);
  const {site, fields} = pressed.value;
  const writes = first(fields, 'do') === 'change';
  const before = writes ? undefined : await outcomeOf(database, site.id, fields);
  if (before !== undefined) return context.redirect(deskOf(context, settings, site) + before, 303);
  const row = await readGathering(database, site.id, context.req.param('gathering') ?? '');
  if (!row) return refuse(context, {...NOT_FOUND, site});
  const guests = await readGuests(database, site.id, row.id);
  const {circle, words, errors} = read(fields);
  const options = optionsOf(context, tools, site, row);
  const draft: Draft = {fields, errors};
  if (errors.length > 0 || first(fields, 'do') === 'change')
    return answerPage(context, messagePage(site, row, guests, draft, options));
  const look = (now: typeof guests, changed: boolean) =>
    answerPage(context, messageLookPage(site, row, circleOf(now, circle), {words, draft, changed}, options));
  if (first(fields, 'do') !== 'send') return look(guests, false);
  const sent = await send(tools, site, row, {fields, circle, words});
  return sent.ok
    ? context.redirect(deskOf(context, settings, site) + sent.value, 303)
    : look(await readGuests(database, site.id, row.id), true);
}

/** One letter each, in one transaction with the key of the form: all of them are in the queue, or none is. */
function send(
  {database, letters}: Tools,
  site: Site,
  row: GatheringRow,
  {fields, circle, words}: {readonly fields: Fields; readonly circle: Circle; readonly words: Words},
) {
  return once<'changed'>(database, site.id, fields, async (queries) => {
    // Nobody comes or goes between the count and the letters.
    await lockGathering(queries, site.id, row.id);
    const guests = circleOf(await readGuests(queries, site.id, row.id), circle);
    const reached = addressees(guests).length;
    if (reached === 0 || reached !== Number(first(fields, 'expected'))) return fail('changed');
    const news = {kind: 'message', subject: words.subject, message: words.text} as const;
    await letters.tellAll(queries, site, row, news, CIRCLES[circle].statuses);
    return ok(`/g/${encodeURIComponent(row.id)}/message?sent=${reached}&to=${circle}`);
  });
}

/** What the form says, and what is to be put right in it. */
function read(fields: Fields): {circle: Circle; words: Words; errors: readonly FieldProblem[]} {
  const errors: FieldProblem[] = [];
  const circle = circleNamed(first(fields, 'to'));
  const subject = first(fields, 'subject').replaceAll(/\s+/g, ' ');
  const text = (fields.get('text')?.[0] ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\0\p{Cs}]/gu, '\ufffd')
    .trim();
  if (!circle) errors.push({pointer: '/to', detail: 'Choose who gets it.'});
  if (subject === '') errors.push({pointer: '/subject', detail: 'Write what it is about.'});
  if (subject.length > 150)
    errors.push({pointer: '/subject', detail: 'This is too long. 150 letters fit in here.'});
  if (text === '') errors.push({pointer: '/text', detail: 'Write your message.'});
  if (text.length > MESSAGE)
    errors.push({
      pointer: '/text',
      detail: `This is too long. ${MESSAGE.toLocaleString('en')} letters fit in here.`,
    });
  return {circle: circle ?? 'coming', words: {subject, text}, errors};
}

function circleNamed(name: string): Circle | undefined {
  return Object.hasOwn(CIRCLES, name) ? (name as Circle) : undefined;
}

function optionsOf(context: Context, {settings}: Tools, site: Site, row: GatheringRow) {
  return {
    base: baseOf(context, settings),
    here: `${deskOf(context, settings, site)}/g/${encodeURIComponent(row.id)}`,
  };
}
