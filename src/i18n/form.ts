/** The sentences that only the form and what follows it need; they travel with the form's chunk. */

import form from './locales/en.form.json';
import {addMessages} from './locales.js';

/** Makes the form's sentences known. Call it where the form's chunk begins. */
export function addFormMessages(): void {
  addMessages('en', form);
}
