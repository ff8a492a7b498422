import {run, type Terminal} from '../../src/command/run.js';

/** What a run came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command in this process, as on a terminal without colours unless told otherwise. */
export async function ctg(args: readonly string[], more: Partial<Terminal> = {}): Promise<Ran> {
  const said = {out: '', error: ''};
  const code = await run(args, '0.0.0', {
    out: (text) => (said.out += text),
    error: (text) => (said.error += text),
    isTerminal: false,
    environment: {},
    input: () => Promise.resolve(''),
    ...more,
  });
  return {code, ...said};
}
