import type {ReactiveController} from 'lit';

import {hasOutbox} from '../../outbox/exists.js';
import type {OutboxChange} from '../../outbox/entry.js';
import type {DeskController} from '../../ui/desk-controller.js';
import type {PledgeFlow, PledgeHost} from './pledge-host.js';

type Chunk = typeof import('./pledge/index.js');

/**
 * Opens the form when it is wanted: at the first tick, at the button, or for what an earlier visit has left.
 *
 * Owns the form and what this device keeps. Fetches its chunk ahead where a visitor comes near, and again after a
 * press where it could not be had.
 */
export class Opening implements ReactiveController {
  /** The form, once it is here. */
  flow: PledgeFlow | undefined;
  /** What this device keeps for the endpoint; nothing until there is something to keep. */
  kept: DeskController | undefined;
  /** Whether the form could not be had when it was asked for. */
  missing = false;
  readonly #host: PledgeHost;
  #opening: Promise<PledgeFlow | undefined> | undefined;

  constructor(host: PledgeHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#onFragment);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onFragment);
  }

  readonly #onFragment = (): void => void this.look();

  /** Fetches the chunk ahead. */
  readonly near = (): void => void this.#bring().catch(() => undefined);

  /** The form; `undefined` where it can't be had just now. */
  open(): Promise<PledgeFlow | undefined> {
    this.#opening ??= this.#open().catch(() => {
      this.#opening = undefined;
      this.missing = true;
      this.#host.changed();
      return undefined;
    });
    return this.#opening;
  }

  /** Opens the form if an earlier visit left something; stores nothing by looking. */
  async look(): Promise<void> {
    try {
      const linked = location.hash.startsWith(`#ctg-pledge-${this.#host.place}=`);
      if (!linked && (this.flow || !(await hasOutbox()))) return;
      if (linked) this.#opening = undefined;
      const {entries, mine} = await this.#keep();
      if (linked || entries.length > 0 || mine.size > 0) await this.open();
    } catch {
      // Without its chunk the values are still there to see; whoever pledges is told.
    }
  }

  async #open(): Promise<PledgeFlow> {
    const {openPledge} = await this.#bring();
    await this.#keep();
    this.flow = await openPledge(this.#host);
    this.missing = false;
    this.#host.changed();
    return this.flow;
  }

  async #bring(): Promise<Chunk> {
    const chunk = await import('./pledge/index.js');
    const sheets = this.#host.shadowRoot?.adoptedStyleSheets;
    for (const {styleSheet} of chunk.chunkStyles)
      if (sheets && styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
    return chunk;
  }

  async #keep(): Promise<DeskController> {
    const {DeskController} = await this.#bring();
    const hear = (change: OutboxChange | undefined): void => {
      if (change) this.flow?.hear(change);
    };
    this.kept ??= new DeskController(this.#host, 'pledges', () => this.#host.loaded?.url, hear);
    await this.kept.read();
    return this.kept;
  }
}
