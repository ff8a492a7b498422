import type {Consent} from '../../../src/protocol/gathering.js';
import type {Intention} from '../pledges/section.js';

/** The five shared values. Their names and order are the movement's; definitions and practices are placeholders. */
export const FIVE: Intention['values'] = [
  {
    id: 'love',
    label: 'Love',
    definition: 'Caring for the good of others, also those unlike me.',
    practice: 'Greet someone you usually walk past.',
  },
  {
    id: 'integrity',
    label: 'Integrity',
    definition: 'What I do matches what I say I value.',
    practice: 'Keep one small promise you made to someone.',
  },
  {
    id: 'courage',
    label: 'Courage',
    definition: 'Doing what is right when it is hard.',
    practice: 'Say one thing that should be said, and say it kindly.',
  },
  {
    id: 'service',
    label: 'Service',
    definition: 'Giving time and skill to the needs of others.',
    practice: 'Give one hour to someone who needs a hand.',
  },
  {
    id: 'respect',
    label: 'Respect',
    definition: 'Honouring the worth of every person.',
    practice: 'Listen to the end to someone you disagree with.',
  },
];

/** A consent without which a pledge can not be kept. It asks for no letters: the address is not kept. */
export const PLEDGE_CONSENT: Consent = {
  id: 'pledge',
  text: 'You may count my pledge, and show others what I choose to show.',
  version: '2026-01',
  required: true,
};
