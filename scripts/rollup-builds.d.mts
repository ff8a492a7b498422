import type {OutputOptions, RollupOptions} from 'rollup';

type Build = RollupOptions & {output: OutputOptions};

export const TAGS: readonly string[];
export const MODULES: readonly string[];
export function pageBuild(options: {
  input: Record<string, string>;
  dir: string;
  root?: string;
  version?: string;
}): Build;
export function loaderBuilds(options: {dir: string}): readonly Build[];
export function moduleBuild(options: {dir: string}): Build;
