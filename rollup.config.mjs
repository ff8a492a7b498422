// What rollup makes of src/. `npm run build` runs it, and makes beside it what is not JavaScript.
import {fileURLToPath} from 'node:url';

import {loaderBuilds, moduleBuild, pageBuild, TAGS} from './scripts/rollup-builds.mjs';

const at = (file) => fileURLToPath(new URL(file, import.meta.url));

export default [
  ...TAGS.map((tag) => pageBuild({input: {[tag]: at(`src/${tag}.ts`)}, dir: at('dist')})),
  ...loaderBuilds({dir: at('dist')}),
  moduleBuild({dir: at('dist/esm')}),
];
