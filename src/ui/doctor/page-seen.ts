/** What only a page can tell of itself: its policy's objections, our script tags, and what a builder left of them. */
import type {PageSeen, Ruin, Violation} from '../../endpoint/diagnosis/observation.js';

/** Names of the files that a page may load us from. */
const OURS = /\/(?:ctg(?:\.classic|\.all)?|gathering-signup|values-pledge|network-map)\.js(?:[?#]|$)/;
/** Our elements. */
export const WIDGETS = 'ctg-gathering-signup,ctg-values-pledge,ctg-network-map';
/** How many pieces of text are looked through for a mapping that has become visible. */
const TEXTS = 5_000;
/** The beginning of an object of JSON, in straight or typographic quotes. */
const JSON_TEXT = /^\s*\{\s*["“”]@?[\w.-]+["“”]\s*:/;
const NAMED = ['endpoint', 'action', 'format', 'mapping', 'defaults'];
const CURLY = /[“”″]/;

const violations: Violation[] = [];

function note(directive: string, blocked: string, policy: string, source: string): void {
  const isAddress = /^https?:/.test(blocked);
  const isOurs =
    isAddress ||
    OURS.test(source) ||
    /\/chunks\/[\w-]+\.js/.test(source) ||
    /trusted-types/.test(directive) ||
    (/^style-src/.test(directive) &&
      document.querySelector('[data-ctg][style],ctg-gathering-signup[style]') !== null);
  // What else the page's policy stops is the page's own affair.
  if (isOurs && !violations.some((one) => one.directive === directive && one.blocked === blocked))
    violations.push({directive, blocked, policy});
}

interface CspReport {
  readonly effectiveDirective: string;
  readonly blockedURL: string;
  readonly originalPolicy: string;
  readonly sourceFile: string | null;
}
let isListening = false;

/** Listens to what the page's policy stops from now on, and hears what it stopped before, where browsers tell. */
export function listen(): void {
  if (isListening) return;
  isListening = true;
  document.addEventListener('securitypolicyviolation', (event) =>
    note(event.effectiveDirective, event.blockedURI, event.originalPolicy, event.sourceFile),
  );
  // Firefox has it since 139 only.
  if (!('ReportingObserver' in globalThis)) return;
  new ReportingObserver(
    (reports) => {
      for (const {body} of reports) {
        const {effectiveDirective, blockedURL, originalPolicy, sourceFile} = body as unknown as CspReport;
        note(effectiveDirective, blockedURL ?? '', originalPolicy, sourceFile ?? '');
      }
    },
    {types: ['csp-violation'], buffered: true},
  ).observe();
}

/** Whether there is anything on the page that is, or becomes, a widget. */
export function hasWidget(): boolean {
  return document.querySelector(`${WIDGETS},[data-ctg]:not(script)`) !== null;
}

/** What can be seen of the page just now. */
export function pageSeen(widget: Element | undefined): PageSeen {
  return {
    url: location.href,
    online: navigator.onLine,
    violations: [...violations],
    scripts: rivals(),
    ruins: [...(hasWidget() ? [] : [{kind: 'no-element'} as const]), ...torn(widget), ...visible()],
  };
}

/** Our script tags, where the page has more than one that does the same, or from more than one place. */
function rivals(): readonly string[] {
  const sources = [...document.scripts].map(({src}) => src).filter((src) => OURS.test(src));
  const paths = sources.map((src) => src.replace(/[?#].*/, ''));
  const names = new Set(paths.map((path) => path.split('/').pop()));
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
  return names.size < sources.length || folders.size > 1 ? sources : sources.slice(0, 1);
}

function torn(widget: Element | undefined): readonly Ruin[] {
  const twin = widget?.closest('[data-ctg]');
  return [widget, twin]
    .flatMap((element) =>
      [...(element?.attributes ?? [])]
        .filter(({name, value}) => NAMED.includes(name.replace('data-', '')) && CURLY.test(value))
        .map(({name, value}) => ({kind: 'torn-attribute', name, value: value.slice(0, 80)}) as const),
    )
    .slice(0, 1);
}

function visible(): readonly Ruin[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let count = 0; count < TEXTS && walker.nextNode(); count++) {
    const {data, parentElement} = walker.currentNode as Text;
    if (JSON_TEXT.test(data) && !parentElement?.closest('script,style,template,noscript,pre,code,textarea'))
      return [{kind: 'visible-json', text: `${data.trim().slice(0, 60)}…`}];
  }
  return [];
}
