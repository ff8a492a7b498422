import type {Group} from '../../../src/protocol/group.js';
import type {Network} from '../groups/section.js';
import {MEADOWS} from './region/meadows.js';
import {RENO} from './region/reno.js';
import {groupsOf} from './region/told.js';

/** What whoever adds a group to the network of the business agrees to. */
export const REGION: Network = {
  consents: [
    {
      id: 'map',
      text: 'What I fill in here, but for my own e-mail, may be shown on the map, and other websites may read it.',
      version: '2026-01',
      required: true,
    },
  ],
};

/** The groups that the business publishes: those of Reno and around it. */
export function regionGroups(now: number): readonly Group[] {
  return groupsOf({...RENO, ...MEADOWS}, now);
}
