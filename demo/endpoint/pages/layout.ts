import type {Context} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import {html, type Markup, type Part} from './html.js';

/** One page: its title, what stands above it, and its body. */
export interface Page {
  readonly title: string;
  readonly site: string;
  /** Where the line at the top leads. */
  readonly home: string;
  readonly body: Markup;
  readonly status?: ContentfulStatusCode;
  readonly lang?: string;
}

/** Where the pages' one stylesheet is. */
export const STYLESHEET = '/pages.css';

/** Headers that leave a page of ours nothing to run, nothing to load elsewhere, and no frame to be hidden in. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  Vary: 'Accept',
};

/** Sends a page: no script, no third party, readable on a phone and on paper. */
export function answerPage(context: Context, page: Page): Response {
  return context.body(write(page).text, page.status ?? 200, {...HEADERS});
}

function write({title, site, home, body, lang}: Page): Markup {
  return html`<!doctype html>
    <html lang="${lang ?? 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="${STYLESHEET}" />
      </head>
      <body>
        <header class="top"><a href="${home}">${site}</a></header>
        <main>${body}</main>
      </body>
    </html>`;
}

/** A note: a tint, a mark and a sentence; never colour alone. */
export function note(kind: Kind, title: Part, text?: Part, id?: string): Markup {
  return noteUnder(html`<h2>${title}</h2>`, kind, text, id);
}

/** A note that says what the whole page is about: its title is the page's. */
export function verdict(kind: Kind, title: Part, text?: Part): Markup {
  return noteUnder(html`<h1>${title}</h1>`, kind, text);
}

type Kind = 'ok' | 'wait' | 'bad';

function noteUnder(heading: Markup, kind: Kind, text?: Part, id?: string): Markup {
  return html`<div class="note ${kind}" ${id ? html`id="${id}" tabindex="-1" autofocus` : ''}>
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
      <circle cx="12" cy="12" r="9.5" />
      ${MARKS[kind]}
    </svg>
    <div>${heading} ${text}</div>
  </div>`;
}

const MARKS: Readonly<Record<Kind, Markup>> = {
  ok: html`<path d="m7.5 12.5 3 3 6-7" />`,
  wait: html`<path d="M12 6.5V12l4 2.5" />`,
  bad: html`<path d="M12 6.5v7M12 16.5v1" />`,
};
