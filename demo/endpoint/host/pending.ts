import type {Context, Hono} from 'hono';
import type {Tools} from '../app.js';
import {LIMITS} from '../../../src/protocol/limits.js';
import {readGathering, readGatherings, type Site} from '../documents.js';
import {waitsFor} from '../holds.js';
import {readGroups} from '../groups/deeds.js';
import {findGroup} from '../groups/groups.js';
import {readPledges} from '../pledges/deeds.js';
import {readPledge} from '../pledges/pledges.js';
import {answerProblem, NOT_FOUND, refusal, type Refusal} from '../problems.js';
import {tooOften} from '../request.js';
import {leftOf, partyOf, type SignupRow} from '../signups.js';
import {type AnswerDeed, answerGuest, type HostRefusal, readGuest, readGuests} from './deeds.js';
import {hostOf, isForeign} from './desk.js';
import {answerAboutGroup, GROUP_NAMES, groupTold} from './group-pending.js';
import {answerAboutPledge, PLEDGE_DEEDS, pledgeTold} from './pledge-pending.js';

/** What programs call what a host does. */
const DEEDS: Readonly<Record<string, AnswerDeed>> = {approve: 'accept', decline: 'decline'};

/** Who waits for a host's word, for programs: the token comes as `?token=` or as `Authorization: Bearer`. */
export function pendingRoutes(app: Hono, tools: Tools): void {
  app.get('/:site/pending', (context) => list(context, tools));
  app.post('/:site/pending/:id/:deed', (context) => answer(context, tools));
}

async function list(context: Context, tools: Tools): Promise<Response> {
  const {database} = tools;
  const site = await hostOf(context, tools);
  if (!site) return answerProblem(context, NOT_FOUND);
  const asking = (await readGatherings(database, site.id)).filter((row) => row.asking > 0);
  const lists = await Promise.all(asking.map((row) => readGuests(database, site.id, row.id)));
  const pending = lists.flat().filter((guest) => waitsFor(guest) === 'host');
  const pledges = await readPledges(database, site.id, 'waiting', {most: LIMITS.items});
  const groups = await readGroups(database, site.id, 'waiting', {most: LIMITS.items});
  return context.json(
    {pending: pending.map(toldOf), pledges: pledges.map(pledgeTold), groups: groups.map(groupTold)},
    200,
    PRIVATE,
  );
}

async function answer(context: Context, tools: Tools): Promise<Response> {
  const site = await hostOf(context, tools);
  if (!site) return answerProblem(context, NOT_FOUND);
  const often = tooOften(context, tools);
  if (often) return answerProblem(context, often);
  if (isForeign(context, tools.settings, false)) return answerProblem(context, FOREIGN);
  const id = context.req.param('id') ?? '';
  const name = context.req.param('deed') ?? '';
  const pledge = Object.hasOwn(PLEDGE_DEEDS, name) ? PLEDGE_DEEDS[name] : undefined;
  if (pledge && (await readPledge(tools.database, site.id, id)))
    return answerAboutPledge(context, tools, site, {id, deed: pledge});
  const group = Object.hasOwn(GROUP_NAMES, name) ? GROUP_NAMES[name] : undefined;
  if (group && (await findGroup(tools.database, site.id, id)))
    return answerAboutGroup(context, tools, site, {id, deed: group});
  const deed = Object.hasOwn(DEEDS, name) ? DEEDS[name] : undefined;
  return deed ? answerAboutGuest(context, tools, site, {id, deed}) : answerProblem(context, NOT_FOUND);
}

async function answerAboutGuest(
  context: Context,
  {database, settings, letters}: Tools,
  site: Site,
  {id, deed}: {readonly id: string; readonly deed: AnswerDeed},
): Promise<Response> {
  const done = await answerGuest(database, site, id, deed, {
    now: settings.now(),
    tell: letters.tellAnswer(site),
  });
  const guest = await readGuest(database, site.id, id);
  const row = guest && (await readGathering(database, site.id, guest.gathering));
  if (!guest || !row) return answerProblem(context, NOT_FOUND);
  // Asked again for what is so already: a program that lost the answer may repeat its question.
  const repeated = guest.status === (deed === 'accept' ? 'confirmed' : 'declined');
  if (!done.ok && !repeated) return answerProblem(context, REFUSALS[done.failure.code](leftOf(row) ?? 0));
  return context.json(
    {id, gathering: row.id, status: guest.status, counts: {taken: row.taken, waiting: row.waiting}},
    200,
    PRIVATE,
  );
}

const PRIVATE = {'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer'};

const FOREIGN = refusal(403, 'foreign', 'This came from another website', 'Nothing was changed.');

const REFUSALS: Readonly<Record<HostRefusal, (left: number) => Refusal>> = {
  gone: () => NOT_FOUND,
  'no-places': (left) =>
    refusal(409, left > 0 ? 'partial' : 'full', 'Too few places', 'Too few places are left for them.', {
      places: left,
    }),
  'already-answered': () =>
    refusal(409, 'closed', 'Answered before', 'This was answered before, or they gave up their places.'),
};

/** What a host reads; without the guest's own token, which is not the host's. */
function toldOf(guest: SignupRow) {
  const {id, gathering, status, created, body} = guest;
  return {id, gathering, status, people: partyOf(guest), at: created.toISOString(), signup: body};
}
