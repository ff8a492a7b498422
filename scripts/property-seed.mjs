// Where property tests begin. Of a change it must be said whether it is at fault, so all runs of it draw the same
// examples; `CTG_SEED=random npm test` looks for new ones, and a number in CTG_SEED draws those of another run.
import {randomInt} from 'node:crypto';

const {CTG_SEED: asked = '20261126'} = process.env;

/** The seed for fast-check. */
export const SEED = asked === 'random' ? randomInt(2 ** 31) : Number(asked);
