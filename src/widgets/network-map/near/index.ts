/** The door of what is near: how far groups are from a place that the visitor gives. */
import words from '../../../i18n/locales/en.map-near.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost} from '../map-host.js';
import {Near} from './near.js';

addMessages('en', words);

export {nearStyles as chunkStyles} from './near.styles.js';

/** What is near, for `host`. */
export const open = (host: MapHost): Near => new Near(host);
