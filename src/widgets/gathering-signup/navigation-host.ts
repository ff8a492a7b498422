import type {ReactiveControllerHost} from 'lit';

import type {Desk} from '../../context/desk.js';
import type {Loaded} from '../../endpoint/client.js';
import type {DeskController} from '../../ui/desk-controller.js';
import type {Occasion} from './occasion.js';
import type {SignupScene} from './signup-scene.js';

/** What the navigation asks its widget. */
export interface NavigationHost extends ReactiveControllerHost, Element {
  /** Id of the gathering the page wants open. */
  gathering: string | undefined;
  layout: string;
  /** Everything there is, and what of it is listed. */
  readonly all: readonly Occasion[];
  readonly listed: readonly Occasion[];
  readonly loaded: Loaded | undefined;
  /** What this device keeps, fetched on first use. Rejects when its chunk can't be had. */
  keep(): Promise<DeskController>;
  signupScene(id: string, desk: Desk): SignupScene | undefined;
  /** Says what became of a private link. */
  tell(notice: 'offline' | 'load.wait' | 'private.gone' | 'manage.unreachable' | undefined): void;
}
