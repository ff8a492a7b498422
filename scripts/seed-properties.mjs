// Preloaded by Node tests: gives fast-check its seed. The browser tests are given it by their page.
import fc from 'fast-check';

import {SEED} from './property-seed.mjs';

fc.configureGlobal({seed: SEED});
