/** The door of the chunk for people who come back to a pledge, or who change their mind. */
import words from '../../../i18n/locales/en.pledge-manage.json';
import {addManageMessages} from '../../../i18n/manage.js';

addManageMessages(words);

export {findPledge} from './find-pledge.js';
export {manage} from './manage.js';
