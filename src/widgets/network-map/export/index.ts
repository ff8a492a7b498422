/** The door of the export: what is shown, as files. */
import words from '../../../i18n/locales/en.map-export.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost} from '../map-host.js';
import {Export} from './export.js';

addMessages('en', words);

/** The export of `host`. */
export const open = (host: MapHost): Export => new Export(host);
