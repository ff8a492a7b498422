/** Every widget with all that it may ever fetch but data, as one classic script. */
import './gathering-signup.js';
import './values-pledge.js';
import './network-map.js';
import {rememberTag} from './context/script-tag.js';

rememberTag(document.currentScript);
