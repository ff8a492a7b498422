import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** At most this often a document is asked for again, in milliseconds. */
export const MINUTE = 60_000;

/**
 * Has its host read its document again once a minute, as long as somebody can see it.
 *
 * Through the browser's cache: an endpoint that gives its document an ETag answers that nothing has changed.
 */
export class Freshness implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #refresh: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & Element, refresh: () => void) {
    this.#host = host;
    this.#refresh = refresh;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer ??= setTimeout(this.#pass, MINUTE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #pass = (): void => {
    this.#timer = setTimeout(this.#pass, MINUTE);
    const {top, bottom, width} = this.#host.getBoundingClientRect();
    const isSeen = document.visibilityState === 'visible' && width > 0 && bottom > 0 && top < innerHeight;
    if (isSeen) this.#refresh();
  };
}
