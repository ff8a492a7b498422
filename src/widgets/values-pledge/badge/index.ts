/** The door of the badge: what an organisation promised, as far as the endpoint confirms it. */
import words from '../../../i18n/locales/en.badge.json';
import {addMessages} from '../../../i18n/locales.js';
import type {LaterHost, LaterView} from '../later-host.js';
import {Badge} from './badge.js';

addMessages('en', words);

export {badgeStyles as chunkStyles} from './badge.styles.js';

/** The badge of `host`. */
export const open = (host: LaterHost): LaterView => new Badge(host);
