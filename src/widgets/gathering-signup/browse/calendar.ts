import type {TemplateResult} from 'lit';

import {monthName} from '../../../i18n/calendar-names.js';
import type {BrowsingHost} from '../browsing-host.js';
import type {ListScene} from '../list-view.js';
import type {Occasion} from '../occasion.js';
import {DAY, dayOf, firstOf, monthOf, monthsLater} from './month.js';
import {renderMonth, type MonthScene} from './month-view.js';
import {dayAfterKey} from './month-keys.js';
import type {Steps} from './steps.js';
import {Swipe} from './swipe.js';

/** The years a document can name (`protocol/moment-text.ts`); nobody need page further. */
const FIRST = 1900 * 12;
const LAST = 2999 * 12 + 11;

/**
 * Shows gatherings by month, and remembers which month and which day of it the visitor is at.
 *
 * The days are those of the clock on the gathering's wall, wherever the visitor is.
 */
export class Calendar {
  readonly #host: BrowsingHost;
  readonly #steps: Steps;
  /** The day that the keyboard enters the month by. */
  #day: number | undefined;
  readonly #swipe: Swipe;
  /** What was drawn last and has a date. */
  #occasions: readonly Occasion[] = [];

  constructor(host: BrowsingHost, steps: Steps) {
    this.#host = host;
    this.#steps = steps;
    this.#swipe = new Swipe((pages) => this.#turn(pages, false));
  }

  /** Draws the month the visitor is at: at first that of the next gathering. */
  render(scene: Omit<ListScene, 'occasions'>, occasions: readonly Occasion[]): TemplateResult {
    const dated = occasions.filter(({standing}) => standing.start);
    this.#occasions = dated;
    this.#day ??=
      dayOfOccasion(dated.find(({standing}) => standing.state !== 'past') ?? dated.at(-1)) ?? today();
    const month = monthOf(this.#day);
    const inMonth = this.#in(month);
    const monthScene: MonthScene = {
      ...scene,
      steps: this.#steps,
      month,
      day: this.#day,
      today: today(),
      nearest: inMonth.length > 0 ? undefined : this.#nearest(month),
      swipe: this.#swipe,
      turn: (pages) => this.#turn(pages, false),
      go: (day) => this.#go(day, true),
      onKey: (event) => this.#onKey(event),
      enter: (day) => this.#enter(day),
    };
    return renderMonth(
      monthScene,
      inMonth,
      occasions.filter(({standing}) => !standing.start),
    );
  }

  /** Keeps all but one day out of the tab order, as a grid does; its links are reached through their days. */
  settle(): void {
    for (const link of this.#all<HTMLElement>('.days a, .days button')) link.tabIndex = -1;
  }

  #in(month: number): readonly Occasion[] {
    const [from, to] = [firstOf(month), firstOf(month + 1)];
    return this.#occasions.filter((occasion) => {
      const day = dayOfOccasion(occasion)!;
      return day >= from && day < to;
    });
  }

  /** Where the next gathering is to be found from a month that has none; or the last before it. */
  #nearest(month: number): number | undefined {
    const days = this.#occasions.map((occasion) => dayOfOccasion(occasion)!);
    return days.find((day) => monthOf(day) > month) ?? days.findLast((day) => monthOf(day) < month);
  }

  #turn(months: number, keepDay: boolean): void {
    const month = monthOf(this.#day!) + months;
    if (month < FIRST || month > LAST) return;
    if (keepDay) return this.#go(monthsLater(this.#day!, months), true);
    this.#go(dayOfOccasion(this.#in(month)[0]) ?? firstOf(month), false);
  }

  #go(day: number, focus: boolean): void {
    const month = monthOf(day);
    if (month < FIRST || month > LAST) return;
    if (month !== monthOf(this.#day!)) {
      const {l} = this.#host.scene();
      const said = {month: monthName(l.lang, day * DAY), gatherings: this.#in(month).length};
      this.#host.announce(l.t('month.said', said));
    }
    this.#day = day;
    this.#host.requestUpdate();
    if (!focus) return;
    void this.#host.updateComplete.then(() => this.#all<HTMLElement>(`[data-day="${day}"]`)[0]?.focus());
  }

  #onKey(event: KeyboardEvent): void {
    const {l} = this.#host.scene();
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-day]');
    if (!cell || event.ctrlKey || event.altKey || event.metaKey) return;
    const day = Number(cell.dataset['day']);
    // Also where a press has put the focus.
    this.#day = day;
    const done = ((): boolean => {
      if (target !== cell) return this.#onKeyInside(event.key, target, cell);
      if (event.key === 'Enter' || event.key === ' ') return this.#enter(day);
      if (event.key === 'PageUp' || event.key === 'PageDown') {
        this.#turn((event.key === 'PageUp' ? -1 : 1) * (event.shiftKey ? 12 : 1), true);
        return true;
      }
      const next = dayAfterKey(event.key, day, l);
      if (next !== undefined) this.#go(next, true);
      return next !== undefined;
    })();
    // Everything else, Tab above all, is the browser's.
    if (done) event.preventDefault();
  }

  /** Among the links of a day the arrows go up and down, and Escape leads back to the day. */
  #onKeyInside(key: string, target: HTMLElement, cell: HTMLElement): boolean {
    if (key === 'Escape') {
      cell.focus();
      return true;
    }
    const step = {ArrowUp: -1, ArrowDown: 1}[key];
    if (!step) return false;
    const links = visible(cell.querySelectorAll<HTMLElement>('a, button'));
    links[(links.indexOf(target) + step + links.length) % links.length]?.focus();
    return true;
  }

  /** Opens the gathering of a day; of several, leads to the first. False when there is none. */
  #enter(day: number): boolean {
    const occasions = this.#in(monthOf(day)).filter((occasion) => dayOfOccasion(occasion) === day);
    const [first] = occasions;
    if (!first) return false;
    const {id} = first.gathering;
    const [link] = visible(this.#all<HTMLElement>(`[data-id="${CSS.escape(id)}"] a`));
    if (occasions.length === 1) {
      if (link) link.click();
      return true;
    }
    link?.focus();
    return true;
  }

  #all<E extends Element>(selector: string): E[] {
    return Array.from(this.#host.shadowRoot!.querySelectorAll<E>(selector));
  }
}

const visible = (elements: Iterable<HTMLElement>): HTMLElement[] =>
  Array.from(elements).filter((element) => element.checkVisibility());

/** Today where the visitor is, as the clock on their wall has it. */
function today(): number {
  const now = new Date();
  return dayOf(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

function dayOfOccasion(occasion: Occasion | undefined): number | undefined {
  const start = occasion?.standing.start;
  return start && dayOf(start.wall);
}
