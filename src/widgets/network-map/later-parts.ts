import type {CSSResult} from 'lit';

import type {MapHost} from './map-host.js';
import type {PartName, Parts} from './parts.js';
import {Recall} from './recall.js';

/** The door of a part. */
interface Door {
  open(host: MapHost): Parts[PartName];
  readonly chunkStyles?: CSSResult | readonly CSSResult[];
}

/** Parts that come with a chunk of their own, when they are wanted. */
const DOORS: Readonly<Record<PartName, () => Promise<Door>>> = {
  weaving: () => import('./weaving/index.js'),
  scene: () => import('./scene/index.js'),
  choosing: () => import('./choosing/index.js'),
  graph: () => import('./graph/index.js'),
  hands: () => import('./hands/index.js'),
  card: () => import('./card/index.js'),
  list: () => import('./list/index.js'),
  export: () => import('./export/index.js'),
  near: () => import('./near/index.js'),
  joining: () => import('./joining/index.js'),
  sources: () => import('./source-list/index.js'),
  present: () => import('./present/index.js'),
  tiles: () => import('./land/tiles/index.js'),
};

/** Fetches parts, each once. */
export class LaterParts {
  readonly #host: MapHost;
  readonly #parts: {[Name in PartName]?: Parts[Name]} = {};
  readonly #coming = new Map<PartName, Promise<void>>();
  /** Parts that could not be had when they were asked for last. */
  readonly #missing = new Set<PartName>();

  constructor(host: MapHost) {
    this.#host = host;
    host.addController(new Recall(host));
  }

  /** The part, once it is here. */
  get<Name extends PartName>(name: Name): Parts[Name] | undefined {
    return this.#parts[name];
  }

  /** Whether a part was asked for and can't be had just now. */
  isMissing(name: PartName): boolean {
    return this.#missing.has(name);
  }

  /** The part, fetched if need be; `undefined` where it can't be had just now: the next call asks again. Never rejects. */
  async bring<Name extends PartName>(name: Name): Promise<Parts[Name] | undefined> {
    if (!this.#parts[name]) {
      const coming = this.#coming.get(name) ?? this.#enter(name);
      this.#coming.set(name, coming);
      await coming;
    }
    return this.#parts[name];
  }

  /** Fetches what belongs to what is seen, as to a picture, since the first touch already wants to move it. */
  seen(): void {
    const {scene, present, atlas, tiles} = this.#host;
    // A big screen has a picture of its own.
    if (present && atlas) void this.bring('present');
    if (!scene?.chart) return;
    void this.bring('hands');
    if (tiles) void this.bring('tiles');
  }

  async #enter(name: PartName): Promise<void> {
    try {
      const door = await DOORS[name]();
      for (const {styleSheet} of [door.chunkStyles ?? []].flat())
        this.#host.shadowRoot?.adoptedStyleSheets.push(styleSheet!);
      Object.assign(this.#parts, {[name]: door.open(this.#host)});
      this.#missing.delete(name);
    } catch {
      // A chunk that can't be fetched is a connection that is down.
      this.#coming.delete(name);
      // Drawn once: what is asked for with each drawing would be asked for without end.
      if (this.#missing.has(name)) return;
      this.#missing.add(name);
    }
    this.#host.requestUpdate();
  }
}
