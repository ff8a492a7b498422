/** Holds every locale to the keys of English while compiling: one sentence missing is one type error here. */

import type es from './locales/es.json';
import type {AllMessages} from './messages.js';

type Complete<Locale extends AllMessages> = Locale;

/** The locales that say everything there is to say. */
export type CompleteLocales = Complete<typeof es>;
