/** Groups that wait for a host's word, for programs. */
import type {Context} from 'hono';
import type {Tools} from '../app.js';
import type {Site} from '../documents.js';
import {answerGroup, type GroupDeed, type HostGroup} from '../groups/deeds.js';
import {answerProblem, NOT_FOUND, refusal} from '../problems.js';

/** What programs call what a host does. */
export const GROUP_NAMES: Readonly<Record<string, GroupDeed>> = {approve: 'show', decline: 'decline'};

/** What a host reads; without the owner's token, which is not the host's. */
export function groupTold({id, created, edition, body, asker}: HostGroup) {
  return {id, at: created.toISOString(), edition, group: body, ...(asker !== null && {asker})};
}

/** Does what a program asks for; asked again for what is so already, it answers the same. */
export async function answerAboutGroup(
  context: Context,
  {database, settings}: Tools,
  site: Site,
  {id, deed}: {readonly id: string; readonly deed: GroupDeed},
): Promise<Response> {
  const edition = context.req.query('edition');
  const done = await answerGroup(database, site, id, deed, {
    now: settings.now(),
    ...(edition !== undefined && {edition}),
  });
  if (!done.ok) return answerProblem(context, done.failure === 'altered' ? ALTERED : NOT_FOUND);
  return context.json({id, state: done.value.state, group: done.value.public_id}, 200, {
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
}

const ALTERED = refusal(
  409,
  'altered',
  'Changed in the meantime',
  'This group is not what you have read. Read it again.',
);
