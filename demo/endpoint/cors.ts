import type {MiddlewareHandler} from 'hono';
import {cors} from 'hono/cors';

/** Seconds for which a browser remembers that it may post here: two hours, the most that Chromium keeps. */
const REMEMBER = 7_200;

/** The host's side: no other website has business there. */
const DESK = /^\/[^/]+\/(?:host\/|pending(?:\/|$)|(?:signups|pledges)\.csv$)/;

const open = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
  allowHeaders: ['Content-Type', 'Idempotency-Key'],
  exposeHeaders: ['Retry-After', 'ETag', 'Date'],
  maxAge: REMEMBER,
});

/**
 * Lets every website read and write here, but for the host's side, because that is what the endpoint is for.
 *
 * Nothing rests on cookies, so an open door gives no one more than they could do with a form of their own.
 * `Retry-After`, `ETag` and `Date` are named because a page on another origin can not see them otherwise.
 */
export const openToAllSites: MiddlewareHandler = (context, next) =>
  DESK.test(context.req.path) ? next() : open(context, next);
