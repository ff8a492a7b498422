import {define} from '../../ui/define.js';
import {Site} from './site.js';

// The file of each tag brings its own copy along, so a second one on a page is nothing to tell.
if (!customElements.get('ctg-site')) define('ctg-site', Site);

export {Site};
