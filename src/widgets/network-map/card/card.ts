import {html, nothing, type TemplateResult} from 'lit';

import {safeUrl} from '../../../base/safe-url.js';
import {agoOf} from '../../../i18n/ago.js';
import {listOf} from '../../../i18n/phrases.js';
import {possibleDuplicates} from '../../../network/duplicates.js';
import type {Network, NetworkGroup} from '../../../network/network.js';
import {renderText} from '../../../ui/text.js';
import {hasPlace} from '../atlas.js';
import {renderGroupLink} from '../group-link.js';
import {labelOf} from '../kinds.js';
import type {MapHost} from '../map-host.js';
import {renderMark} from '../mark-view.js';
import {renderTie, tiesInOrder} from './tie-view.js';

/** Ties that are shown before somebody asks for more. */
const STEP = 12;

/** The link that writes to an address, and nothing else: not to others too, nor with words put into one's mouth. */
const mailto = (email: string): string => `mailto:${email.replace(/[%?&#]/g, encodeURIComponent)}`;

/** What is said of the selected group, or which groups are at one spot. */
export class Card {
  readonly #host: MapHost;
  #more = false;
  #shown: NetworkGroup | undefined;
  #twins: {readonly of: Network; readonly pairs: ReturnType<typeof possibleDuplicates>} | undefined;

  constructor(host: MapHost) {
    this.#host = host;
  }

  /** Draws it; `undefined` while nothing is selected. */
  render(): unknown {
    const {atlas, selected, together} = this.#host;
    if (!atlas) return undefined;
    if (selected !== undefined) return this.#renderGroup(atlas.network.groups[selected]!);
    return together.length > 0 ? this.#renderTogether(together) : undefined;
  }

  #renderTogether(groups: readonly number[]): unknown {
    const {words: l, atlas, heading} = this.#host;
    return [
      this.#renderClose(),
      heading(l.t('card.together', {n: groups.length}), 'title'),
      html`<ul class="together">
        ${groups.map((group) => {
          return html`<li>
            ${renderMark(atlas!.kinds.numbers[group]!)} ${renderGroupLink(this.#host, group)}
          </li>`;
        })}
      </ul>`,
    ];
  }

  #renderGroup(group: NetworkGroup): unknown {
    if (group !== this.#shown) this.#more = false;
    this.#shown = group;
    const {words: l, atlas, heading} = this.#host;
    const kind = atlas!.kinds.numbers[group.index]!;
    const isPerson = group.kind === 'person';
    return [
      this.#renderClose(),
      html`<div class="stack-2">
        ${heading(group.name, 'title')}
        <p class="kind">
          ${renderMark(kind)}<span
            .textContent=${group.sector ? labelOf(l, 'sector', group.sector) : l.t('sector.other')}
          ></span>
        </p>
        ${isPerson ? renderText(l.t('card.person'), 'small muted') : nothing}
        ${renderText(this.#placeOf(group), 'small muted')}
        ${renderText(this.#host.later('near')?.saidOf(group.index) ?? '', 'small muted')}
      </div>`,
      group.description ? renderText(group.description) : nothing,
      this.#renderLists(group),
      this.#renderTies(group),
      this.#renderTwins(group),
      this.#renderLinks(group),
      this.#renderOrigin(group),
    ];
  }

  #renderClose(): TemplateResult {
    const {words: l} = this.#host;
    return html`<button
      class="textbutton close"
      type="button"
      @click=${() => this.#host.select(undefined)}
      .textContent=${l.t('card.close')}
    ></button>`;
  }

