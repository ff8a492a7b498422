import type {ReactiveControllerHost, TemplateResult} from 'lit';

import type {ListScene} from './list-view.js';
import type {Occasion} from './occasion.js';

/** What draws the list once its chunk is here. */
export interface Browser {
  render(scene: Omit<ListScene, 'occasions'>, occasions: readonly Occasion[]): TemplateResult;
}

/** What the list asks of its widget. */
export interface BrowsingHost extends ReactiveControllerHost, Element {
  layout: string;
  limit: number | undefined;
  showPast: boolean;
  browse: Browser | undefined;
  coming: Promise<void> | undefined;
  scene(): Omit<ListScene, 'occasions'>;
  announce(sentence: string): void;
}
