import {html, type TemplateResult} from 'lit';

import '../../src/widgets/network-map/index.js';
// Compiled before the first test waits for them: on a busy machine that takes longer than anything is waited for.
import '../../src/widgets/network-map/card/index.js';
import '../../src/widgets/network-map/hands/index.js';
import '../../src/widgets/network-map/list/index.js';
import '../../src/widgets/network-map/scene/index.js';
import '../../src/widgets/network-map/weaving/index.js';
import type {SourceDocument} from '../../src/network/network.js';
import type {NetworkMap} from '../../src/widgets/network-map/network-map.js';
import {eventually} from '../testing/eventually.js';
import {REGION} from '../testing/region.js';
import {Stage} from '../testing/stage.js';

export {REGION, said} from '../testing/region.js';

/** Waits until `check` no longer throws, nor rejects. */
export const until = (check: () => void | Promise<void>): Promise<true> =>
  eventually(async () => {
    await check();
    return true as const;
  });

/** A visitor before one map, and what they see and do there. */
export class MapVisit {
  readonly stage = new Stage();
  #map: NetworkMap | undefined;

  /** Shows a map of `documents`, with whatever is in `template`, and waits until it is there. */
  async see(documents: readonly SourceDocument[] = REGION, view = 'map'): Promise<void> {
    await this.arrive(html`<ctg-network-map view=${view} .documents=${documents}></ctg-network-map>`);
    await this.isReady();
  }

  async arrive(template: TemplateResult): Promise<void> {
    await this.stage.show(html`<div lang=${document.documentElement.lang}>${template}</div>`);
    this.#map = this.stage.find<NetworkMap>('ctg-network-map');
  }

  /** Resolves when the groups are shown, and what moves the picture is here. */
  async isReady(): Promise<void> {
    await until(() => {
      const list = this.map.view === 'list';
      if (!this.root.querySelector(list ? 'table' : '[role=listbox] [role=option]'))
        throw new Error('Not there yet');
    });
  }

  get map(): NetworkMap {
    return this.#map!;
  }

  get root(): ShadowRoot {
    return this.map.shadowRoot!;
  }

  /** Whether nothing stands out of the widget's own box. */
  get fits(): boolean {
    const root = this.root.querySelector('.root')!;
    return root.scrollWidth <= root.clientWidth;
  }

  /** All that is to be read. */
  get text(): string {
    return this.root.querySelector('.root')!.textContent.replace(/\s+/g, ' ');
  }

  /** Waits until `sentence` is to be read. */
  async reads(sentence: string): Promise<void> {
    await until(() => {
      if (!this.text.includes(sentence)) throw new Error(`"${sentence}" is not in: ${this.text}`);
    });
  }

  /** Presses the button or link with exactly this name. */
  async press(name: string): Promise<void> {
    const button = await eventually(() => {
      const found = [...this.root.querySelectorAll<HTMLElement>('button, a')].find(
        (each) => (each.ariaLabel ?? each.textContent).trim() === name,
      );
      if (!found) throw new Error(`There is no "${name}".`);
      return found;
    });
    button.focus();
    button.click();
    await this.stage.settled();
  }

  /** Types into the field for searching. */
  async search(words: string): Promise<void> {
    const field = this.root.querySelector<HTMLInputElement>('input[type=search]')!;
    field.value = words;
    field.dispatchEvent(new Event('input'));
    await this.stage.settled();
  }

  /** What the marks on the picture are called, as it is read out. */
  get marks(): readonly string[] {
    return [...this.root.querySelectorAll('[role=option]')].map(({textContent}) => textContent);
  }

  /** The names in the list, in its order. */
  get listed(): readonly string[] {
    return [...this.root.querySelectorAll('tbody th')].map(({textContent}) => textContent.trim());
  }

  end(): void {
    this.stage.strike();
  }
}
