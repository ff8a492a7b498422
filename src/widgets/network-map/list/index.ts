/** The door of the list: the equal of the picture, as a table. */
import words from '../../../i18n/locales/en.map-list.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost} from '../map-host.js';
import {List} from './list.js';

addMessages('en', words);

export {listStyles as chunkStyles} from './list.styles.js';

/** The list of `host`. */
export const open = (host: MapHost): List => new List(host);
