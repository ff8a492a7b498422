/** What can become of a read and of a write, as codes: only `i18n/` turns them into sentences. */
import type {Problem} from './problem.js';
import type {Receipt} from './receipt.js';

/** Why a message should be sent again later. */
export type RetryCode = 'unreachable' | 'timeout' | 'slow-down' | 'server' | 'in-progress' | 'cut-off';

/** Why nobody can say whether a message arrived: a good status without our receipt, or a redirect we may not follow. */
export type UnknownCode = 'no-receipt' | 'redirect' | 'not-json';

/** What became of one attempt to send a message. */
export type Outcome =
  | {readonly kind: 'confirmed'; readonly receipt: Receipt}
  /** Final: shown, never sent again. */
  | {readonly kind: 'refused'; readonly status: number; readonly problem: Problem}
  /** `after` is what the endpoint asked for, in milliseconds. */
  | {readonly kind: 'retry'; readonly code: RetryCode; readonly after?: number; readonly status?: number}
  | {readonly kind: 'unknown'; readonly code: UnknownCode};

/** Why a document could not be shown. */
export type LoadFailureCode =
  | 'unreachable'
  | 'timeout'
  | 'too-big'
  | 'not-json'
  | 'html'
  | 'not-a-document'
  | 'unknown-version'
  | 'too-deep'
  | 'not-found'
  | 'refused'
  | 'server'
  | 'not-set-up'
  | 'bad-address'
  | 'mixed-content'
  /** The mapping is wrong in itself; or there is nothing in the answer where it looks. */
  | 'bad-mapping'
  | 'empty-mapping'
  /** What the site says besides, its defaults or its headers, is wrong. */
  | 'bad-defaults'
  | 'bad-headers'
  /** It looks like two formats, or not like the one that was named. */
  | 'two-formats'
  | 'wrong-format'
  /** A good status, and nothing but errors in the answer. */
  | 'answers-error';

/** Why a document could not be shown, with what a developer needs to know. */
export interface LoadFailure {
  readonly code: LoadFailureCode;
  readonly status?: number;
  /** For the console and the doctor, never for visitors. */
  readonly detail?: string;
  /** How many bytes had come by then; only where a limit was given. */
  readonly bytes?: number;
}
