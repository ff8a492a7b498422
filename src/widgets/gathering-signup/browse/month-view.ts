import {html, nothing, svg, type TemplateResult} from 'lit';

import {dayNames, firstWeekday, monthName} from '../../../i18n/calendar-names.js';
import {renderItem, renderLink, type ListScene} from '../list-view.js';
import type {Occasion} from '../occasion.js';
import {DAY, dayOf, firstOf, monthOf, weeksOf} from './month.js';
import {renderSection} from './section-view.js';
import type {Steps} from './steps.js';
import type {Swipe} from './swipe.js';

/** How many gatherings of one day are shown at first. */
const ON_DAY = 3;
/** How many dots a day gets at most where there is no room for names. */
const DOTS = 3;

/** What the month needs of what is around it. */
export interface MonthScene extends Omit<ListScene, 'occasions'> {
  readonly steps: Steps;
  readonly month: number;
  /** The day that the keyboard enters the month by. */
  readonly day: number;
  readonly today: number;
  /** The nearest day with a gathering, where the month has none. */
  readonly nearest: number | undefined;
  readonly swipe: Swipe;
  readonly turn: (months: number) => void;
  readonly go: (day: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly enter: (day: number) => void;
}

/**
 * Draws a month as a table, and its gatherings as a list, which a narrow column shows below it and paper in its
 * place; last, what has no date yet.
 */
export function renderMonth(
  scene: MonthScene,
  occasions: readonly Occasion[],
  undated: readonly Occasion[],
): TemplateResult {
  const {l, month, steps, nearest, go} = scene;
  const name = monthName(l.lang, firstOf(month) * DAY);
  const key = `month ${month}`;
  return html`<div class="card stack month" part="month">
      ${renderTurning(scene, name)} ${renderDays(scene, name, occasions)}
    </div>
    ${
      occasions.length > 0
        ? html`<div class="stack month-list">
            <p class="card strong printed" .textContent=${name}></p>
            <ul class="card" part="list" data-steps=${key} aria-label=${name}>
              ${steps.of(key, occasions).map((occasion) => renderItem(scene, occasion))}
            </ul>
            ${steps.renderMore(key, occasions.length)}
          </div>`
        : html`<div class="card stack">
            <p .textContent=${l.t('month.none', {month: name})}></p>
            ${
              nearest === undefined
                ? nothing
                : html`<button
                    class="button quiet"
                    part="button"
                    type="button"
                    @click=${() => go(nearest)}
                    .textContent=${l.t('month.go', {month: monthName(l.lang, nearest * DAY)})}
                  ></button>`
            }
          </div>`
    }
    ${
      undated.length > 0
        ? renderSection(scene, 'undated', l.t('date.unknown'), [
            html`<ul part="list" data-steps="undated" aria-label=${l.t('date.unknown')}>
              ${steps.of('undated', undated).map((occasion) => renderItem(scene, occasion))}
            </ul>`,
            steps.renderMore('undated', undated.length),
          ])
        : nothing
    }`;
}

/** The name of the month between those before and after it. */
function renderTurning({l, month, turn, heading}: MonthScene, name: string): TemplateResult {
  const button = (months: -1 | 1): TemplateResult => {
    const first = firstOf(month + months) * DAY;
    const sameYear = Math.floor((month + months) / 12) === Math.floor(month / 12);
    const other = monthName(l.lang, first, sameYear);
    const arrow = svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${months < 0 ? 'm15 5-7 7 7 7' : 'm9 5 7 7-7 7'}></path></svg>`;
    return html`<button
      class="button quiet"
      part="button"
      type="button"
      aria-label=${l.t(months < 0 ? 'month.earlier' : 'month.later', {month: other})}
      @click=${() => turn(months)}
    >
      ${months < 0 ? arrow : nothing}<span .textContent=${other}></span>${months < 0 ? nothing : arrow}
    </button>`;
  };
  return html`<div class="turning">${button(-1)} ${heading(name, 'title')} ${button(1)}</div>`;
}

function renderDays(scene: MonthScene, name: string, occasions: readonly Occasion[]): TemplateResult {
  const {l, month, swipe, onKey} = scene;
  const first = firstWeekday(l.lang);
  const byDay = new Map<number, Occasion[]>();
  for (const occasion of occasions) {
    const day = dayOf(occasion.standing.start!.wall);
    const others = byDay.get(day);
    if (others) others.push(occasion);
    else byDay.set(day, [occasion]);
  }
  return html`<p class="silent" id="month-help" .textContent=${l.t('month.help')}></p>
    <table
      class="days"
      role="grid"
      aria-describedby="month-help"
      @keydown=${onKey}
      @pointerdown=${swipe.onDown}
      @pointerup=${swipe.onUp}
      @pointercancel=${swipe.onCancel}
    >
      <caption class="silent" .textContent=${name}></caption>
      <thead>
        <tr>
          ${dayNames(l.lang, first).map(
            ({narrow, short, long}) =>
              html`<th scope="col">
                <span class="silent" .textContent=${long}></span>
                <span class="short" aria-hidden="true" .textContent=${short}></span>
                <span class="narrow" aria-hidden="true" .textContent=${narrow}></span>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${weeksOf(month, first).map(
          (week) =>
            html`<tr>
              ${week.map((day) =>
                day === undefined ? html`<td></td>` : renderDay(scene, day, byDay.get(day) ?? []),
              )}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function renderDay(scene: MonthScene, day: number, occasions: readonly Occasion[]): TemplateResult {
  const {l, steps, enter} = scene;
  const n = occasions.length;
  const key = `day ${day}`;
  return html`<td
    class=${n > 0 ? 'day-of some' : 'day-of'}
    data-day=${day}
    tabindex=${day === scene.day ? 0 : -1}
    aria-current=${day === scene.today ? 'date' : nothing}
  >
    <span class="number" .textContent=${l.number(day - firstOf(monthOf(day)) + 1)}></span>
    ${
      n > 0
        ? html`<ul class="names" data-steps=${key}>
              ${steps.of(key, occasions, ON_DAY).map((occasion) => renderName(scene, occasion))}
            </ul>
            ${steps.renderMore(key, n, ON_DAY, 'textbutton small names')}
            <button class="mark" type="button" @click=${() => enter(day)}>
              ${occasions.slice(0, DOTS).map(() => html`<span class="dot" aria-hidden="true"></span>`)}
              <span class="silent" .textContent=${l.t('list.count', {n})}></span>
            </button>`
        : nothing
    }
  </td>`;
}

function renderName(scene: MonthScene, occasion: Occasion): TemplateResult {
  const {l, dates, mine} = scene;
  const {gathering, standing} = occasion;
  const {state} = standing;
  const own = mine.get(gathering.id)?.status === 'confirmed';
  const chip = own ? l.t('mine.confirmed') : state === 'full' ? l.t('state.full') : '';
  return html`<li class=${state} data-id=${gathering.id}>
    <span class="muted small" .textContent=${dates.time(standing.start!)}></span>
    ${renderLink(scene, occasion, gathering.name)}
    ${chip ? html`<span class="chip strong ${own ? 'ok' : 'wait'}" .textContent=${chip}></span>` : nothing}
    ${
      state === 'cancelled' || state === 'past'
        ? html`<span class="silent" .textContent=${l.t(`state.${state}`)}></span>`
        : nothing
    }
  </li>`;
}
