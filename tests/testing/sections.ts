/** Importing this has the reader read every section of a document, as a page with all widgets does. */
import {SECTIONS} from '../../src/protocol/read.js';
import {PLEDGE} from '../../src/protocol/pledge-table.js';
import {GATHERINGS} from '../../src/protocol/gatherings-table.js';

Object.assign(SECTIONS, GATHERINGS, PLEDGE);
