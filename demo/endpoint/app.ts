import {readFileSync} from 'node:fs';
import {Hono} from 'hono';
import {openToAllSites} from './cors.js';
import {type Database, DatabaseAway} from './database.js';
import {documentRoutes} from './routes/documents.js';
import {hostRoutes} from './host/routes.js';
import {Allowance} from './limits.js';
import type {Letters} from './mail/letters.js';
import type {Mail} from './mail/mail.js';
import {answerPage, STYLESHEET} from './pages/layout.js';
import {messagePage} from './pages/message.js';
import {answerProblem, AWAY, BROKEN, NOT_FOUND} from './problems.js';
import {wantsPage} from './request.js';
import {pageRoutes} from './routes/pages.js';
import {groupRoutes} from './routes/groups.js';
import {networkRoutes} from './routes/network.js';
import {pledgeRoutes} from './routes/pledges.js';
import {signupRoutes} from './routes/signups.js';
import {wallRoutes} from './routes/wall.js';
import type {Settings} from './settings.js';
import {VERSION} from './settings.js';
import {answerFile, IMMUTABLE} from './static.js';

/** What every route works with. */
export interface Tools {
  readonly database: Database;
  readonly settings: Settings;
  readonly allowance: Allowance;
  readonly mail: Mail;
  /** Writes the letters about what happens. */
  readonly letters: Letters;
}

/** One stylesheet for all pages: one request, and the last file wins. */
const STYLES = ['pages/pages.css', 'pages/forms.css', 'host/host.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');

/** All routes of the endpoint, without a server around them. */
export function appOf(given: Omit<Tools, 'allowance'>): Hono {
  const {settings, mail} = given;
  const tools: Tools = {...given, allowance: new Allowance(settings.limit)};
  const app = new Hono();
  app.use('*', openToAllSites);
  app.use('*', async (context, next) => {
    // No name here holds U+0000, and PostgreSQL refuses to be asked about one.
    if (context.req.url.includes('%00')) return answerProblem(context, NOT_FOUND);
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
    // Whatever was written may have put letters into the queue; here, so that no route has to remember it.
    if (context.req.method !== 'GET') mail.wake();
  });
  app.get('/', (context) =>
    context.text(
      `The reference endpoint of ctg-widgets ${VERSION}. See /church/ctg.json, /church/g/ and /church/openapi.json.\n`,
    ),
  );
  app.get(STYLESHEET, (context) =>
    context.body(STYLES, 200, {'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache'}),
  );
  app.get('/dist/*', (context) => {
    const path = context.req.path.slice('/dist/'.length);
    const versioned = path.startsWith(`${VERSION}/`);
    return answerFile(
      context,
      settings.dist,
      versioned ? path.slice(VERSION.length + 1) : path,
      versioned ? IMMUTABLE : 'no-cache',
    );
  });
  documentRoutes(app, tools);
  signupRoutes(app, tools);
  pledgeRoutes(app, tools);
  wallRoutes(app, tools);
  networkRoutes(app, tools);
  groupRoutes(app, tools);
  pageRoutes(app, tools);
  hostRoutes(app, tools);
  app.notFound((context) => answerProblem(context, NOT_FOUND));
  app.onError((error, context) => {
    const away = error instanceof DatabaseAway;
    // The stack alone: a database error carries its query and what was asked, names and tokens among it.
    const told = away ? `the database is away: ${error.message}` : error.stack;
    console.error(`ctg-endpoint: ${context.req.method} ${context.req.routePath}`, told);
    const refused = away ? AWAY : BROKEN;
    return wantsPage(context)
      ? answerPage(context, messagePage(refused.problem))
      : answerProblem(context, refused);
  });
  return app;
}
