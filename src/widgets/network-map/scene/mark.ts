import type {Cluster} from '../../../network/space/clusters.js';
import type {Bloom} from './blooms.js';

/** A mark as it stands on the canvas. */
export interface Mark {
  readonly cluster: Cluster;
  readonly bloom: Bloom;
  /** Its middle, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly isChosen: boolean;
}
