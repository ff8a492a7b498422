import type {TemplateResult} from 'lit';

import type {Desk} from '../../context/desk.js';
import type {Loaded} from '../../endpoint/loaded.js';
import type {EndpointSet} from '../../endpoint/resolve.js';
import type {Dates} from '../../i18n/dates.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {Entry, Mine} from '../../outbox/entry.js';

/** What sending needs of its widget. Asked anew at every drawing, since language and document change meanwhile. */
export interface SendingScene {
  /** Says everything; a widget whose messages are called otherwise gives `withWords(l, …)`. */
  readonly l: Localizer;
  readonly dates: Dates;
  readonly desk: Desk;
  readonly loaded: Loaded;
  readonly set: EndpointSet;
  /** What this device has delivered for the same thing. */
  readonly mine: Mine | undefined;
  /** What this device has not delivered yet for it. */
  readonly entry: Entry | undefined;
  /** Until when a message that waits is of use, as a date for a sentence; nothing where it may come any time. */
  readonly before: string | undefined;
  /** Whether what the message is for is over. */
  readonly past: boolean;
  /** Draws what stays on top while somebody fills in the form. */
  readonly header: () => TemplateResult;
  readonly heading: (text: unknown, className: string, below?: number) => TemplateResult;
  /** The widget's place among those of its kind on the page, from 1: what a private link names. */
  readonly place: number;
  /** Has the widget draw itself anew; then puts the focus on the first match of `focus`. */
  readonly changed: (focus?: string) => void;
  /** Reads the document anew, because what it counts has changed. */
  readonly refresh: () => void;
  readonly announce: (sentence: string) => void;
  /** Tells the page; `false` when a listener of its own has stopped what would follow. */
  readonly emit: (event: Event) => boolean;
}
