/** The door of the sources: which documents the network is made of, and what became of each. */
import words from '../../../i18n/locales/en.map-sources.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost} from '../map-host.js';
import {SourceList} from './source-list.js';

addMessages('en', words);

export {sourceListStyles as chunkStyles} from './source-list.styles.js';

/** The sources of `host`. */
export const open = (host: MapHost): SourceList => new SourceList(host);
