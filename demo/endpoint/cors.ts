import {cors} from 'hono/cors';

/** Seconds for which a browser remembers that it may post here: two hours, the most that Chromium keeps. */
const REMEMBER = 7_200;

/**
 * Lets every website read and write here, because that is what the endpoint is for.
 *
 * Nothing rests on cookies, so an open door gives no one more than they could do with a form of their own.
 * `Retry-After`, `ETag` and `Date` are named because a page on another origin can not see them otherwise.
 */
export const openToAllSites = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
  allowHeaders: ['Content-Type', 'Idempotency-Key'],
  exposeHeaders: ['Retry-After', 'ETag', 'Date'],
  maxAge: REMEMBER,
});
