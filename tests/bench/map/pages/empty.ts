/** Nothing, so that what the browser itself costs is known. */
import {show} from './given.js';

show(() => Promise.resolve());
