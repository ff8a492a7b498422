/** The loader: one tag for every widget of a page, each fetched from beside this file when it is wanted. */
import {rememberTag} from './context/script-tag.js';
import tags from './tags.json';
import {loadWhenNear} from './ui/when-near.js';

rememberTag();
loadWhenNear(tags, (tag, attempt) => {
  const file = new URL(`${tag}.js`, import.meta.url);
  // An import map may hold the hash of exactly this address; under another one nothing would be compared.
  if (!document.querySelector('script[type=importmap]')) {
    // The same version that the page gave to our tag, so that a new one of us never meets an old one of these.
    file.search = new URL(import.meta.url).search;
    // Firefox keeps a failure for as long as the page lives, by address. Servers never see this part of it.
    if (attempt > 1) file.hash = String(attempt);
  }
  return import(file.href);
});
