/** The door of streets: tiles that the page names, behind a press that names whom they come from. */
import words from '../../../../i18n/locales/en.map-tiles.json';
import {addMessages} from '../../../../i18n/locales.js';
import type {MapHost} from '../../map-host.js';
import {Streets} from './streets.js';

addMessages('en', words);

export {streetsStyles as chunkStyles} from './streets.styles.js';

/** The streets of `host`. */
export const open = (host: MapHost): Streets => new Streets(host, () => host.scene?.stage.paint());
