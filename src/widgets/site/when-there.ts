import {watch} from '../../ui/watch.js';

const fetchSite = (): Promise<unknown> =>
  import('./index.js').catch(() => addEventListener('online', fetchSite, {once: true}));

/** Registers `<ctg-site>` where the page has one: every file of a tag does, because a page may have any of them. */
export function defineSiteWhenThere(): void {
  watch('ctg-site', fetchSite);
}
