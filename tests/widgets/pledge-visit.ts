import {html, type TemplateResult} from 'lit';

import '../../src/values-pledge.js';
import {forgetDevice} from '../testing/device.js';
import {eventually, heard} from '../testing/eventually.js';
import {League, type LeagueOptions} from '../testing/league.js';
import {Stage} from '../testing/stage.js';
import {ValuesPledgeHarness} from './values-pledge.harness.js';

/** A page with a widget for pledges and the endpoint behind it, for one test. `end` must be called after it. */
export class PledgeVisit {
  readonly league: League;
  readonly stage = new Stage();
  /** Every line that the page's console has heard. */
  readonly console: string[] = [];

  readonly #console = {info: console.info, log: console.log, warn: console.warn, error: console.error};

  constructor(options: LeagueOptions = {}) {
    this.league = new League(options);
    for (const level of ['info', 'log', 'warn', 'error'] as const) {
      console[level] = (...words: unknown[]) => void this.console.push(words.map(String).join(' '));
    }
  }

  /** Shows the widget, or what `page` has, and waits until there is something to see in it. */
  async arrive(page?: TemplateResult): Promise<ValuesPledgeHarness> {
    const widget = await this.arriveEarly(page);
    await widget.isReady();
    return widget;
  }

  /** The same without waiting. */
  async arriveEarly(page?: TemplateResult): Promise<ValuesPledgeHarness> {
    const {url} = this.league;
    await this.stage.show(page ?? html`<ctg-values-pledge endpoint=${url}></ctg-values-pledge>`);
    return this.widget();
  }

  /** Shows one of its views, and waits for it. */
  async see(view: string): Promise<ValuesPledgeHarness> {
    return this.arrive(
      html`<ctg-values-pledge view=${view} endpoint=${this.league.url}></ctg-values-pledge>`,
    );
  }

  /** The `n`-th widget on the page, from 1. */
  widget(n = 1): ValuesPledgeHarness {
    return new ValuesPledgeHarness(this.stage.findAll('ctg-values-pledge')[n - 1] ?? null);
  }

  /** Everything that `type` said on this page so far: the details of the events. */
  listen<Detail>(type: string): Detail[] {
    const details: Detail[] = [];
    this.stage.root.addEventListener(type, (event) => details.push((event as CustomEvent<Detail>).detail));
    return details;
  }

  /** Waits until the page hears `type` once more. */
  async heard(type: string): Promise<void> {
    await heard(this.stage.root, type);
    await this.stage.settled();
  }

  /** Waits until the document has been read `times` times. */
  async asked(times: number): Promise<void> {
    await eventually(() => this.league.caches.length >= times, `${times} reads`);
    await this.stage.settled();
  }

  async end(): Promise<void> {
    this.stage.strike();
    this.league.close();
    Object.assign(console, this.#console);
    history.replaceState(null, '', location.pathname + location.search);
    await forgetDevice();
  }
}
