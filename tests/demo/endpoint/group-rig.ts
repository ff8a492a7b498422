// What the tests of groups say to an endpoint, and the site that they say it to.
import {newId} from '../../../src/base/id.js';
import type {CtgDocument} from '../../../src/protocol/document.js';
import type {Group} from '../../../src/protocol/group.js';
import type {GroupMessage} from '../../../src/protocol/group-message.js';
import type {PlannedSite} from '../../../demo/endpoint/seed/plan.js';
import {type Answer, type Rig, type Said, siteOf} from './rig.js';

/** The parish with a network of groups. */
export function networked(more: Partial<NonNullable<PlannedSite['network']>> = {}): PlannedSite {
  return {...siteOf(), network: more};
}

/** A garden in Reno that asks to be on the map. */
export function group(more: Partial<GroupMessage> = {}): GroupMessage {
  return {
    ctg: '1',
    id: newId(),
    name: 'River Beds',
    kind: 'group',
    needs: ['local-food'],
    place: {label: 'Reno', lat: 39.5296, lon: -119.8138, precision: 'town'},
    speaks: true,
    ...more,
  };
}

/** Sends a group. */
export function join(rig: Rig, message: unknown): Promise<Answer<Said>> {
  return rig.ask('POST', 'groups', message);
}

/** The host's token. */
export function tokenOf({host}: Rig): string {
  return new URL(host).pathname.split('/').at(-1) ?? '';
}

/** What a host says to a group, through the door for programs. */
export function decide(
  rig: Rig,
  id: string,
  deed: 'approve' | 'decline',
  query = '',
): Promise<Answer<Said & {state: string; group: string}>> {
  return rig.ask('POST', `pending/${id}/${deed}?token=${tokenOf(rig)}${query}`);
}

/** Sends a group, and has the host show it; answers its receipt and what documents call it. */
export async function shown(rig: Rig, more: Partial<GroupMessage> = {}): Promise<Said & {publicId: string}> {
  const {body} = await join(rig, group(more));
  const {body: answer} = await decide(rig, body.id!, 'approve');
  return {...body, publicId: answer.group};
}

/** The groups of the document, or of a part of the map. */
export async function groupsOf(rig: Rig, path = 'ctg.json'): Promise<readonly Group[]> {
  return (await rig.ask<CtgDocument>('GET', path)).body.groups ?? [];
}

/** Their names, in the order of the alphabet. */
export async function namesOf(rig: Rig, path?: string): Promise<readonly string[]> {
  return (await groupsOf(rig, path)).map(({name}) => name).sort();
}
