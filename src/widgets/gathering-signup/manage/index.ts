/** The door of the chunk for people who come back to a signup, or whose plans change. */
import {addManageMessages} from '../../../i18n/manage.js';

addManageMessages();

export {findSignup} from './find-signup.js';
export {manage} from './manage.js';
