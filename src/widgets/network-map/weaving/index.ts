/** The door of weaving: one network out of what was read, whose ties are known, and links that lead into it. */
import words from '../../../i18n/locales/en.map-weaving.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost} from '../map-host.js';
import {Weaving} from './weaving.js';

addMessages('en', words);

export {weavingStyles as chunkStyles} from './weaving.styles.js';

/** The weaving of `host`. */
export const open = (host: MapHost): Weaving => new Weaving(host);
