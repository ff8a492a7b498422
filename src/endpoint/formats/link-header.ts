/** The next page by the `Link` header (RFC 8288), where an endpoint lets a page see it. */
import {safeUrl} from '../../base/safe-url.js';
import type {Source} from './format.js';

/** The absolute address of the next page. */
export function nextOf({link, url}: Source): string | undefined {
  if (!link || link.length > 10_000) return undefined;
  for (const part of link.split(/,(?=\s*<)/)) {
    const [, href, rest = ''] = /^\s*<([^>]*)>(.*)$/s.exec(part) ?? [];
    if (href && /;\s*rel\s*=\s*"?(?:[^";]*\s)?next[\s";]|;\s*rel\s*=\s*next\s*$/i.test(rest))
      return safeUrl(href, url)?.href;
  }
  return undefined;
}
