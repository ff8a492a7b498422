import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Atlas} from './atlas.js';

/** A map that an address can speak to. */
export interface FragmentHost extends ReactiveControllerHost, Element {
  readonly atlas: Atlas | undefined;
  view: string;
  selectById(id: string | undefined): void;
}

/**
 * What the fragment of the page's address says to one map: `#ctg-map-2=group=ID&view=list` is for the second one.
 *
 * Reads the address and never writes it, since history belongs to the page and its router; links lead to such
 * fragments. Anything else in it is the page's own business.
 */
export class FragmentState implements ReactiveController {
  readonly #host: FragmentHost;

  constructor(host: FragmentHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.read);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.read);
  }

  /** Does what the address says, if it says anything to this map. */
  readonly read = (): void => {
    const {hash} = location;
    if (!hash.startsWith(this.#start)) return;
    const state = new URLSearchParams(hash.slice(this.#start.length));
    this.#host.view = state.get('view') ?? this.#host.view;
    this.#host.selectById(state.get('group') ?? undefined);
  };

  /** The fragment that selects a group. */
  linkTo(group: number): string {
    // With the page's own address, since a page may have another base.
    return `${location.href.split('#')[0]}${this.#start}group=${encodeURIComponent(this.#host.atlas!.network.groups[group]!.id)}`;
  }

  get #start(): string {
    const all = [...document.querySelectorAll(this.#host.localName)];
    return `#ctg-map-${all.indexOf(this.#host) + 1}=`;
  }
}
