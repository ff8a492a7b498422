import gatherings from '../../i18n/locales/en.gatherings.json';
import {addMessages} from '../../i18n/locales.js';
import {SECTIONS} from '../../protocol/read.js';
import {GATHERINGS} from '../../protocol/gatherings-table.js';
import {define} from '../../ui/define.js';
import {adoptTwins} from '../../ui/twin.js';
import {GatheringSignup} from './gathering-signup.js';

Object.assign(SECTIONS, GATHERINGS);
addMessages('en', gatherings);
define('ctg-gathering-signup', GatheringSignup);
adoptTwins('gathering-signup');

export {GatheringSignup};
