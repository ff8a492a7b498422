/** The door of the chunk for what people take along: the picture of their flower, a reminder, a badge. */
import badge from '../../../i18n/locales/en.badge.json';
import {addMessages} from '../../../i18n/locales.js';

addMessages('en', badge);

export {renderBadgeCode} from './badge-code.js';
export {renderRhythms} from './reminder.js';
export {shareFlower} from './share.js';
