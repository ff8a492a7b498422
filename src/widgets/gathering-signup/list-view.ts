import {html, nothing, type TemplateResult} from 'lit';

import type {Dates} from '../../i18n/dates.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {Mine} from '../../outbox/entry.js';
import {renderText} from '../../ui/text.js';
import {hostDecides, nextWithPlaces, takesSignups, type Occasion} from './occasion.js';
import {renderSeats} from './seat-ring.js';

/** What the list needs of its widget. */
export interface ListScene {
  readonly l: Localizer;
  readonly dates: Dates;
  readonly occasions: readonly Occasion[];
  /** Everything that the document has, also what is not listed: where the next date of a full one is looked for. */
  readonly all: readonly Occasion[];
  readonly publisher: string | undefined;
  /** What this device has signed up for, by id of the gathering. */
  readonly mine: ReadonlyMap<string, Mine>;
  /** Whether the endpoint takes signups at all. */
  readonly writable: boolean;
  readonly heading: (text: unknown, className: string) => TemplateResult;
  /** Opens a gathering, to read or to sign up at once. */
  readonly open: (id: string, sign: boolean) => void;
}

/** Draws the gatherings, one below the other. */
export function renderList(scene: ListScene): TemplateResult {
  return html`<ul class="card" part="list" aria-label=${scene.l.t('list.heading')}>
    ${scene.occasions.map((occasion) => renderItem(scene, occasion))}
  </ul>`;
}

/** Draws one gathering of a list; `series` takes the place of the words about its series. */
export function renderItem(
  scene: Omit<ListScene, 'occasions'>,
  occasion: Occasion,
  series?: unknown,
): TemplateResult {
  const {l, dates, open} = scene;
  const {gathering, standing} = occasion;
  const {start, end} = standing;
  const day = start && dates.dayPetal(start);
  const time = start ? dates.timeRange(start, end) : l.t('date.unknown');
  const place = placeText(l, occasion);
  return html`<li class="item" part="item" data-id=${gathering.id}>
    <div class="day" aria-hidden="true">
      ${
        day
          ? html`<span .textContent=${day.weekday}></span><b .textContent=${day.day}></b
              ><span .textContent=${day.month}></span>`
          : html`<b>?</b>`
      }
    </div>
    <div class="what">
      ${scene.heading(renderLink(scene, occasion, gathering.name), 'title')}
      <p>
        ${start ? html`<span class="silent" .textContent=${dates.longDay(start) + ', '}></span>` : nothing}<span
          .textContent=${place ? l.t('when', {day: time, time: place}) : time}
        ></span>
      </p>
      ${series ?? renderText(occasion.gathering.series?.label ?? '', 'muted small')}
      ${hostDecides(occasion) ? renderText(l.t('address.later'), 'muted small') : nothing}
      ${renderMark(scene, occasion)}
    </div>
    ${renderPlaces(scene, occasion)}
    <div class="act" ?hidden=${!scene.writable || !(takesSignups(occasion) || scene.mine.has(gathering.id))}>
      ${renderButton(scene, occasion, () => open(gathering.id, true))}
    </div>
  </li>`;
}

/** The button that begins a signup, or shows the one this device has. */
export function renderButton(
  {l, mine}: Pick<ListScene, 'l' | 'mine'>,
  occasion: Occasion,
  press: () => void,
): TemplateResult {
  const {gathering, standing} = occasion;
  const known = mine.has(gathering.id);
  const key = known ? 'mine.show' : standing.state === 'full' ? 'button.openWaiting' : 'button.open';
  return html`<button
    class=${key === 'button.open' ? 'button' : 'button quiet'}
    part="button"
    type="button"
    aria-label=${`${l.t(key)}: ${gathering.name}`}
    @click=${press}
    .textContent=${l.t(key)}
  ></button>`;
}

/** The ring of seats and the sentence that says the same. */
export function renderPlaces(
  scene: Pick<ListScene, 'l' | 'dates' | 'all' | 'open'>,
  occasion: Occasion,
): TemplateResult | typeof nothing {
  const {l} = scene;
  const {capacity, taken, minimum} = occasion.gathering;
  const {state, left, short} = occasion.standing;
  if (state !== 'open' && state !== 'full') return nothing;
  const ring =
    capacity === undefined || left === undefined
      ? nothing
      : renderSeats({capacity, taken: state === 'full' ? capacity : (taken ?? 0), minimum});
  return html`<div class="places">
    ${ring}
    <p class="small">${words()}</p>
  </div>`;

  function words(): unknown {
    if (state === 'full') return renderNext(scene, occasion);
    const most = html`<b
      .textContent=${left === undefined ? l.t('places.unknown') : l.t('places.left', {n: left})}
    ></b>`;
    if (short > 0) return html`<b .textContent=${l.t('minimum.short', {n: short})}></b>`;
    return minimum === undefined
      ? most
      : html`${most}<br /><span class="muted" .textContent=${l.t('minimum.met')}></span>`;
  }
}

/** For a full gathering: the next date with places, as a link; or that there is no list to wait on. */
export function renderNext(
  {l, dates, all, open}: Pick<ListScene, 'l' | 'dates' | 'all' | 'open'>,
  occasion: Occasion,
): unknown {
  const next = nextWithPlaces(occasion, all);
  if (!next?.standing.start) return occasion.standing.waitlist ? nothing : l.t('state.full.noWaiting');
  return l.parts('full.next', {date: renderLink({open}, next, dates.shortDay(next.standing.start))});
}

/** A link that opens a gathering here, and that leads to the same place when it is copied or opened elsewhere. */
export function renderLink(
  {open}: Pick<ListScene, 'open'>,
  {gathering}: Occasion,
  text: string,
): TemplateResult {
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(gathering.id, false);
  };
  // Whole, because a page may say with `<base>` that its links start elsewhere.
  return html`<a
    href=${`${location.href.split('#')[0]}#ctg-gathering=${encodeURIComponent(gathering.id)}`}
    @click=${onClick}
    .textContent=${text}
  ></a>`;
}

/** A chip or a sentence for whatever is out of the ordinary. */
export function renderMark(
  {l, dates, mine}: Pick<ListScene, 'l' | 'dates' | 'mine'>,
  {gathering, standing}: Occasion,
): TemplateResult | typeof nothing {
  // Whoever has a place must not be told so of a gathering that does not take place.
  const off = ['cancelled', 'postponed', 'past'].includes(standing.state);
  const own = off ? undefined : mine.get(gathering.id)?.status;
  const chip = (kind: string, text: string): TemplateResult =>
    html`<p><span class="chip strong ${kind}" .textContent=${text}></span></p>`;
  if (own && own !== 'cancelled') return chip(own === 'confirmed' ? 'ok' : 'wait', l.t(`mine.${own}`));
  switch (standing.state) {
    case 'open':
      return nothing;
    case 'full':
      return chip('wait', l.t('state.full'));
    case 'closed':
      return chip('', l.t('state.closed'));
    case 'notYet':
      return chip('', l.t('state.notYet', {date: standing.opens && dates.longDay(standing.opens)}));
    case 'cancelled':
      return chip('bad', l.t('state.cancelled'));
    case 'postponed':
      return chip('wait', l.t('state.postponed', {host: gathering.host?.name}));
    case 'past':
      return chip('', l.t('state.past'));
  }
}

/** Where it is, as far as one may know. */
export function placeText(l: Localizer, {gathering: {place}}: Occasion): string {
  if (place?.online && !place.name) return l.t('address.online');
  return place?.name ?? '';
}
