export interface FoundBrowser {
  path: string;
  version: string;
  env: Record<string, string>;
  how: 'told' | 'installed' | 'carried';
}

export const NO_CHROMIUM: string;
export const CHROMIUM_ARGS: string[];
export const FIREFOX_PREFS: Record<string, string | boolean>;
export function findChromium(): Promise<FoundBrowser | undefined>;
export function findFirefox(): FoundBrowser | undefined;
