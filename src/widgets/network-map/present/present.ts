import type {ReactiveController} from 'lit';

import type {MapHost} from '../map-host.js';
import type {PresentPart} from '../parts.js';
import {Wall} from './wall.js';

/** Fills a big screen for as long as the widget says so, and puts everything back after it. */
export class Present implements PresentPart, ReactiveController {
  readonly #host: MapHost;
  #wall: Wall | undefined;
  /** Whether a press asks for the whole screen; a browser gives it to a press alone. */
  #wantsAll = false;

  constructor(host: MapHost) {
    this.#host = host;
    host.addController(this);
  }

  open(): void {
    this.#wantsAll = true;
    this.#host.present = true;
  }

  render(): HTMLElement | undefined {
    if (!this.#host.present) return undefined;
    this.#wall ??= new Wall(this.#host, () => this.#close());
    return this.#wall.dialog;
  }

  hostUpdated(): void {
    if (!this.#host.present) this.#close();
    this.#wall?.shown(this.#wantsAll);
    this.#wantsAll = false;
  }

  hostConnected(): void {
    // What was taken away and put elsewhere is to be seen there as it was.
    if (this.#host.present) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#wall?.end();
    this.#wall = undefined;
  }

  #close(): void {
    if (!this.#wall) return;
    this.#wall.end();
    this.#wall = undefined;
    this.#host.present = false;
    this.#host.removeAttribute('present');
    // To where it was opened, or could have been.
    this.#host.changed('.screen');
  }
}
