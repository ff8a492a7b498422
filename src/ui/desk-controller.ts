import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {deskOfEarlierVisit, openDesk} from '../context/page.js';
import type {Desk} from '../context/desk.js';
import type {Entry, Mine, OutboxChange} from '../outbox/entry.js';

/**
 * What this device keeps for one endpoint: messages that wait, and what was delivered earlier.
 *
 * Looks without storing anything, and follows every change, also those of other tabs. Whoever wants to send asks for
 * the desk with `open()`. Nothing that is being sent is cancelled when the host goes: it must still arrive.
 */
export class DeskController implements ReactiveController {
  /** Not delivered yet, or refused and not yet put away. */
  entries: readonly Entry[] = [];
  /** Delivered, by what it is for. */
  mine: ReadonlyMap<string, Mine> = new Map();

  /** Records on this device that can't be read any more. */
  unreadable = 0;

  readonly #host: ReactiveControllerHost;
  readonly #endpoint: () => string | undefined;
  readonly #onChange: (change: OutboxChange | undefined) => void;
  #desk: Desk | undefined;
  #unsubscribe: (() => void) | undefined;
  #connected = false;

  /** @param endpoint URL of the document whose messages are looked for */
  constructor(
    host: ReactiveControllerHost,
    endpoint: () => string | undefined,
    onChange: (change: OutboxChange | undefined) => void,
  ) {
    this.#host = host;
    this.#endpoint = endpoint;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    if (this.#desk) this.#attach(this.#desk);
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** Looks whether an earlier visit left something. */
  async look(): Promise<void> {
    const desk = await deskOfEarlierVisit().catch(() => undefined); // Without its chunk a list is still a list.
    if (desk) this.#attach(desk);
    await this.read();
  }

  /** The desk, for someone who wants to send. Rejects when its chunk can't be loaded. */
  async open(): Promise<Desk> {
    const desk = await openDesk();
    this.#attach(desk);
    return desk;
  }

  /** Reads anew what is kept. */
  async read(change?: OutboxChange): Promise<void> {
    const endpoint = this.#endpoint();
    if (!this.#desk || endpoint === undefined) return;
    const {outbox} = this.#desk;
    const [entries, mine, unreadable] = await Promise.all([
      outbox.entries(),
      outbox.mine(),
      outbox.quarantined(),
    ]);
    this.unreadable = unreadable.length;
    this.entries = entries.filter((entry) => entry.endpoint === endpoint);
    this.mine = new Map(mine.filter((one) => one.endpoint === endpoint).map((one) => [one.target, one]));
    this.#host.requestUpdate();
    this.#onChange(change);
  }

  /** Sends everything that waits, at once. */
  sendNow(): void {
    void this.#desk?.outbox.sendNow();
  }

  #attach(desk: Desk): void {
    this.#desk = desk;
    if (!this.#connected) return;
    this.#unsubscribe ??= desk.outbox.subscribe((change) => void this.read(change));
  }
}
