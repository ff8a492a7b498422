import words from '../../i18n/locales/en.map.json';
import sectors from '../../i18n/locales/en.sectors.json';
import {addMessages} from '../../i18n/locales.js';
import {RULES, SECTIONS} from '../../protocol/read.js';
import {isEmail} from '../../protocol/form-rules.js';
import {GROUPS} from '../../protocol/groups-table.js';
import {define} from '../../ui/define.js';
import {adoptTwins} from '../../ui/twin.js';
import {NetworkMap} from './network-map.js';

Object.assign(SECTIONS, GROUPS);
Object.assign(RULES, {email: isEmail});
addMessages('en', {...sectors, ...words});
define('ctg-network-map', NetworkMap);
adoptTwins('network-map');

export {NetworkMap};
