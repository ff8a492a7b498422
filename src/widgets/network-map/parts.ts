/** What the parts that come later can do, as their widget and each other know them. */
import type {Facets} from '../../network/facets.js';
import type {Network, NetworkGroup, SourceDocument} from '../../network/network.js';
import type {projectMercator} from '../../network/space/mercator.js';
import type {Chart} from './scene/chart.js';
import type {Look} from './scene/look.js';
import type {Placing} from './scene/placing.js';
import type {Stage} from './scene/stage.js';
import type {Camera, View} from './scene/view.js';
import type {FragmentState} from './weaving/fragment.js';

/** A part that draws something in the widget. */
export interface Drawn {
  /** `undefined` while there is nothing to draw. */
  render(): unknown;
}

/** What makes one network of documents, knows its groups by name, and links to what is shown. */
export interface WeavingPart extends Drawn {
  /** What the address of the page says, and links in it. */
  readonly fragment: FragmentState;
  /** The network of these documents; `undefined` if it was ended before. Lets the page have its turns. */
  weave(documents: readonly SourceDocument[], signal: AbortSignal): Promise<Network | undefined>;
  /** What a group is known by everywhere. */
  nameOf(group: number): string;
  /** Copies the link to what is shown, or offers it where that is not allowed. */
  copyLink(): Promise<void>;
  /** The group that an id or such a name means. O(n). */
  named(name: string): NetworkGroup | undefined;
}

/** The picture. */
export interface ScenePart extends Drawn {
  readonly stage: Stage;
  readonly chart: Chart | undefined;
  /** The widget was drawn. */
  updated(): void;
  /** Shows what the widget shows. */
  sync(): void;
  /** Looks at the visitor's place, and at what is near it. */
  lookNear(): void;
  /** Looks at a group on the map, as soon as that is seen. */
  lookAt(group: number): void;
  /** Looks at all groups, or where the page says; `anyway`: also where somebody looks elsewhere. */
  lookAtFirst(anyway?: boolean): void;
  /** Paints no more. */
  end(): void;
}

/** What moves the picture. */
export interface HandsPart extends Drawn {
  /** The picture was painted. */
  painted(): void;
}

/** What lays groups out by their ties. */
export interface GraphPart {
  /** Where the groups of a chart lie; `undefined` while that is worked out, after which `ready` is called. */
  placing(chart: Chart, ready: () => void): Placing | undefined;
  /** Moves its groups from where they are on the canvas to where they belong. */
  change(from: (group: number) => readonly [x: number, y: number]): void;
}

/** What finds groups. */
export interface ChoosingPart extends Drawn {
  find(): Facets | undefined;
}

/** What knows how far groups are from a place that the visitor has given. */
export interface NearPart extends Drawn {
  /** The place; `undefined` while none is given. Never the same for two places. */
  readonly spot: object | undefined;
  /** By group: how far it is, in metres, and NaN where it has no place. */
  readonly metres: ArrayLike<number> | undefined;
  /** "3 km", "about 2 mi"; `undefined` where that is not known. */
  distanceOf(group: number): string | undefined;
  /** As a sentence that says from where. */
  saidOf(group: number): string | undefined;
  /** The nearest groups, for beside the picture. */
  renderNearest(): unknown;
  /** From where the map shows the place, and what is near it. */
  camera(view: View, chart: Chart, project: typeof projectMercator): Camera | undefined;
  /** Paints the place on a map. */
  paint(context: CanvasRenderingContext2D, view: View, look: Look, project: typeof projectMercator): void;
}

/** Streets under a map. */
export interface StreetsPart extends Drawn {
  /** Paints them above the land; whether there were any. */
  paint(context: CanvasRenderingContext2D, view: View, look: Look): boolean;
}

/** What adds one's own group. */
export interface JoiningPart extends Drawn {
  /** Shows what an earlier visit has left, if it has left anything. */
  recall(): void;
}

/** What fills a big screen. */
export interface PresentPart extends Drawn {
  /** Fills the screen, the whole of it where the browser lets it. */
  open(): void;
}

/** All of them by name. */
export interface Parts {
  readonly weaving: WeavingPart;
  readonly scene: ScenePart;
  readonly hands: HandsPart;
  readonly graph: GraphPart;
  readonly choosing: ChoosingPart;
  readonly card: Drawn;
  readonly list: Drawn;
  readonly sources: Drawn;
  readonly export: Drawn;
  readonly near: NearPart;
  readonly joining: JoiningPart;
  readonly present: PresentPart;
  readonly tiles: StreetsPart;
}

/** The name of a part. */
export type PartName = keyof Parts;

/** Parts that are opened above the picture or below it, next to what opens them, one at a time. */
export type PanelName = 'choosing' | 'near' | 'sources' | 'export' | 'joining';
