/** What reading comes to: the answer of one request, and the document that it holds. */
import type {Result} from '../base/result.js';
import type {CtgDocument} from '../protocol/document.js';
import type {LoadFailure} from '../protocol/outcome.js';
import type {Dropped} from '../protocol/read.js';
import type {Untranslated} from './formats/format.js';

/** A document that was read, and how. */
export interface Loaded {
  readonly document: CtgDocument;
  readonly dropped: readonly Dropped[];
  /** What the document was read as: `ctg`, `mapping`, or the name of a known format. */
  readonly format: string;
  /** What of a foreign answer has no place in a document of ours. */
  readonly left?: readonly Untranslated[];
  /** Where it came from in the end; relative addresses in it start here. */
  readonly url: string;
  /** When it was read, by the clock of the device, in milliseconds. */
  readonly at: number;
  /** How many bytes it took, its later pages included; only where a limit was given. */
  readonly bytes?: number;
}

/** What came of a read. */
export type LoadResult = Result<Loaded, LoadFailure>;

/** What an endpoint answered, before anybody has looked into it. */
export interface Raw {
  readonly text: string;
  /** The text parsed; `undefined` when it is not JSON. */
  readonly json: unknown;
  readonly headers: Headers;
  /** Where it came from in the end. */
  readonly url: string;
}

/** What came of one request. */
export type RawResult = Result<Raw, LoadFailure>;
