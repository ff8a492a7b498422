import {html, nothing, type TemplateResult} from 'lit';

import {agoOf} from '../../../i18n/ago.js';
import {cached} from '../../../i18n/intl-cache.js';
import type {MessageKey} from '../../../i18n/messages.js';
import {freshnessOf, timeOf} from '../../../network/freshness.js';
import type {SourceDocument} from '../../../network/network.js';
import type {LoadFailureCode} from '../../../protocol/outcome.js';
import {entriesLost} from '../../../protocol/read.js';
import {renderRetry} from '../../../ui/loading-view.js';
import {renderText} from '../../../ui/text.js';
import type {MapHost} from '../map-host.js';
import type {Source} from '../sources.js';
import {Keeping} from './keeping.js';

/** The sentence for a failure; whatever is not named here was an answer that nobody could make sense of. */
const SENTENCES: Readonly<Partial<Record<LoadFailureCode, MessageKey>>> = {
  unreachable: 'source.lost',
  timeout: 'source.slow',
  'not-found': 'source.gone',
  server: 'source.lost',
  'bad-address': 'source.refused',
  'mixed-content': 'source.refused',
  refused: 'source.refused',
  'too-big': 'source.big',
};

/** The sentence for what was not asked, or led to nothing new. */
const UNASKED: Readonly<Record<NonNullable<Source['unasked']>, MessageKey>> = {
  refused: 'source.private',
  forbidden: 'source.refused',
  beyond: 'source.beyond',
  same: 'source.same',
};

/** Where a document says where a group is, as a JSON pointer. */
const PLACE = /^\/groups\/\d+\/place(\/l(at|on))?$/;

/** Documents that are shown before somebody asks for more: strangers may name thousands. */
const STEP = 100;

/** Whose document it is. */
type Listed = Pick<SourceDocument, 'publisher'>;

/** The host of an address; nothing where it is none. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** Says where the groups come from, what could not be read, and what was left out. */
export class SourceList {
  readonly #host: MapHost;
  readonly #keeping: Keeping;
  #most = STEP;

  constructor(host: MapHost) {
    this.#host = host;
    this.#keeping = new Keeping(host);
  }

  /** Draws all documents, with what became of each in a sentence. */
  render(): TemplateResult {
    const {words: l, sourceList, readings, atlas} = this.#host;
    const read = new Set(sourceList.map(({loaded}) => loaded?.url));
    // What the page has read itself was contacted by nobody here.
    const handed = readings.filter(({url}) => !read.has(url));
    const rest = sourceList.length - this.#most;
    const asked = sourceList.filter(({unasked}) => unasked === undefined || unasked === 'same');
    const hosts = new Set(asked.flatMap(({url, loaded}) => [hostOf(url), hostOf(loaded?.url ?? '')]));
    hosts.delete('');
    return html`<div class="sources stack small">
      <ul role="list" class="stack-2">
        ${sourceList.slice(0, this.#most).map((source) => this.#renderSource(source))}
        ${handed.map((document) => {
          const {url, groups, updated} = document;
          return this.#renderItem(url, document, [this.#stateOf(groups.length, updated)]);
        })}
      </ul>
      ${rest > 0 ? this.#renderMore(Math.min(rest, STEP)) : nothing}
      ${hosts.size > 0 ? renderText(l.t('source.contacted', {hosts: [...hosts].join(', ')}), 'muted') : nothing}
      ${atlas?.network.leftOut.map(({reason, count}) => renderText(l.t(`source.left.${reason}`, {n: count}), 'muted'))}
      ${
        sourceList.some(({failure}) => failure)
          ? html`<div>${renderRetry(l, () => void this.#host.refresh())}</div>`
          : nothing
      }
      ${this.#keeping.render()}
    </div>`;
  }

  #renderMore(n: number): TemplateResult {
    const {words: l} = this.#host;
    const press = (): void => {
      const first = this.#most + 1;
      this.#most += STEP;
      this.#host.changed(`.sources li:nth-child(${first})`);
    };
    return html`<p>
      <button
        class="textbutton"
        type="button"
        @click=${press}
        .textContent=${l.t('source.more', {n})}
      ></button>
    </p>`;
  }

  #renderSource(source: Source): TemplateResult {
    const {url, loaded, failure, isAgain, unasked, by} = source;
    const {words: l} = this.#host;
    // Of what a document names, an address that may not be asked comes up once it was asked: where it leads.
    const isLed = by !== undefined && failure?.code === 'bad-address';
    const why = failure && (isLed ? 'source.led' : (SENTENCES[failure.code] ?? 'source.unclear'));
    const key = unasked ? UNASKED[unasked] : isAgain ? 'source.waiting' : why;
    const host = hostOf(url);
    const n = loaded?.document.groups?.length ?? 0;
    // What is seen although it could not be read was read before.
    const date = loaded && why && key === why && this.#dateOf(loaded.at);
    const sentences = [
      key ? l.t(key, {host}) : loaded ? '' : l.t('source.waiting'),
      date ? l.t('source.copy', {n, date}) : loaded ? this.#stateOf(n, loaded.document.updated) : '',
      by === undefined ? '' : l.t('source.by', {host: by}),
      ...this.#lossesOf(source),
    ];
    return this.#renderItem(url, loaded?.document, sentences);
  }

  /** What of a document could not be used, in a sentence for each kind of loss. */
  #lossesOf({loaded, cut = 0}: Source): readonly string[] {
    const {words: l} = this.#host;
    const {dropped = [], left = []} = loaded ?? {};
    const long = dropped.filter(({code}) => code === 'too-many').length;
    const entries = entriesLost(dropped);
    const where = dropped.filter(({path}) => PLACE.test(path)).map(({path}) => path.split('/')[2]);
    const nowhere = left.filter(({code}) => code === 'position' || code === 'latitude-first').length;
    const details = dropped.length - long - entries - where.length + left.length - nowhere;
    const losses: Readonly<Partial<Record<MessageKey, number>>> = {
      'source.less.entries': entries,
      'source.less.places': new Set(where).size + nowhere,
      'source.less.details': details,
      'source.less.long': long,
      'source.less.groups': cut,
    };
    return Object.entries(losses)
      .filter(([, n]) => n > 0)
      .map(([key, n]) => l.t(key as MessageKey, {n, most: l.number(loaded?.document.groups?.length ?? 0)}));
  }

  #renderItem(url: string, document: Listed | undefined, sentences: readonly string[]): TemplateResult {
    return html`<li tabindex="-1">
      <p class="strong" dir="auto" .textContent=${document?.publisher?.name ?? (hostOf(url) || url)}></p>
      ${sentences.map((sentence) => html`${renderText(sentence)} `)}
    </li>`;
  }

  #stateOf(n: number, updated: string | undefined): string {
    const {words: l} = this.#host;
    const now = Date.now();
    const {state, at} = freshnessOf(timeOf(updated, now), now);
    const when = at === undefined ? undefined : agoOf(l, at, now);
    return l.t(state === 'stale' ? 'source.old' : 'source.read', {n, when});
  }

  #dateOf(at: number): string {
    const {lang} = this.#host.words;
    return cached(`day ${lang}`, () => new Intl.DateTimeFormat(lang, {dateStyle: 'long'})).format(at);
  }
}
