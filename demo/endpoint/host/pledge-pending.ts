/** Pledges that wait for a host's word, for programs. */
import type {Context} from 'hono';
import type {Tools} from '../app.js';
import type {Site} from '../documents.js';
import {answerPledge, type HostPledge, type PledgeDeed} from '../pledges/deeds.js';
import {intentionOf, valuesOf} from '../pledges/section.js';
import {readTallies} from '../pledges/tallies.js';
import {answerProblem, NOT_FOUND, refusal} from '../problems.js';

/** What programs call what a host does with a pledge. */
export const PLEDGE_DEEDS: Readonly<Record<string, PledgeDeed>> = {
  approve: 'show',
  hide: 'hide',
  decline: 'decline',
};

/** What a host reads; without the owner's token, which is not the host's. */
export function pledgeTold({id, kind, created, again, edition, body}: HostPledge) {
  return {id, kind, at: created.toISOString(), again, edition, pledge: body};
}

/** Does what a program asks for; asked again for what is so already, it answers the same. */
export async function answerAboutPledge(
  context: Context,
  {database, settings}: Tools,
  site: Site,
  {id, deed}: {readonly id: string; readonly deed: PledgeDeed},
): Promise<Response> {
  const intention = intentionOf(site);
  const edition = context.req.query('edition');
  const done = await answerPledge(database, site, id, deed, {
    now: settings.now(),
    ...(edition !== undefined && {edition}),
  });
  if (!intention) return answerProblem(context, NOT_FOUND);
  if (!done.ok) return answerProblem(context, done.failure === 'altered' ? ALTERED : NOT_FOUND);
  const {counts, shown} = await readTallies(database, site.id, valuesOf(intention));
  return context.json({id, state: done.value.state, counts, shown}, 200, {
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
}

const ALTERED = refusal(
  409,
  'altered',
  'Changed in the meantime',
  'This pledge is not what you have read, or nothing of it may be shown. Read it again.',
);
