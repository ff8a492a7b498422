import {html, nothing} from 'lit';

import {buildSteps} from '../../../network/build.js';
import {settle} from '../../../network/layout/settle.js';
import type {Network, NetworkGroup, SourceDocument} from '../../../network/network.js';
import type {MapHost} from '../map-host.js';
import type {WeavingPart} from '../parts.js';
import {FragmentState} from './fragment.js';
import {groupNamed, wholeName} from './group-name.js';

/** Lets the page have its turn. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Makes one network of documents, knows its groups by name, and links to them. */
export class Weaving implements WeavingPart {
  readonly fragment: FragmentState;
  readonly #host: MapHost;

  constructor(host: MapHost) {
    this.#host = host;
    this.fragment = new FragmentState(host);
  }

  async weave(documents: readonly SourceDocument[], signal: AbortSignal): Promise<Network | undefined> {
    return (await settle<Network | void>(buildSteps(documents, Date.now()), {pause, signal})) ?? undefined;
  }

  nameOf(group: number): string {
    const {atlas, readings} = this.#host;
    return wholeName(atlas!.network.groups[group]!, readings);
  }

  named(name: string): NetworkGroup | undefined {
    const {atlas, readings} = this.#host;
    return atlas && groupNamed(atlas.network.groups, readings, name);
  }

  async copyLink(): Promise<void> {
    if (await this.fragment.copy()) this.#host.announce(this.#host.words.t('map.link.copied'));
    else this.#host.changed('.by-hand input');
  }

  /** What came of copying the link, as long as it still leads to what is shown. */
  render(): unknown {
    const {words: l} = this.#host;
    const {copied} = this.fragment;
    if (!copied || copied.link !== this.fragment.linkHere()) return nothing;
    return copied.isCopied
      ? html`<span class="muted" .textContent=${l.t('map.link.copied')}></span>`
      : html`<label class="by-hand"
          ><span .textContent=${l.t('map.link.byHand')}></span
          ><input
            class="search"
            dir="ltr"
            readonly
            .value=${copied.link}
            @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        /></label>`;
  }
}
