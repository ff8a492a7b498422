/** What the parts that come later can do, as their widget and each other know them. */
import type {Facets} from '../../network/facets.js';
import type {GraphPlacing} from './graph/graph-placing.js';
import type {Chart} from './scene/chart.js';
import type {Stage} from './scene/stage.js';

/** A part that draws something in the widget. */
export interface Drawn {
  /** `undefined` while there is nothing to draw. */
  render(): unknown;
}

/** The picture. */
export interface ScenePart extends Drawn {
  readonly stage: Stage;
  readonly chart: Chart | undefined;
  /** The widget was drawn. */
  updated(): void;
  /** Shows what the widget shows. */
  sync(): void;
}

/** What moves the picture. */
export interface HandsPart extends Drawn {
  /** The picture was painted. */
  painted(): void;
}

/** What lays groups out by their ties. */
export interface GraphPart {
  /** Where the groups of a chart lie; `undefined` while that is worked out, after which `ready` is called. */
  placing(chart: Chart, ready: () => void): GraphPlacing | undefined;
  /** Moves the groups of a placing from where they are on the canvas to where they belong. */
  change(placing: GraphPlacing, from: (group: number) => readonly [x: number, y: number]): void;
}

/** What finds groups. */
export interface ChoosingPart extends Drawn {
  find(): Facets | undefined;
}

/** All of them by name. */
export interface Parts {
  readonly scene: ScenePart;
  readonly hands: HandsPart;
  readonly graph: GraphPart;
  readonly choosing: ChoosingPart;
  readonly card: Drawn;
  readonly list: Drawn;
  readonly sources: Drawn;
  readonly export: Drawn;
}

/** The name of a part. */
export type PartName = keyof Parts;

/** Parts that are opened above the picture or below it, next to what opens them, one at a time. */
export type PanelName = 'choosing' | 'sources' | 'export';
