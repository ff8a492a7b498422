/** Writes what search engines read into the page. Fetched in idle time, when the list is there. */
import {html, render, type ReactiveController} from 'lit';

import {structuredData} from '../../../files/structured-data.js';
import type {NavigationHost} from '../navigation-host.js';

const writers = new WeakMap<NavigationHost, Writer>();
/** Those whose widget is in the page: one of them may have left the writing to another. */
const present = new Set<Writer>();

/** Writes what `host` lists as schema.org events into the page's head, in place of what it wrote before. */
export function describe(host: NavigationHost): void {
  const known = writers.get(host);
  if (known) known.write();
  else writers.set(host, new Writer(host));
}

/** The script of one widget: there while the widget is. */
class Writer implements ReactiveController {
  readonly #host: NavigationHost;
  #script: HTMLScriptElement | undefined;
  #endpoint = '';

  constructor(host: NavigationHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    present.add(this);
    this.write();
  }

  hostDisconnected(): void {
    present.delete(this);
    if (!this.#script) return;
    this.#erase();
    for (const other of present) if (other.#endpoint === this.#endpoint) other.write();
  }

  write(): void {
    const {listed, loaded, noStructuredData, isConnected} = this.#host;
    this.#erase();
    if (!loaded || !isConnected || noStructuredData) return;
    this.#endpoint = loaded.url;
    // Said by another widget of the page, of this copy of ours or of another.
    if (scripts().some(({dataset}) => dataset['endpoint'] === this.#endpoint)) return;
    const page = pageForAll();
    const text = structuredData(
      listed.map((occasion) => ({
        ...occasion,
        url: `${page}#ctg-gathering=${encodeURIComponent(occasion.gathering.id)}`,
      })),
      loaded.document.publisher,
    );
    if (text !== '') this.#script = insert(text, this.#endpoint);
  }

  #erase(): void {
    this.#script?.remove();
    this.#script = undefined;
  }
}

/**
 * The address of this page as everybody may have it, without fragment. As `forOthers` says it, which is not to be had
 * from here: it would bring the whole form along, to people who only look at the list.
 */
function pageForAll(): string {
  const url = new URL(location.href.split('#')[0]!);
  for (const name of [...url.searchParams.keys()])
    if (/^(ctg|utm)_/.test(name)) url.searchParams.delete(name);
  return url.href;
}

const scripts = (): HTMLScriptElement[] =>
  Array.from(document.head.querySelectorAll<HTMLScriptElement>('script[data-ctg="events"]'));

/**
 * Made by Lit's template and filled by its child, never by its `text`: a script from a template counts as having run
 * already, so no browser looks at what it is filled with, and a page that enforces Trusted Types has nothing to report.
 */
function insert(text: string, endpoint: string): HTMLScriptElement {
  const shell = document.createDocumentFragment();
  render(html`<script type="application/ld+json" data-ctg="events"></script>`, shell);
  const script = shell.querySelector('script')!;
  script.dataset['endpoint'] = endpoint;
  script.append(text);
  document.head.append(script);
  return script;
}
