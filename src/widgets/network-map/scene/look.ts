import type {Cluster} from '../../../network/space/clusters.js';
import type {Pen} from './pen.js';

/** How a picture is to look. */
export interface Look extends Pen {
  /** The group that is selected. */
  readonly chosen: number | undefined;
  /** The mark that the keyboard or the pointer is at. */
  readonly at: Cluster | undefined;
  /** How much wider than usual ties are. */
  readonly ties: number;
  /** Whether it moves just now: then it is painted more plainly. */
  readonly isMoving: boolean;
}
