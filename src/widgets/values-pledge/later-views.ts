import type {LaterHost, LaterView} from './later-host.js';

const DOORS = {
  wall: () => import('./wall/index.js'),
  badge: () => import('./badge/index.js'),
};

/** Fetches the wall and the badge where a page wants one, because most pages want the values or the number. */
export class LaterViews {
  readonly #host: LaterHost;
  readonly #views = new Map<string, LaterView>();
  readonly #coming = new Map<string, Promise<void>>();

  constructor(host: LaterHost) {
    this.#host = host;
  }

  /** The view called `name`, once it is here. */
  get(name: string): LaterView | undefined {
    return this.#views.get(name);
  }

  /** Whether there is a view of that name at all. */
  has(name: string): name is keyof typeof DOORS {
    return Object.hasOwn(DOORS, name);
  }

  /** Resolves when the view called `name` is here, or can't be had just now; the next call then asks again. */
  bring(name: string): Promise<void> {
    if (!this.has(name) || this.#views.has(name)) return Promise.resolve();
    const coming =
      this.#coming.get(name) ??
      DOORS[name]().then(
        ({open, chunkStyles}) => {
          this.#host.shadowRoot?.adoptedStyleSheets.push(chunkStyles.styleSheet!);
          this.#views.set(name, open(this.#host));
        },
        () => void this.#coming.delete(name),
      );
    this.#coming.set(name, coming);
    return coming;
  }
}
