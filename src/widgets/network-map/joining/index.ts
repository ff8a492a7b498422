/** The door of adding one's own group: by sending it, or as a file to host. */
import {addFormMessages} from '../../../i18n/form.js';
import choosing from '../../../i18n/locales/en.map-choosing.json';
import words from '../../../i18n/locales/en.map-joining.json';
import needs from '../../../i18n/locales/en.needs.json';
import type {MapHost} from '../map-host.js';
import {Joining} from './joining.js';

addFormMessages({...needs, ...choosing, ...words});

export {joiningStyles as chunkStyles} from './joining.styles.js';

/** Adding a group to the map of `host`. */
export const open = (host: MapHost): Joining => new Joining(host);
