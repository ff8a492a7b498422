/** The door of the card: what is said of one group. */
import words from '../../../i18n/locales/en.map-card.json';
import choosing from '../../../i18n/locales/en.map-choosing.json';
import needs from '../../../i18n/locales/en.needs.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost} from '../map-host.js';
import {Card} from './card.js';

addMessages('en', {...needs, ...choosing, ...words});

export {cardStyles as chunkStyles} from './card.styles.js';

/** The card of `host`. */
export const open = (host: MapHost): Card => new Card(host);
