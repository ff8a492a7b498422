/** The door of the form's chunk: everything that is needed once somebody pledges, or did on an earlier visit. */
import {addFormMessages} from '../../../i18n/form.js';
import words from '../../../i18n/locales/en.pledge-form.json';

addFormMessages(words);

export {DeskController} from '../../../ui/desk-controller.js';
export {chunkStyles} from './pledge.styles.js';
export {openPledge} from './open-pledge.js';
