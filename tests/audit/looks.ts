import {executeServerCommand} from '@web/test-runner-commands';

/** One way in which somebody may look at a page. */
export interface Look {
  readonly theme: 'light' | 'dark';
  /** Width of the column that the widget stands in, in pixels. */
  readonly width: number;
  /** Size of the page's letters, in pixels. */
  readonly letters: number;
  readonly forced: boolean;
}

const look = (theme: Look['theme'], width: number, letters = 16, own = false): Look => ({
  theme,
  width,
  letters,
  forced: own,
});

const FORCED = [look('light', 320, 16, true), look('light', 900, 16, true)];

/** Whether the visitor's own colours are forced on the page now. */
const forced = (): boolean => matchMedia('(forced-colors: active)').matches;

/**
 * Every look that this engine can give a page: light and dark, narrow and wide, letters of twice the size, and the
 * visitor's own colours where the engine can be told to force them.
 */
export async function looksHere(): Promise<readonly Look[]> {
  // An engine that has forced them from its start cannot show a page without.
  if (forced()) return FORCED;
  const all = [
    look('light', 900),
    look('dark', 900),
    look('light', 320),
    look('dark', 320),
    look('light', 320, 32),
  ];
  const can = await forceColors(true);
  await forceColors(false);
  return can ? [...all, ...FORCED] : all;
}

/** Has the engine force the visitor's colours on the page, or not; whether it does. */
export async function forceColors(on: boolean): Promise<boolean> {
  if (forced() !== on) await executeServerCommand('force-colors', on);
  return forced();
}
