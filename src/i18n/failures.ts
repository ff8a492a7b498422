/** Which sentences tell a visitor that a list could not be had. */

import type {LoadFailureCode} from '../protocol/outcome.js';
import type {MessageKey} from './messages.js';

/** What a failure is called, who can help, and whether trying again may. */
export interface FailureWords {
  heading: MessageKey;
  help?: MessageKey;
  retry: boolean;
}

/** It may pass: a weak connection, a tired server. */
const PASSING: FailureWords = {heading: 'load.failed', help: 'load.wait', retry: true};
/** It stays until somebody repairs it. The visitor may ask again, since that may just have happened. */
const THEIRS: FailureWords = {heading: 'load.failed', help: 'load.theirs', retry: true};

const WORDS: Partial<Record<LoadFailureCode, FailureWords>> = {
  unreachable: PASSING,
  timeout: PASSING,
  server: PASSING,
  'unknown-version': {heading: 'load.failed', help: 'load.newer', retry: false},
  'not-set-up': {heading: 'load.notSetUp', retry: false},
};

/** The words for `code`. Why it happened in detail is for the webmaster, in the console, not for a visitor. */
export function loadFailureWords(code: LoadFailureCode): FailureWords {
  return WORDS[code] ?? THEIRS;
}
