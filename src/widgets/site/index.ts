import {define} from '../../ui/define.js';
import {Site} from './site.js';

define('ctg-site', Site);

export {Site};