  #placeOf({place}: NetworkGroup): string {
    const {words: l} = this.#host;
    if (!place?.label && place?.lat === undefined) return l.t('place.unknown');
    return place.lat === undefined
      ? place.label!
      : l.t(`place.${place.precision ?? 'town'}`, {town: place.label});
  }

  #renderLists({offers, needs, values}: NetworkGroup): unknown {
    const {words: l} = this.#host;
    const lines = [
      ['card.offers', offers],
      ['card.needs', needs.map((id) => labelOf(l, 'need', id))],
      ['card.values', values.map((id) => labelOf(l, 'value', id))],
    ] as const;
    const filled = lines.filter(([, items]) => items.length > 0);
    if (filled.length === 0) return nothing;
    return html`<dl class="stack-2">
      ${filled.map(
        ([key, items]) =>
          html`<div>
            <dt class="strong" .textContent=${l.t(key)}></dt>
            <dd .textContent=${listOf(l, items)}></dd>
          </div>`,
      )}
    </dl>`;
  }

  #renderTies(group: NetworkGroup): TemplateResult {
    const {words: l, atlas, heading} = this.#host;
    const ties = tiesInOrder(atlas!.network, group);
    if (ties.length === 0) return html`<p class="strong" .textContent=${l.t('card.noTies')}></p>`;
    const shown = this.#more ? ties : ties.slice(0, STEP);
    const rest = ties.length - shown.length;
    return html`<div class="stack-2">
      ${heading(l.t('card.ties'), 'strong', 1)}
      <ul class="ties">
        ${shown.map((tie) => renderTie(this.#host, atlas!.network, group, tie))}
      </ul>
      ${
        rest > 0
          ? html`<button
              class="textbutton"
              type="button"
              @click=${() => {
                this.#more = true;
                this.#host.changed(`.ties li:nth-child(${STEP + 1}) a`);
              }}
              .textContent=${l.t('card.moreTies', {n: rest})}
            ></button>`
          : nothing
      }
    </div>`;
  }

  #renderTwins({index}: NetworkGroup): unknown {
    const {words: l, atlas} = this.#host;
    const {network} = atlas!;
    if (this.#twins?.of !== network) this.#twins = {of: network, pairs: possibleDuplicates(network.groups)};
    return this.#twins.pairs
      .filter((pair) => pair.includes(index))
      .map(([one, other]) => {
        const twin = one === index ? other : one;
        const host = this.#hostOf(network.groups[twin]!) ?? network.groups[twin]!.name;
        const link = renderGroupLink(this.#host, twin, host);
        return html`<p class="small">${l.parts<unknown>('card.duplicate', {name: link})}</p>`;
      });
  }

  #renderLinks(group: NetworkGroup): unknown {
    const {words: l, view} = this.#host;
    const {url, contact, index} = group;
    const link = (href: string, text: string): TemplateResult =>
      html`<a href=${href} target="_blank" rel="noopener noreferrer" .textContent=${text}></a>`;
    const site = safeUrl(url ?? contact?.url);
    const write = safeUrl(contact?.url);
    const mail = contact?.email === undefined ? undefined : safeUrl(mailto(contact.email));
    const press = (): void => {
      this.#host.show('map');
      void this.#host.bring('scene').then((scene) => scene?.lookAt(index));
    };
    return html`<p class="links">
      ${site ? link(site.href, l.t('card.visit', {host: site.host || site.href})) : nothing}
      ${mail ? link(mail.href, l.t('card.write')) : write && write.href !== site?.href ? link(write.href, l.t('card.write')) : nothing}
      ${
        hasPlace(group) && view !== 'graph'
          ? html`<button
              class="textbutton"
              type="button"
              @click=${press}
              .textContent=${l.t('card.show')}
            ></button>`
          : nothing
      }
    </p>`;
  }

  #renderOrigin(group: NetworkGroup): unknown {
    const {words: l} = this.#host;
    const {freshness, own} = group;
    const from = this.#hostOf(group);
    const time = freshness.at === undefined ? undefined : agoOf(l, freshness.at, Date.now());
    return html`<div class="stack-2">
      ${renderText(l.t('card.from', {host: from, time}), 'small muted')}
      ${own ? nothing : renderText(l.t('card.hearsay'), 'small muted')}
      ${freshness.state === 'stale' ? html`<p><span class="chip wait" .textContent=${l.t('card.old')}></span></p>` : nothing}
    </div>`;
  }

  /** The host of the document that speaks of a group first. */
  #hostOf({sources}: NetworkGroup): string | undefined {
    const url = this.#host.readings[sources[0] ?? -1]?.url;
    return url !== undefined && URL.canParse(url) ? new URL(url).host : url;
  }
}
