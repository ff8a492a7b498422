/** The door of the wall: what people say, page by page. */
import words from '../../../i18n/locales/en.wall.json';
import {addMessages} from '../../../i18n/locales.js';
import type {LaterHost, LaterView} from '../later-host.js';
import {Wall} from './wall.js';

addMessages('en', words);

export {wallStyles as chunkStyles} from './wall.styles.js';

/** The wall of `host`. */
export const open = (host: LaterHost): LaterView => new Wall(host);
