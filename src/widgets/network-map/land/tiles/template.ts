import {isLoopback} from '../../../../base/loopback.js';
import {type Result, fail, ok} from '../../../../base/result.js';
import {fetchableUrl} from '../../../../base/safe-url.js';
import type {Tile} from './tiles-in-view.js';

/** Where tiles come from. */
export interface TileAddress {
  /** Who is asked, as a visitor is told. */
  readonly host: string;
  readonly origin: string;
  /** The address of one tile; `isSharp`: of twice as many pixels, where the template has a place for that. */
  of(tile: Tile, isSharp: boolean): string;
}

/**
 * Reads a template as `https://tile.example/{z}/{x}/{y}{r}.png`, or says what is wrong with it. The host has no slot: a
 * visitor is told the name of one, and agrees to that one.
 *
 * @param base address of the page
 * @param allow origins that the page limits its widgets to
 */
export function readTemplate(
  written: string,
  base: string,
  allow: readonly string[] | undefined,
): Result<TileAddress, string> {
  const url = fetchableUrl(written.trim(), base);
  if (!url || /[{}]|%7B/i.test(url.host)) return fail('not an address');
  const template = url.href.replace(/%7B(\w+)%7D/gi, '{$1}');
  if (!['{z}', '{x}', '{y}'].every((slot) => template.includes(slot)))
    return fail('without {z}, {x} and {y}');
  const page = new URL(base);
  const isOwn = url.origin === page.origin;
  const isAtHome = isLoopback(url.hostname) && isLoopback(page.hostname);
  if (url.protocol !== 'https:' && !isOwn && !isAtHome) return fail('not https');
  if (allow && !isOwn && !allow.includes(url.origin)) return fail(`not in data-allow: ${url.origin}`);
  return ok({
    host: url.host,
    origin: url.origin,
    of: ({z, x, y}, isSharp) => {
      const slots: Readonly<Record<string, string>> = {
        z: `${z}`,
        x: `${x}`,
        y: `${y}`,
        r: isSharp ? '@2x' : '',
      };
      return template.replace(/\{([zxyr])\}/g, (_, slot: string) => slots[slot]!);
    },
  });
}
