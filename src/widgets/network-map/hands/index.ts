/** The door of the hands: pointer, touch, wheel and keyboard on the picture, and what is on it for whoever can't see it. */
import words from '../../../i18n/locales/en.map-hands.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost} from '../map-host.js';
import {Hands} from './hands.js';

addMessages('en', words);

export {handsStyles as chunkStyles} from './hands.styles.js';

/** The hands of `host`. */
export const open = (host: MapHost): Hands => new Hands(host);
