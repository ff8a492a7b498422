/** OGC API Features (OGC 17-069r4): GeoJSON in pages, from a server that filters by box and time. */
import type {Draft} from './draft.js';
import {translateFeatures} from './features.js';
import type {Format, Source} from './format.js';
import {countOf, listOf, own, wordIn} from './raw.js';
import {SHAPES} from './shapes.js';

/** Where a page begins: these belong to a page and not to the question. */
const POSITION = new Set(['offset', 'startindex', 'start', 'page', 'cursor', 'token', 'next']);

/** Reads OGC API Features. */
export const ogcFeatures: Format = {
  name: 'ogc-features',
  matches: SHAPES['ogc-features']!,
  translate: (source, now) =>
    translateFeatures(source, now, (features, draft) => nextPage(source, features, draft)),
};

/** The next page, asked the same question; none after an empty page. */
function nextPage(source: Source, features: readonly unknown[], draft: Draft): string | undefined {
  const links = listOf(own(source.json, 'links')).filter((link) => own(link, 'rel') === 'next');
  const link = links.find((each) => /json/.test(wordIn(own(each, 'type')))) ?? links[0];
  const href = own(link, 'href');
  const next = typeof href === 'string' && features.length > 0 ? sameQuestion(href, source.url) : undefined;
  const matched = countOf(own(source.json, 'numberMatched'));
  // Asked for a thousand, some servers give a hundred in silence.
  if (!next && matched !== undefined && matched > features.length && !isLater(source.url))
    draft.leave('/numberMatched', 'cut-short');
  return next;
}

function isLater(url: string): boolean {
  return (
    URL.canParse(url) && [...new URL(url).searchParams.keys()].some((key) => POSITION.has(key.toLowerCase()))
  );
}

/** The address of the next page, with what the server forgot of our question: MapServer drops `bbox`, and leaves the box. */
function sameQuestion(href: string, here: string): string | undefined {
  if (!URL.canParse(href, here)) return undefined;
  const next = new URL(href, here);
  if (URL.canParse(here)) {
    for (const [key, value] of new URL(here).searchParams)
      if (!next.searchParams.has(key) && !POSITION.has(key.toLowerCase()))
        next.searchParams.append(key, value);
  }
  return next.href === here ? undefined : next.href;
}
