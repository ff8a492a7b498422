/**
 * The only file that names the schema library, so that the choice can be changed in one place.
 *
 * `zod/mini`, because the whole of zod costs four times its bytes; `jitless`, because a compiled check calls
 * `new Function`, which pages with a strict Content-Security-Policy report as a violation.
 */
import * as z from 'zod/mini';

z.config({jitless: true});

export {z};
