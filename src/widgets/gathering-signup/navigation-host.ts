import type {ReactiveControllerHost} from 'lit';

import type {Loaded} from '../../endpoint/client.js';
import type {EndpointSet} from '../../endpoint/resolve.js';
import type {DeskController} from '../../ui/desk-controller.js';
import type {ListScene} from './list-view.js';
import type {Occasion} from './occasion.js';
import type {ManageChunk} from './signup/manageable.js';

/** What the navigation asks its widget. */
export interface NavigationHost extends ReactiveControllerHost, HTMLElement {
  /** Id of the gathering the page wants open. */
  gathering: string | undefined;
  layout: string;
  mode: string;
  readonly theme: string;
  redirect: string | undefined;
  prefill: string | Readonly<Record<string, string>> | undefined;
  noStructuredData: boolean;
  /** Everything there is, and what of it is listed. */
  readonly all: readonly Occasion[];
  readonly listed: readonly Occasion[];
  readonly loaded: Loaded | undefined;
  /** What this device keeps, fetched on first use. Rejects when its chunk can't be had. */
  keep(): Promise<DeskController>;
  readonly kept: DeskController | undefined;
  readonly set: EndpointSet | undefined;
  scene(): Omit<ListScene, 'occasions'>;
  announce(sentence: string): void;
  refresh(): Promise<void>;
  /** Says what became of a private link. */
  tell(notice: 'offline' | 'load.wait' | 'private.gone' | 'manage.unreachable' | undefined): void;
}

/** What is shown of a signup, as far as it matters outside of it. */
export interface Shown {
  readonly phase: {readonly is: string};
}

/** What the chunks may ask of the navigation. */
export interface Wayfinder {
  readonly host: NavigationHost;
  /** The widget's place among those of its kind on the page, from 1. */
  readonly number: number;
  /** What the visitor is looking at. */
  readonly place: {readonly at: string; readonly id?: string; readonly signup?: Shown};
  /** The way back to the list; none where there is no list to go back to. */
  readonly back: (() => void) | undefined;
  /** Fetches what only people need who come back, or whose plans change. Rejects when it can't be had. */
  fetchManage(): Promise<ManageChunk>;
  /** Opens a gathering, to read or to sign up at once. */
  open(id: string, sign: boolean): void;
  /** Shows a form or what came of it, or keeps it while the gathering is shown. Moves no focus. */
  show(shown: {readonly id: string; readonly signup: Shown}, at?: 'signup' | 'gathering'): void;
  /** Puts the focus on the first match of `selector` after the next drawing in which there is one. */
  focus(selector: string | undefined): void;
}
