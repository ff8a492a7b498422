import type {Desk} from '../../context/desk.js';
import type {EndpointSet} from '../../endpoint/resolve.js';
import type {Dates} from '../../i18n/dates.js';
import type {Entry, Mine} from '../../outbox/entry.js';
import type {FormScene} from '../form/form-view.js';

/**
 * What sending needs of its widget. Asked anew at every drawing, since language and document change meanwhile. Its `l`
 * says everything: a widget whose messages are called otherwise gives `withWords(l, …)`.
 */
export interface SendingScene extends FormScene {
  readonly dates: Dates;
  readonly desk: Desk;
  readonly set: EndpointSet;
  /** What this device has delivered for the same thing. */
  readonly mine: Mine | undefined;
  /** What this device has not delivered yet for it. */
  readonly entry: Entry | undefined;
  /** Until when a message that waits is of use, as a date for a sentence; nothing where it may come any time. */
  readonly before: string | undefined;
  /** Whether what the message is for is over. */
  readonly past: boolean;
  /** The widget's place among those of its kind on the page, from 1: what a private link names. */
  readonly place: number;
  /** Reads the document anew, because what it counts has changed. */
  readonly refresh: () => void;
  readonly announce: (sentence: string) => void;
  /** Tells the page; `false` when a listener of its own has stopped what would follow. */
  readonly emit: (event: Event) => boolean;
}
