import type {TemplateResult} from 'lit';

import type {Desk} from '../../context/desk.js';
import type {Loaded} from '../../endpoint/client.js';
import type {EndpointSet} from '../../endpoint/resolve.js';
import type {Dates} from '../../i18n/dates.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {Entry, Mine} from '../../outbox/entry.js';
import type {Occasion} from './occasion.js';

/** What signing up needs of its widget. Asked anew at every drawing, since language and document change meanwhile. */
export interface SignupScene {
  readonly l: Localizer;
  readonly dates: Dates;
  readonly desk: Desk;
  readonly loaded: Loaded;
  readonly set: EndpointSet;
  readonly all: readonly Occasion[];
  /** The gathering as the document has it now. */
  readonly occasion: Occasion;
  /** What this device has delivered for it. */
  readonly mine: Mine | undefined;
  /** What this device has not delivered yet for it. */
  readonly entry: Entry | undefined;
  /** Draws the name, time and place above the form. */
  readonly header: () => TemplateResult;
  readonly heading: (text: unknown, className: string, below?: number) => TemplateResult;
  /** The widget's place among those of its kind on the page, from 1: what a private link names. */
  readonly place: number;
  /** Opens another gathering. */
  readonly open: (id: string, sign: boolean) => void;
  /** Goes back to the list; `undefined` where there is none. */
  readonly back: (() => void) | undefined;
  /** Goes back to the list or to the gathering's details. */
  readonly leave: () => void;
  /** Has the widget draw itself anew; then puts the focus on the first match of `focus`. */
  readonly changed: (focus?: string) => void;
  /** Reads the document anew, because places were taken or given up. */
  readonly refresh: () => void;
  readonly announce: (sentence: string) => void;
  /** Tells the page; `false` when a listener of its own has stopped what would follow. */
  readonly emit: (event: Event) => boolean;
}
