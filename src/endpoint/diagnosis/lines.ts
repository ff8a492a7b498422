/** What to paste, for each kind of server and page. */
import type {Line} from './finding.js';

const EXPOSED = 'Retry-After, ETag, Date, Link';

/** Headers that let every page read. `file` is the path of the document, for hosts that set headers by path. */
export function corsLines(file: string): readonly Line[] {
  const paths = `${file}\n  Access-Control-Allow-Origin: *\n  Access-Control-Expose-Headers: ${EXPOSED}`;
  return [
    {
      where: 'Apache: .htaccess',
      text: `Header always set Access-Control-Allow-Origin "*"\nHeader always set Access-Control-Expose-Headers "${EXPOSED}"`,
    },
    {
      where: 'nginx: in the location',
      text: `add_header Access-Control-Allow-Origin "*" always;\nadd_header Access-Control-Expose-Headers "${EXPOSED}" always;`,
    },
    {
      where: 'WordPress: a plugin, or functions.php of the theme',
      text: "add_filter('rest_pre_serve_request', function ($served) { header('Access-Control-Allow-Origin: *'); return $served; }, 20);",
    },
    {where: 'Netlify: _headers', text: paths},
    {where: 'Cloudflare Pages: _headers', text: paths},
    {
      where: 'Google Apps Script: deploy as a web app, "Who has access: Anyone", and end doGet with',
      text: 'return ContentService.createTextOutput(JSON.stringify(answer)).setMimeType(ContentService.MimeType.JSON);',
    },
  ];
}

/** Has a message sent so that browsers ask no leave first. */
export const FORM_LINE: Line = {
  where: 'The page: on the widget, if the endpoint takes forms',
  text: 'data-encoding="form"',
};

/** Headers and an answer for browsers that ask leave first. */
export function preflightLines(headers: string): readonly Line[] {
  const methods = 'GET, POST, PUT, DELETE, OPTIONS';
  return [
    {
      where: 'Apache: .htaccess',
      text: [
        'Header always set Access-Control-Allow-Origin "*"',
        `Header always set Access-Control-Allow-Methods "${methods}"`,
        `Header always set Access-Control-Allow-Headers "${headers}"`,
        'RewriteEngine On',
        'RewriteCond %{REQUEST_METHOD} OPTIONS',
        'RewriteRule ^ - [R=204,L]',
      ].join('\n'),
    },
    {
      where: 'nginx: in the location',
      text: [
        'add_header Access-Control-Allow-Origin "*" always;',
        `add_header Access-Control-Allow-Methods "${methods}" always;`,
        `add_header Access-Control-Allow-Headers "${headers}" always;`,
        'if ($request_method = OPTIONS) { return 204; }',
      ].join('\n'),
    },
    {
      where: 'WordPress: a plugin, or functions.php of the theme',
      text: `add_filter('rest_allowed_cors_headers', function ($headers) { return array_merge($headers, ['${headers.split(', ').join("', '")}']); });`,
    },
  ];
}

/** Shows a page how long it is asked to wait. */
export const EXPOSE_LINES: readonly Line[] = [
  {where: 'Apache: .htaccess', text: 'Header always set Access-Control-Expose-Headers "Retry-After"'},
  {where: 'nginx: in the location', text: 'add_header Access-Control-Expose-Headers "Retry-After" always;'},
  {where: 'Or in the body of the answer', text: '{"code": "slow-down", "retryAfter": 30}'},
];

/** A line of a policy with one source more, the page's own policy at hand. */
export function policyLine(policy: string, directive: string, source: string): Line {
  const parts = policy
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const named = (name: string): number =>
    parts.findIndex((part) => part.toLowerCase().split(/\s+/)[0] === name);
  const own = named(directive);
  // What a page does not name goes by `default-src`, so a new directive has to say that again.
  const fallback = parts[named('default-src')]?.split(/\s+/).slice(1) ?? [];
  const before = own >= 0 ? parts[own]! : [directive, ...fallback].join(' ');
  const after = `${before.replace(/\s'none'/i, '')} ${source}`;
  return {where: 'The page: in its header Content-Security-Policy', text: after};
}

/** The snippet as it should be. */
export const SNIPPET: Line = {
  where: 'The page: paste this form, which builders leave standing',
  text: '<div data-ctg="gathering-signup" data-endpoint="https://YOUR-ENDPOINT/ctg.json"><a href="https://YOUR-ENDPOINT/">See our gatherings</a></div>',
};
