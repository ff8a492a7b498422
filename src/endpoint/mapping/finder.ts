/** Finds a value in another; `null` or `undefined` where there is none. */
export type Finder = (value: unknown) => unknown;
