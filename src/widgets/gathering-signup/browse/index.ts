/** The door of the chunk that cards, the month, facets, steps and series come with. */
import {addBrowseMessages} from '../../../i18n/browse.js';

addBrowseMessages();

export {Browse} from './browse.js';
