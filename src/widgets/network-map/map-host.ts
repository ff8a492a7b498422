import type {ReactiveControllerHost, TemplateResult} from 'lit';

import type {EndpointSet} from '../../endpoint/resolve.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {Chosen} from '../../network/facets.js';
import type {SourceDocument} from '../../network/network.js';
import type {Sketch} from '../../network/sketch.js';
import type {Atlas} from './atlas.js';
import type {PanelName, PartName, Parts} from './parts.js';
import type {Source} from './sources.js';
import type {MapView} from './views.js';

/** What the parts of the map that come later ask of their widget. */
export interface MapHost extends ReactiveControllerHost, HTMLElement {
  readonly words: Localizer;
  view: string;
  readonly center: string | undefined;
  readonly zoom: number | undefined;
  readonly outline: string | undefined;
  /** Template of the addresses of tiles, whether they need no press, and who made them. */
  readonly tiles: string | undefined;
  readonly tilesConsent: boolean;
  readonly tilesCredit: string | undefined;
  readonly renderRoot: ParentNode;
  /** The picture, once there is one. */
  readonly scene: Parts['scene'] | undefined;
  /** What is seen before there is one. */
  readonly glance: {render(atlas: Atlas<Sketch>): TemplateResult};
  /** The network; `undefined` before anything was read. */
  readonly atlas: Atlas | undefined;
  /** The network; before it is there, a sketch of it, where there is one. */
  readonly shown: Atlas<Sketch> | undefined;
  /** The set of the site's own endpoint, where it has one. */
  readonly set: EndpointSet | undefined;
  /** Where the reading of each document stands. */
  readonly sourceList: readonly Source[];
  /** Documents that the page has read itself. */
  readonly documents: readonly SourceDocument[];
  /** The documents of the network, in the order in which its groups name them. */
  readonly readings: readonly SourceDocument[];
  /** What groups are chosen by. */
  readonly chosen: Chosen;
  /** The group that is selected, by its place in the network. */
  readonly selected: number | undefined;
  /** Groups on one spot of which one can be selected. */
  readonly together: readonly number[];
  /** Selects a group in all views, or none. `focus`: puts the focus on what is said of it. */
  select(group: number | undefined, focus?: boolean): void;
  /** Offers groups that are drawn on one spot. */
  offer(groups: readonly number[]): void;
  /** Its place among the maps of the page, from 1: what a link in the address of the page names. */
  readonly place: number;
  selectById(id: string | undefined): void;
  /** What is opened above the picture or below it. */
  readonly panel: PanelName | undefined;
  /** Opens a panel above the picture, closes it if it is open; one at a time. */
  toggle(panel: PanelName): void;
  /** Shows another view. */
  show(view: MapView): void;
  /** Shows the groups that fit alone. */
  choose(chosen: Chosen): void;
  /** Draws anew, then puts the focus on the first match of `focus`. */
  changed(focus?: string): void;
  /** Fetches a part; `undefined` where it can't be had just now. */
  bring<Name extends PartName>(name: Name): Promise<Parts[Name] | undefined>;
  /** A part that has come. */
  later<Name extends PartName>(name: Name): Parts[Name] | undefined;
  announce(sentence: string): void;
  refresh(): Promise<void>;
  /** Whether a big screen is filled with it. */
  present: boolean;
  readonly heading: (text: unknown, className: string, below?: number) => TemplateResult;
}

/** What a scene asks of whoever shows it: the widget, or a big screen. */
export type SceneHost = Pick<
  MapHost,
  | 'words'
  | 'atlas'
  | 'shown'
  | 'view'
  | 'selected'
  | 'center'
  | 'zoom'
  | 'outline'
  | 'renderRoot'
  | 'scene'
  | 'bring'
  | 'later'
  | 'dispatchEvent'
>;
