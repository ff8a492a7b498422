/** The door of the chunk for people who come back to a signup, or whose plans change. */
import plans from '../../../i18n/locales/en.plans.json';
import {addManageMessages} from '../../../i18n/manage.js';

addManageMessages(plans);

export {findSignup} from './find-signup.js';
export {manage} from './manage.js';
