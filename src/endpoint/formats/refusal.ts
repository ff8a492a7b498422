/** Data of another shape than the one that was named. */
import {nothing} from './draft.js';
import type {Translation} from './format.js';
import {own} from './raw.js';

/** An empty translation. An error that came with a status of 200 is told from data of another kind. */
export function unfit(json: unknown): Translation {
  const isError = ['error', 'errors'].some((key) => {
    const value = own(json, key);
    return typeof value === 'object'
      ? value !== null && Object.keys(value).length > 0
      : typeof value === 'string';
  });
  return nothing(isError ? 'error-inside' : 'not-this-format');
}
