/** The door of the chunk for people who come back to their group, or whose group has changed. */
import words from '../../../../i18n/locales/en.map-joining-manage.json';
import {addManageMessages} from '../../../../i18n/manage.js';

addManageMessages(words);

export {findGroup} from './find-group.js';
export {manage} from './manage.js';
