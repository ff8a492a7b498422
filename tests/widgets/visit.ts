import {html, type TemplateResult} from 'lit';

import '../../src/gathering-signup.js';
import {forgetDevice} from '../testing/device.js';
import {eventually} from '../testing/eventually.js';
import {Parish, type ParishOptions} from '../testing/parish.js';
import {Stage} from '../testing/stage.js';
import {GatheringSignupHarness} from './gathering-signup.harness.js';

/** A page with a widget and the endpoint behind it, for one test. `end` must be called after it. */
export class Visit {
  readonly parish: Parish;
  readonly stage = new Stage();
  /** Every line that the page's console has heard. */
  readonly console: string[] = [];

  readonly #console = {info: console.info, log: console.log, warn: console.warn, error: console.error};

  constructor(options: ParishOptions = {}) {
    this.parish = new Parish(options);
    for (const level of ['info', 'log', 'warn', 'error'] as const) {
      console[level] = (...words: unknown[]) => void this.console.push(words.map(String).join(' '));
    }
  }

  /** Shows the widget, or what `page` has, and waits until there is something to read in it. */
  async arrive(page?: TemplateResult): Promise<GatheringSignupHarness> {
    const widget = await this.arriveEarly(page);
    await widget.isReady();
    return widget;
  }

  /** The same without waiting. */
  async arriveEarly(page?: TemplateResult): Promise<GatheringSignupHarness> {
    const {url} = this.parish;
    await this.stage.show(page ?? html`<ctg-gathering-signup endpoint=${url}></ctg-gathering-signup>`);
    return this.widget();
  }

  /** The `n`-th widget on the page, from 1. */
  widget(n = 1): GatheringSignupHarness {
    return new GatheringSignupHarness(this.stage.findAll('ctg-gathering-signup')[n - 1] ?? null);
  }

  /** Leaves the page and comes back to it; the device keeps what it keeps. */
  async comeBack(page?: TemplateResult): Promise<GatheringSignupHarness> {
    await this.stage.show(html``);
    return this.arrive(page);
  }

  /** Everything that `type` said on this page so far: the details of the events. */
  listen<Detail>(type: string): Detail[] {
    const details: Detail[] = [];
    this.stage.root.addEventListener(type, (event) => details.push((event as CustomEvent<Detail>).detail));
    return details;
  }

  /** Waits until the endpoint has been sent `count` signups. */
  async sent(count = 1): Promise<void> {
    await eventually(() => this.parish.sent.length >= count, `${count} signups to be sent`);
  }

  async end(): Promise<void> {
    this.stage.strike();
    this.parish.close();
    Object.assign(console, this.#console);
    history.replaceState(null, '', location.pathname + location.search);
    await forgetDevice();
  }
}
