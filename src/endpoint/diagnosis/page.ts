/** What is wrong with the page that a widget is on. */
import {isLoopback} from '../../base/loopback.js';
import {failureFindings} from './failures.js';
import {finding, type Finding, type FindingCode} from './finding.js';
import {policyLine, SNIPPET} from './lines.js';
import type {Observations, PageSeen, Ruin, Violation} from './observation.js';

/** Everything wrong with the page, and with how the endpoint is named on it. */
export function pageFindings(seen: Observations): readonly Finding[] {
  const {page, setFailure, set, origin} = seen;
  return [
    ...(setFailure ? failureFindings(setFailure, '') : []),
    ...(set?.endpoint ? privateFindings(set.endpoint, origin) : []),
    ...(page ? policyFindings(page, [set?.endpoint, set?.action]) : []),
    ...(page && page.scripts.length > 1 ? [twoScripts(page.scripts)] : []),
    ...(page?.ruins ?? []).map(ruinFinding),
  ];
}

/** Addresses that mean another machine, or none, for every visitor. */
const PRIVATE =
  /^(?:10(?:\.\d+){3}|(?:192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)(?:\.\d+){2}|\[(?:f[cd]|fe[89ab])[^\]]*\]|.+\.(?:local|lan|internal|home\.arpa|test))$/;

function privateFindings(endpoint: string, origin: string): readonly Finding[] {
  if (!URL.canParse(endpoint) || endpoint.startsWith('mock:')) return [];
  const {hostname} = new URL(endpoint);
  const here = URL.canParse(origin) ? new URL(origin).hostname : '';
  if (
    !(isLoopback(hostname) && !isLoopback(here)) &&
    !(PRIVATE.test(hostname) && !PRIVATE.test(here) && !isLoopback(here))
  )
    return [];
  const why = isLoopback(hostname)
    ? 'is every visitor’s own device'
    : 'can be reached in your own network alone';
  return [
    finding(
      'private-address',
      'breaks',
      'webmaster',
      `${hostname} ${why}, so the widget works for nobody else: name an address that the internet knows.`,
      [SNIPPET],
    ),
  ];
}

const POLICIES: ReadonlyArray<readonly [RegExp, FindingCode, string]> = [
  [/^connect-src/, 'csp-connect', 'connect-src'],
  [/^script-src/, 'csp-script', 'script-src'],
  [/^style-src/, 'csp-style', 'style-src'],
  [/^(?:require-)?trusted-types/, 'csp-trusted-types', 'trusted-types'],
];

/** What the page's policy stopped. Of what has nothing to do with us only our own files and endpoint count. */
function policyFindings(
  {violations, scripts}: PageSeen,
  ours: ReadonlyArray<string | undefined>,
): readonly Finding[] {
  const origins = new Set(
    [...ours, ...scripts].flatMap((url) => (url && URL.canParse(url) ? [new URL(url).origin] : [])),
  );
  const found = new Map<string, Finding>();
  for (const violation of violations) {
    const {directive, blocked} = violation;
    const isAddress = URL.canParse(blocked) && /^https?:/.test(blocked);
    if (isAddress && !origins.has(new URL(blocked).origin)) continue;
    const made = policyFinding(violation, isAddress ? new URL(blocked).origin : undefined);
    found.set(`${directive} ${isAddress ? new URL(blocked).origin : blocked}`, made);
  }
  return [...found.values()];
}

function policyFinding({directive, blocked, policy}: Violation, origin: string | undefined): Finding {
  const [, code, name] =
    POLICIES.find(([pattern]) => pattern.test(directive)) ?? ([/./, 'csp-other', directive] as const);
  if (code === 'csp-connect')
    return finding(
      code,
      'breaks',
      'webmaster',
      `The page’s Content-Security-Policy does not let it speak to ${origin ?? blocked}.`,
      [policyLine(policy, name, origin ?? blocked)],
    );
  if (code === 'csp-script')
    return finding(
      code,
      'breaks',
      'webmaster',
      `The page’s Content-Security-Policy does not let a script run (${blocked}), and parts of the widget may be missing.`,
      [policyLine(policy, name, origin ?? "'self'")],
    );
  if (code === 'csp-style')
    return finding(
      code,
      'hurts',
      'webmaster',
      `The page’s Content-Security-Policy stops a style (${blocked}, ${directive}): probably the height in the attribute style of the snippet. Put the height into the style sheet of the page instead.`,
      [{where: 'The page: in its style sheet', text: '[data-ctg] { min-height: 24em }'}],
    );
  if (code === 'csp-trusted-types')
    return finding(
      code,
      'breaks',
      'webmaster',
      'The page’s Content-Security-Policy does not permit the policy "lit-html", without which nothing can be drawn.',
      [{where: 'The page: in its header Content-Security-Policy', text: 'trusted-types lit-html'}],
    );
  return finding(
    code,
    'hurts',
    'webmaster',
    `The page’s Content-Security-Policy stopped ${blocked} (${directive}).`,
    origin ? [policyLine(policy, name, origin)] : [],
  );
}

function twoScripts(scripts: readonly string[]): Finding {
  return finding(
    'two-scripts',
    'note',
    'webmaster',
    `The page loads our files ${scripts.length} times (${scripts.join(', ')}). The first one serves the page; take the others away, and update all of them together.`,
  );
}

function ruinFinding(ruin: Ruin): Finding {
  switch (ruin.kind) {
    case 'no-element':
      return finding(
        'builder',
        'breaks',
        'webmaster',
        'Our script runs here, and there is no widget on the page: the builder has removed the tag, and at best left the link that was inside.',
        [SNIPPET],
      );
    case 'visible-json':
      return finding(
        'builder',
        'breaks',
        'webmaster',
        `The JSON of a mapping stands as text on the page (${ruin.text}): the builder has removed the <script> around it. Write it into an attribute, with &gt; for > and &quot; for quotes.`,
        [{where: 'The page: on the widget', text: "data-mapping='{…}'"}],
      );
    case 'torn-attribute':
      return finding(
        'builder',
        'breaks',
        'webmaster',
        `The attribute ${ruin.name} has typographic quotes in it (${ruin.value}): the builder took it for text. Use the block for raw HTML, and write &gt; for >.`,
        [SNIPPET],
      );
  }
}
