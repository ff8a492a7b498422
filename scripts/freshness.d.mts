/** Builds when dist/ is missing or older than what it is made from. */
export function ensureBuilt(): Promise<unknown>;
