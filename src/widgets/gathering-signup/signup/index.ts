/** The door of the signup chunk: everything that is needed once somebody signs up, or did on an earlier visit. */
import {addFormMessages} from '../../../i18n/form.js';
import signup from '../../../i18n/locales/en.signup.json';

addFormMessages(signup);

export {DeskController} from '../../../ui/desk-controller.js';
export {chunkStyles} from './signup.styles.js';
export {openSignup} from './open-signup.js';
export {renderWaiting} from '../../../ui/sending/waiting-view.js';
