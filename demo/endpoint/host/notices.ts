import type {Part} from '../pages/html.js';
import {note} from '../pages/layout.js';

/** What was done or could not be, said where the host pressed. */
const NOTICES = {
  accept: ['ok', 'Done. They have a place now.'],
  decline: ['ok', 'Done. They do not have a place.'],
  close: ['ok', 'Sign-up is closed.'],
  reopen: ['ok', 'Sign-up is open.'],
  cancel: ['ok', 'The gathering is cancelled. Everyone who gave an e-mail address gets a letter.'],
  added: ['ok', 'Saved. People can sign up.'],
  series: ['ok', 'Saved. People can sign up for each date.'],
  changed: ['ok', 'Saved.'],
  told: ['ok', 'Saved, and the letters are on their way.'],
  removed: ['ok', 'The gathering is deleted.'],
  'in-use': ['bad', 'Someone signed up for it. You can cancel it instead.'],
  'no-places': ['wait', 'Too few places are left for them.'],
  'already-answered': ['bad', 'This was answered before, or they gave up their places.'],
  'pledge-show': ['ok', 'Done. Everyone can see it now.'],
  'pledge-hide': ['ok', 'Done. It is counted and not shown.'],
  'pledge-decline': ['ok', 'Done. It is neither shown nor counted.'],
  altered: ['wait', 'This pledge was changed in the meantime. Read it again.'],
  'group-show': ['ok', 'Done. It is on the map now.'],
  'group-decline': ['ok', 'Done. It is not on the map.'],
  'group-altered': ['wait', 'This group was changed in the meantime. Read it again.'],
  gone: ['bad', 'This is not there any more.'],
} as const;

/** The note for what an address says was done; nothing for words that are not ours. */
export function noticeOf(said: string | undefined): Part {
  const known =
    said !== undefined && Object.hasOwn(NOTICES, said) ? NOTICES[said as keyof typeof NOTICES] : undefined;
  return known && note(known[0], known[1], undefined, 'said');
}
