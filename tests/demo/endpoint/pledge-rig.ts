// What the tests of pledges say to an endpoint, and the site that they say it to.
import {newId} from '../../../src/base/id.js';
import type {CtgDocument} from '../../../src/protocol/document.js';
import type {Pledge} from '../../../src/protocol/pledge.js';
import type {PlannedSite} from '../../../demo/endpoint/seed/plan.js';
import {FIVE} from '../../../demo/endpoint/seed/values.js';
import {type Answer, type Rig, type Said, siteOf} from './rig.js';

/** The parish, asking people to live by five values. */
export function pledging(more: Partial<NonNullable<PlannedSite['pledge']>> = {}): PlannedSite {
  return {...siteOf(), pledge: {title: 'Live by values', values: FIVE, goal: 250, ...more}};
}

/** Somebody who only wants to be counted. */
export function pledge(more: Partial<Pledge> = {}): Pledge {
  return {
    ctg: '1',
    id: newId(),
    kind: 'person',
    name: 'Ana Ruiz',
    display: 'anonymous',
    values: [{id: 'love'}],
    consents: [],
    language: 'en',
    at: new Date().toISOString(),
    ...more,
  };
}

/** Sends a pledge. */
export function send(rig: Rig, message: unknown): Promise<Answer<Said>> {
  return rig.ask('POST', 'pledges', message);
}

/** The pledge section of the document. */
export async function section(rig: Rig): Promise<NonNullable<CtgDocument['pledge']>> {
  return (await rig.ask<CtgDocument>('GET', 'ctg.json')).body.pledge!;
}

/** The host's token. */
export function tokenOf({host}: Rig): string {
  return new URL(host).pathname.split('/').at(-1) ?? '';
}

/** What a host says to a pledge, through the door for programs. */
export function decide(
  rig: Rig,
  id: string,
  deed: 'approve' | 'hide' | 'decline',
  query = '',
): Promise<Answer<Said & {state: string}>> {
  return rig.ask('POST', `pending/${id}/${deed}?token=${tokenOf(rig)}${query}`);
}

/** Sends a pledge that wants to be seen, and has the host show it. */
export async function shown(rig: Rig, more: Partial<Pledge> = {}): Promise<Said> {
  const {body} = await send(rig, pledge({display: 'full', ...more}));
  await decide(rig, body.id!, 'approve');
  return body;
}
