/** A place that a visitor gave, to see what is near it. It stays in the page: nothing keeps or sends it. */
export interface Spot {
  readonly lat: number;
  readonly lon: number;
  /** How far off it may be, in metres. */
  readonly accuracy: number;
  /** The town that was named; `undefined` where it is the visitor's own place. */
  readonly town?: string;
}
