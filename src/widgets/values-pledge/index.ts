import words from '../../i18n/locales/en.pledge.json';
import {addMessages} from '../../i18n/locales.js';
import {SECTIONS} from '../../protocol/read.js';
import {PLEDGE} from '../../protocol/pledge-table.js';
import {define} from '../../ui/define.js';
import {adoptTwins} from '../../ui/twin.js';
import {ValuesPledge} from './values-pledge.js';

Object.assign(SECTIONS, PLEDGE);
addMessages('en', words);
define('ctg-values-pledge', ValuesPledge);
adoptTwins('values-pledge');

export {ValuesPledge};
