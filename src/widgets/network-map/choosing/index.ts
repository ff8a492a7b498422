/** The door of choosing: what fits the words and the facets, and the facets that are not above the picture. */
import words from '../../../i18n/locales/en.map-choosing.json';
import needs from '../../../i18n/locales/en.needs.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost} from '../map-host.js';
import {Choosing} from './choosing.js';

addMessages('en', {...needs, ...words});

export {choosingStyles as chunkStyles} from './choosing.styles.js';

/** The choosing of `host`. */
export const open = (host: MapHost): Choosing => new Choosing(host);
