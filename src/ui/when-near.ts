import {backoff} from '../base/backoff.js';
import {hasOutbox} from '../outbox/exists.js';
import {watch} from './watch.js';

/**
 * How far outside of what a visitor sees an element may be when its file is fetched: half a screen, counted for the
 * page and for every box in it that scrolls. Chromium counts the page twice.
 */
const AHEAD = '50%';

/** The first loader of a page does the work of all; a second one, of whatever version, finds this here. */
const PLACE = Symbol.for('ctg.loader');

/**
 * Fetches the file of each widget in `names` when the first of its elements, or of their twins, nears the viewport.
 *
 * At once where waiting would be wrong: for an element without a box (a page may hide what is not defined yet, and
 * nothing ever nears there), on paper, for an address that speaks to a widget, and on a device that keeps a signup,
 * which may wait to be sent. A file that can't be had leaves the page as it is and is asked for again.
 *
 * Sees what a single-page site adds later; does not see into shadow roots.
 *
 * @param load fetches and runs a widget's file; `attempt` counts from 1
 */
export function loadWhenNear(
  names: readonly string[],
  load: (name: string, attempt: number) => Promise<unknown>,
): void {
  const page = globalThis as {[place: symbol]: unknown};
  if (page[PLACE]) return;
  page[PLACE] = true;

  const selectorOf = (name: string): string => `ctg-${name},[data-ctg="${name}"]:not(script)`;
  const all = names.map(selectorOf).join();
  const asked = new Set<string>();
  let kept = false;

  const want = (element: Element): void => {
    const name = names.find((each) => element.matches(selectorOf(each)))!;
    if (asked.has(name)) return;
    asked.add(name);
    fetchFile(name, 1);
  };
  const fetchFile = (name: string, attempt: number): void => {
    // Its own tag may have brought it meanwhile.
    if (customElements.get(`ctg-${name}`)) return;
    load(name, attempt).catch((error: unknown) => {
      if (attempt === 1)
        console.warn(`<ctg-${name}> could not be fetched. Its link stays, and it is tried again.`, error);
      const again = (): void => {
        clearTimeout(timer);
        removeEventListener('online', again);
        fetchFile(name, attempt + 1);
      };
      const timer = setTimeout(again, backoff(attempt));
      addEventListener('online', again);
    });
  };
  const wantAll = (): void => {
    for (const element of document.querySelectorAll(all)) want(element);
  };

  const near = new IntersectionObserver(
    (entries) => {
      for (const {isIntersecting, target} of entries)
        if (isIntersecting || target.checkVisibility?.() === false) want(target);
    },
    {rootMargin: AHEAD, scrollMargin: AHEAD},
  );
  const isAddressed = (): boolean => location.hash.startsWith('#ctg-');
  watch(all, (element) => {
    if (kept || isAddressed() || matchMedia('print').matches) want(element);
    else near.observe(element);
  });
  addEventListener('hashchange', () => isAddressed() && wantAll());
  addEventListener('beforeprint', wantAll);
  void hasOutbox().then((found) => {
    kept = found;
    if (kept) wantAll();
  });
}
