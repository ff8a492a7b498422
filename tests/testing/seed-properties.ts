/** Loaded by the page of each browser test: gives fast-check the seed in this module's address. */
import fc from 'fast-check';

fc.configureGlobal({seed: Number(new URL(import.meta.url).searchParams.get('seed'))});
