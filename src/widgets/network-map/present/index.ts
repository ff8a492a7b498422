/** The door of the big screen: one question at a time, and a picture that answers it. */
import words from '../../../i18n/locales/en.map-present.json';
import needs from '../../../i18n/locales/en.needs.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost} from '../map-host.js';
import {Present} from './present.js';

addMessages('en', {...needs, ...words});

export {presentStyles as chunkStyles} from './present.styles.js';

/** The big screen of `host`. */
export const open = (host: MapHost): Present => new Present(host);
