import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {openDesk, type Desk} from '../context/desk.js';
import type {Entry, EntryKind, Mine, OutboxChange} from '../outbox/entry.js';
import {OutboxEvent} from './outbox-event.js';

/**
 * What this device keeps for one endpoint: messages that wait, and what was delivered earlier.
 *
 * Fetched with the desk itself, when there is something to keep or kept. Follows every change, also those of other
 * tabs. Nothing that is being sent is cancelled when the host goes: it must still arrive.
 */
export class DeskController implements ReactiveController {
  readonly desk: Desk = openDesk();
  /** Not delivered yet, or refused and not yet put away. */
  entries: readonly Entry[] = [];
  /** Delivered, by what it is for. */
  mine: ReadonlyMap<string, Mine> = new Map();
  /** Records on this device that can't be read any more. */
  unreadable = 0;

  readonly #host: ReactiveControllerHost & Element;
  readonly #kind: EntryKind;
  readonly #endpoint: () => string | undefined;
  readonly #onChange: (change: OutboxChange | undefined) => void;
  #unsubscribe: (() => void) | undefined;
  #waiting = 0;

  /**
   * @param kind what kind of messages, since others to the same endpoint are another widget's
   * @param endpoint URL of the document whose messages are looked for
   */
  constructor(
    host: ReactiveControllerHost & Element,
    kind: EntryKind,
    endpoint: () => string | undefined,
    onChange: (change: OutboxChange | undefined) => void,
  ) {
    this.#host = host;
    this.#kind = kind;
    this.#endpoint = endpoint;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe ??= this.desk.outbox.subscribe((change) => void this.read(change));
    void this.#catchUp(this.entries);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** Put back after a while away: looks what became of what waited then, since nobody has told us. */
  async #catchUp(before: readonly Entry[]): Promise<void> {
    if (before.length > 0) await this.read();
    for (const {id} of before) {
      const entry = this.entries.find((each) => each.id === id);
      this.#onChange({id, from: 'here', ...(entry && {entry})});
    }
  }

  /** Reads anew what is kept. */
  async read(change?: OutboxChange): Promise<void> {
    const at = this.#endpoint();
    const isOurs = ({kind, endpoint}: Entry | Mine): boolean => kind === this.#kind && endpoint === at;
    const {outbox} = this.desk;
    const [entries, mine, unreadable] = await Promise.all([
      outbox.entries(),
      outbox.mine(),
      outbox.quarantined(),
    ]);
    this.entries = entries.filter(isOurs);
    this.mine = new Map(mine.filter(isOurs).map((one) => [one.target, one]));
    this.unreadable = unreadable.length;
    this.#host.requestUpdate();
    const waiting = this.entries.filter(({state}) => state === 'waiting').length;
    if (waiting !== this.#waiting) this.#host.dispatchEvent(new OutboxEvent((this.#waiting = waiting)));
    this.#onChange(change);
  }
}
