import {html, nothing, type TemplateResult} from 'lit';

import {agoOf} from '../../../i18n/ago.js';
import type {MessageKey} from '../../../i18n/messages.js';
import {freshnessOf, timeOf} from '../../../network/freshness.js';
import type {SourceDocument} from '../../../network/network.js';
import type {LoadFailureCode} from '../../../protocol/outcome.js';
import {renderRetry} from '../../../ui/loading-view.js';
import {renderText} from '../../../ui/text.js';
import type {MapHost} from '../map-host.js';
import type {Source} from '../sources.js';

/** The sentence for a failure; whatever is not named here was an answer that nobody could make sense of. */
const SENTENCES: Readonly<Partial<Record<LoadFailureCode, MessageKey>>> = {
  unreachable: 'source.lost',
  timeout: 'source.lost',
  'not-found': 'source.lost',
  server: 'source.lost',
  'bad-address': 'source.refused',
  'mixed-content': 'source.refused',
  refused: 'source.refused',
  'too-big': 'source.big',
};

/** What is said here of a document. */
type Listed = Pick<SourceDocument, 'publisher' | 'updated'> & {
  readonly groups?: readonly unknown[] | undefined;
};

/** The host of an address; nothing where it is none. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** Says where the groups come from, what could not be read, and what was left out. */
export class SourceList {
  readonly #host: MapHost;

  constructor(host: MapHost) {
    this.#host = host;
  }

  /** Draws all documents, with what became of each in a sentence. */
  render(): TemplateResult {
    const {words: l, sourceList, readings, atlas} = this.#host;
    const read = new Set(sourceList.map(({loaded}) => loaded?.url));
    // What the page has read itself was contacted by nobody here.
    const handed = readings.filter(({url}) => !read.has(url));
    const hosts = new Set(sourceList.map(({url}) => hostOf(url)).filter(Boolean));
    return html`<div class="sources stack small">
      <ul role="list" class="stack-2">
        ${sourceList.map((source) => this.#renderSource(source))}
        ${handed.map((document) => this.#renderItem(document.url, document, []))}
      </ul>
      ${hosts.size > 0 ? renderText(l.t('source.contacted', {hosts: [...hosts].join(', ')}), 'muted') : nothing}
      ${atlas?.network.leftOut.map(({reason, count}) => renderText(l.t(`source.left.${reason}`, {n: count}), 'muted'))}
      ${
        sourceList.some(({failure}) => failure)
          ? html`<div>${renderRetry(l, () => void this.#host.refresh())}</div>`
          : nothing
      }
    </div>`;
  }

  #renderSource({url, loaded, failure}: Source): TemplateResult {
    const {words: l} = this.#host;
    const key = failure && (SENTENCES[failure.code] ?? 'source.unclear');
    const troubles = key ? [l.t(key, {host: hostOf(url)})] : loaded ? [] : [l.t('source.waiting')];
    return this.#renderItem(url, loaded?.document, troubles);
  }

  #renderItem(url: string, document: Listed | undefined, troubles: readonly string[]): TemplateResult {
    return html`<li>
      <p class="strong" dir="auto" .textContent=${document?.publisher?.name ?? (hostOf(url) || url)}></p>
      ${troubles.map((sentence) => renderText(sentence))}
      ${document ? renderText(this.#stateOf(document.groups?.length ?? 0, document.updated)) : nothing}
    </li>`;
  }

  #stateOf(n: number, updated: string | undefined): string {
    const {words: l} = this.#host;
    const now = Date.now();
    const {state, at} = freshnessOf(timeOf(updated, now), now);
    const when = at === undefined ? undefined : agoOf(l, at, now);
    return l.t(state === 'stale' ? 'source.old' : 'source.read', {n, when});
  }
}
