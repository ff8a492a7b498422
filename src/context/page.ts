/** What a page provides to its widgets before anybody sends anything. */
import {Client} from '../endpoint/client.js';

/** Reads documents, each once for all widgets of this page and copy. */
export const client = new Client();
