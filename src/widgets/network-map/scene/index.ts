/** The door of the scene: the picture of the network, and what moves it. */
import words from '../../../i18n/locales/en.map-scene.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost} from '../map-host.js';
import {Scene} from './scene.js';

addMessages('en', words);

export {sceneStyles as chunkStyles} from './scene.styles.js';

/** The scene of `host`. */
export const open = (host: MapHost): Scene => new Scene(host);
