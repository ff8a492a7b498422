/**
 * The outcome of something that is expected to fail sometimes.
 *
 * Rooms below `ui/` return a `Result` for failures a visitor can meet (offline, a malformed answer) and throw
 * only for programmer mistakes, so a `catch` in this code base always means "bug", never "bad network".
 */
export type Result<Value, Failure> =
  {readonly ok: true; readonly value: Value} | {readonly ok: false; readonly failure: Failure};

export const ok = <Value>(value: Value): Result<Value, never> => ({ok: true, value});

export const fail = <Failure>(failure: Failure): Result<never, Failure> => ({ok: false, failure});
