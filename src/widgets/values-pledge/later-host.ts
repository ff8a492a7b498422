import type {ReactiveControllerHost} from 'lit';

import type {EndpointSet} from '../../endpoint/resolve.js';
import type {Loaded} from '../../endpoint/loaded.js';
import type {PledgeScene} from './pledge-host.js';

/** A view that comes with a chunk of its own. */
export interface LaterView {
  /** Reads what it needs besides the document. Never rejects. */
  prepare(set: EndpointSet, loaded: Loaded): Promise<void>;
  render(scene: PledgeScene): unknown;
}

/** What such a view asks of its widget. */
export interface LaterHost extends ReactiveControllerHost, HTMLElement {
  readonly pledge: string | undefined;
  scene(): PledgeScene | undefined;
  changed(focus?: string): void;
  announce(sentence: string): void;
}
