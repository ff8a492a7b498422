import {createHash} from 'node:crypto';
import type {Context} from 'hono';

/** JSON that a browser keeps and asks about: numbers change by the minute, the text hardly ever. */
export function answerJson(context: Context, value: unknown): Response {
  const body = JSON.stringify(value);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {ETag: tag, 'Cache-Control': 'no-cache'};
  if (context.req.header('If-None-Match') === tag) return context.body(null, 304, headers);
  return context.body(body, 200, {...headers, 'Content-Type': 'application/json; charset=utf-8'});
}
