import {html, type TemplateResult} from 'lit';

import '../../src/widgets/network-map/index.js';
import type {SourceDocument} from '../../src/network/network.js';
import type {Group} from '../../src/protocol/group.js';
import type {NetworkMap} from '../../src/widgets/network-map/network-map.js';
import {eventually} from '../testing/eventually.js';
import {Stage} from '../testing/stage.js';

/** A document of groups, as a page that has read it itself hands it over. */
export const said = (url: string, ...groups: readonly Group[]): SourceDocument => ({
  url,
  publisher: {id: new URL(url).origin, name: new URL(url).host},
  readAt: Date.now(),
  groups,
});

const place = (label: string, lat: number, lon: number): NonNullable<Group['place']> => ({
  label,
  lat,
  lon,
  precision: 'town',
});

/** Four groups of three sites: one tie that both ends say, one that one says, one that is declined, one without a place. */
export const REGION: readonly SourceDocument[] = [
  said('https://garden.example/ctg.json', {
    id: 'https://garden.example/',
    name: 'Riverside Garden',
    sector: 'social-service',
    needs: ['local-food'],
    place: place('Reno', 39.52, -119.81),
    connections: [
      {to: 'https://bakery.example/', kind: 'supplies'},
      {to: 'https://choir.example/', kind: 'partners'},
    ],
  }),
  said(
    'https://bakery.example/ctg.json',
    {
      id: 'https://bakery.example/',
      name: 'Rail City Bakers',
      sector: 'business',
      needs: ['local-economy'],
      place: place('Fallon', 39.47, -118.78),
      connections: [
        {to: 'https://garden.example/', kind: 'supplied-by'},
        {to: 'https://choir.example/', kind: 'funds'},
      ],
    },
    {id: 'https://radio.example/', name: 'Night Radio', sector: 'resident', place: {label: 'On the air'}},
  ),
  said('https://choir.example/ctg.json', {
    id: 'https://choir.example/',
    name: 'Valley Choir',
    sector: 'religious',
    place: place('Truckee', 39.33, -120.18),
    declines: ['https://bakery.example/'],
  }),
];

/** Waits until `check` no longer throws. */
export const until = (check: () => void): Promise<true> =>
  eventually(() => {
    check();
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
    await this.stage.show(html`<div lang="en">${template}</div>`);
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
