import {html, nothing, render, type TemplateResult} from 'lit';

import {agoOf} from '../../../i18n/ago.js';
import {renderText} from '../../../ui/text.js';
import {renderGroupLink} from '../group-link.js';
import {labelOf} from '../kinds.js';
import type {MapHost} from '../map-host.js';
import {renderMark} from '../mark-view.js';
import {onPrint} from '../on-print.js';
import {type Column, COLUMNS, inOrder, type Order, tiesOf} from './order.js';

/** How many groups a press shows. */
const STEP = 50;
/** How many are printed at most: some thirty pages. */
const PRINTED = 1_000;

/** The groups as a table that can be sorted, a step at a time. */
export class List {
  readonly #host: MapHost;
  #order: Order = {by: 'name', isTurned: false};
  #count = STEP;
  /** The place from which distances are told. */
  #spot: object | undefined;
  /** What the sorted groups were made of. */
  #made: readonly unknown[] = [];
  #sorted: readonly number[] = [];

  constructor(host: MapHost) {
    this.#host = host;
    onPrint(host, {before: () => this.#printRest(true), after: () => this.#printRest(false)});
  }

  render(): TemplateResult {
    const {words: l} = this.#host;
    this.#followSpot();
    const columns = this.#spot ? COLUMNS : COLUMNS.filter((column) => column !== 'near');
    const sorted = this.#inOrder();
    // Why that is, and how to see all again, stands beside it.
    if (sorted.length === 0) return html`<div class="room"></div>`;
    const shown = sorted.slice(0, this.#count);
    const rest = Math.min(STEP, sorted.length - shown.length);
    const now = Date.now();
    return html`<div class="room stack">
      <div class="sorts small">
        <label
          ><span .textContent=${l.t('list.sortBy')}></span>
          <select
            @change=${(event: Event) => this.#sort((event.target as HTMLSelectElement).value as Column)}
          >
            ${columns.map(
              (column) =>
                html`<option
                  value=${column}
                  .selected=${column === this.#order.by}
                  .textContent=${l.t(`list.by.${column}`)}
                ></option>`,
            )}
          </select>
        </label>
        <button
          class="textbutton"
          type="button"
          @click=${() => this.#sort(this.#order.by)}
          .textContent=${l.t('list.turn')}
        ></button>
      </div>
      <table class="list" role="table" aria-label=${l.t('list.caption', {n: sorted.length})}>
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map((column) => this.#renderHeader(column))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${shown.map((group, at) => this.#renderRow(group, at, now))}
        </tbody>
        <tbody role="rowgroup" class="printed"></tbody>
      </table>
      ${sorted.length > PRINTED ? renderText(l.t('list.printed', {most: l.number(PRINTED)}), 'printed') : nothing}
      ${
        rest > 0
          ? html`${renderText(l.t('list.shown', {shown: shown.length, n: sorted.length}), 'small muted unprinted')}
              <button
                class="button quiet"
                part="button"
                type="button"
                @click=${this.#onMore}
                .textContent=${l.t('list.moreGroups', {n: rest})}
              ></button>`
          : nothing
      }
    </div>`;
  }

  #renderHeader(column: Column): TemplateResult {
    const {words: l} = this.#host;
    const {by, isTurned} = this.#order;
    const isFirst = column === by;
    // Numbers and times begin with the highest.
    const falls = (column === 'ties' || column === 'heard') !== isTurned;
    const sort = isFirst ? (falls ? 'descending' : 'ascending') : nothing;
    const name = l.t(`list.by.${column}`);
    return html`<th role="columnheader" scope="col" aria-sort=${sort}>
      <button class="textbutton" type="button" @click=${() => this.#sort(column)}>
        <span .textContent=${name}></span
        >${isFirst ? html`<span aria-hidden="true" .textContent=${falls ? ' ↓' : ' ↑'}></span>` : nothing}
      </button>
    </th>`;
  }

  #renderRow(index: number, at: number, now: number): TemplateResult {
    const {words: l, atlas, selected} = this.#host;
    const {sector, place, freshness} = atlas!.network.groups[index]!;
    const {all, sure} = tiesOf(atlas!, index);
    const near = this.#host.later('near');
    const heard = freshness.at === undefined ? l.t('list.undated') : agoOf(l, freshness.at, now);
    const isOld = freshness.state === 'stale' || freshness.state === 'ageing';
    return html`<tr role="row" data-row=${at} ?data-on=${index === selected}>
      <th role="rowheader" scope="row">${renderGroupLink(this.#host, index)}</th>
      <td role="cell">
        ${renderMark(atlas!.kinds.numbers[index]!)}<span
          .textContent=${sector ? labelOf(l, 'sector', sector) : l.t('sector.other')}
        ></span>
      </td>
      <td role="cell"><bdi .textContent=${place?.label ?? l.t('list.noTown')}></bdi></td>
      ${near?.spot ? html`<td role="cell" .textContent=${near.distanceOf(index) ?? ''}></td>` : nothing}
      <td
        role="cell"
        class="ties-cell"
        .textContent=${all === 0 ? l.t('list.lone') : l.t('list.tied', {n: all, sure})}
      ></td>
      <td role="cell" class="heard-cell">
        <span class=${isOld ? 'chip wait' : ''} .textContent=${heard}></span>
      </td>
    </tr>`;
  }

  /** Adds the rows that a press would show, or takes them away. At once: nothing that waits for a turn is printed. */
  #printRest(isPrinted: boolean): void {
    const body = this.#host.renderRoot.querySelector<HTMLElement>('tbody.printed');
    if (!body) return;
    const now = Date.now();
    const rest = isPrinted ? this.#inOrder().slice(this.#count, PRINTED) : [];
    render(
      rest.map((group, at) => this.#renderRow(group, this.#count + at, now)),
      body,
    );
  }

  /** Begins with what is near once a place is given, and with names once there is none any more. */
  #followSpot(): void {
    const spot = this.#host.later('near')?.spot;
    if (spot === this.#spot) return;
    this.#spot = spot;
    this.#count = STEP;
    if (spot || this.#order.by === 'near') this.#order = {by: spot ? 'near' : 'name', isTurned: false};
  }

  #inOrder(): readonly number[] {
    const {atlas, words: l} = this.#host;
    if (!atlas) return [];
    const metres = this.#host.later('near')?.metres;
    const from = [atlas, atlas.mask, this.#order, l, metres];
    if (from.some((part, at) => part !== this.#made[at])) {
      this.#made = from;
      const kindOf = (group: number): string => atlas.kinds.label(l, atlas.kinds.numbers[group]!);
      this.#sorted = inOrder(atlas, this.#order, l.lang, kindOf, metres);
    }
    return this.#sorted;
  }

  #sort(by: Column): void {
    const isSame = by === this.#order.by;
    this.#order = {by, isTurned: isSame && !this.#order.isTurned};
    this.#host.changed();
  }

  readonly #onMore = (): void => {
    const first = this.#count;
    this.#count += STEP;
    this.#host.changed(`[data-row="${first}"] a`);
  };
}
