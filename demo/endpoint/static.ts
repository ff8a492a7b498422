import {readFile, realpath, stat} from 'node:fs/promises';
import {extname, join, sep} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants} from 'node:zlib';
import type {Context} from 'hono';
import {BoundedMap} from '../../src/base/bounded-map.js';
import {answerProblem, NOT_FOUND} from './problems.js';

/** For files under a path with a version in it, which never change. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** What each file is; one that is not named here is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.gs': 'text/plain; charset=utf-8',
  '.php': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
/** Files that shrink. */
const TEXT = /^(?:text\/|application\/(?:geo\+)?json|image\/svg)/;

const compress = promisify(brotliCompress);
const compressed = new BoundedMap<string, Uint8Array>(200);

/**
 * Answers with a file below `folder`, and with nothing that lies outside of it, however the path is written.
 *
 * @param change applied to text files before they are sent, for placeholders
 */
export async function answerFile(
  context: Context,
  folder: string,
  path: string,
  caching: string,
  change?: (text: string) => string,
): Promise<Response> {
  const file = await fileBelow(folder, path);
  const type = file && TYPES[extname(file)];
  if (!file || !type) return answerProblem(context, NOT_FOUND);
  const {mtimeMs, size} = await stat(file);
  const tag = `"${Math.round(mtimeMs).toString(36)}-${size.toString(36)}"`;
  const headers: Record<string, string> = {
    'Content-Type': type,
    'Cache-Control': caching,
    Vary: 'Accept-Encoding',
  };
  if (change) return context.body(change(await readFile(file, 'utf8')), 200, {...headers});
  headers['ETag'] = tag;
  if (context.req.header('If-None-Match') === tag) return context.body(null, 304, headers);
  const bytes = new Uint8Array(await readFile(file));
  if (!TEXT.test(type) || !/\bbr\b/.test(context.req.header('Accept-Encoding') ?? '')) {
    return context.body(bytes, 200, headers);
  }
  const key = `${file} ${tag}`;
  const small =
    compressed.get(key) ??
    new Uint8Array(await compress(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}));
  compressed.set(key, small);
  return context.body(new Uint8Array(small), 200, {...headers, 'Content-Encoding': 'br'});
}

/** The real path of a file below `folder`; undefined for everything else, links that lead out included. */
async function fileBelow(folder: string, path: string): Promise<string | undefined> {
  try {
    const wanted = decodeURIComponent(path);
    if (/[\0\\]/.test(wanted) || wanted.split('/').some((part) => part.startsWith('.'))) return undefined;
    const root = await realpath(folder);
    const file = await realpath(join(root, wanted));
    if (!file.startsWith(root + sep)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    // No such file, or a name no file can have: both are simply not there.
    return undefined;
  }
}
