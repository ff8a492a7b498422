/** Importing this has every English sentence known, as on a page that has fetched every part. */
import {addMessages} from '../../src/i18n/locales.js';
import {english} from './every-locale.js';

addMessages('en', english);
