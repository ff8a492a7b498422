/** The only schemes a link of ours may have: what a browser opens without running anything. */
const LINKABLE = new Set(['https:', 'http:', 'mailto:', 'tel:']);
/** The only schemes we fetch from, post to, or take a picture from. */
const FETCHABLE = new Set(['https:', 'http:']);

/**
 * `value` as a URL that is safe to put into `href`, or `undefined`.
 *
 * Parsed first and judged by its scheme afterwards, because browsers drop tabs, line breaks and control
 * characters that a pattern over the raw text would trip over (`java\tscript:`).
 */
export function safeUrl(value: unknown, base?: string): URL | undefined {
  const url = parseUrl(value, base);
  return url && LINKABLE.has(url.protocol) ? url : undefined;
}

/** `value` as a URL that may be fetched: http or https, and no name or password inside it. */
export function fetchableUrl(value: unknown, base?: string): URL | undefined {
  const url = parseUrl(value, base);
  return url && FETCHABLE.has(url.protocol) && !url.username && !url.password ? url : undefined;
}

function parseUrl(value: unknown, base: string | undefined): URL | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return URL.canParse(value, base) ? new URL(value, base) : undefined;
}
