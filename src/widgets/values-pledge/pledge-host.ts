import type {ReactiveControllerHost, TemplateResult} from 'lit';

import type {Loaded} from '../../endpoint/loaded.js';
import type {EndpointSet} from '../../endpoint/resolve.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {OutboxChange} from '../../outbox/entry.js';
import type {PledgeSection} from '../../protocol/pledge.js';
import type {DeskController} from '../../ui/desk-controller.js';

/** What every view of pledges draws from. */
export interface PledgeScene {
  readonly l: Localizer;
  readonly loaded: Loaded;
  readonly section: PledgeSection;
  /** Whether one can pledge here, or only see what others have. */
  readonly open: boolean;
  readonly publisher: string | undefined;
  readonly heading: (text: unknown, className: string, below?: number) => TemplateResult;
}

/** What the form's chunk asks of its widget. */
export interface PledgeHost extends ReactiveControllerHost, HTMLElement {
  /** `person`, `organisation` or `both`. */
  readonly for: string;
  readonly set: EndpointSet | undefined;
  readonly loaded: Loaded | undefined;
  /** Ids of the values that are ticked, in the order of the document. */
  readonly chosen: ReadonlySet<string>;
  readonly kept: DeskController | undefined;
  /** The widget's place among those of its kind on the page, from 1. */
  readonly place: number;
  /** What is drawn from now; `undefined` while there is no document with values in it. */
  scene(): PledgeScene | undefined;
  /** Draws the values to choose from, for a form of its own around them. */
  drawValues(): unknown;
  /** Ticks exactly these values, as an earlier pledge did. */
  choose(ids: Iterable<string>): void;
  /** Has the widget draw itself anew; then puts the focus on the first match of `focus`. */
  changed(focus?: string): void;
  announce(sentence: string): void;
  refresh(): Promise<void>;
}

/** What the form's chunk gives: one visitor's pledge, from the first tick on. */
export interface PledgeFlow {
  /** Whether the values are still to choose from above what `render` draws; otherwise that is all there is. */
  readonly choosing: boolean;
  /** Draws what belongs to a ticked value: one's own words, what others suggest. */
  renderUnder(id: string): unknown;
  /** Draws the fields below the values, or what has become of the pledge. */
  render(): unknown;
  /** Checks what was typed and sends it: what the button of the first view does once this is here. */
  send(): Promise<void>;
  /** Hears what became of a message. */
  hear(change: OutboxChange): void;
}
