import type {Outcome} from '../protocol/outcome.js';
import {Device} from './device.js';
import type {Entry, Mine, OutboxChange, Quarantined} from './entry.js';
import {Ledger} from './ledger.js';
import {type OutboxOptions, type Settings, settingsFrom} from './options.js';
import {readEntry, readMine} from './read-record.js';
import {MINE, OUT} from './shelf.js';
import {Turn} from './turn.js';
import {after, allowance, begun, hurried, interrupted, revived} from './verdict.js';

/** How many entries are on their way at once: one that hangs must not hold up the others, and an endpoint is small. */
const AT_ONCE = 3;
/** The longest single wait, in milliseconds: one day. What asks for more was written under another clock. */
const DAY = 86_400_000;
/** The longest an entry is kept for sending, in milliseconds. */
const LONGEST = 7 * DAY;
/** Within how many milliseconds what a missing connection held up is tried again once there may be one. */
const SOON = 1_000;
/** Last codes that a page coming back to life may have cured. */
const CURABLE = ['unreachable', 'sending'];

/**
 * Keeps what a visitor sent until a receipt says that it arrived.
 *
 * Written down, then sent, then deleted, and deleted only for a receipt that names its id; what remains after
 * delivery is written in the same transaction. One page of a browser sends at a time, all pages hear of it. Nothing
 * is opened before it is needed, and nothing stays open after `rest`. It knows no page: whoever makes it calls `wake`
 * on start, `pageshow`, `online` and when the page becomes visible, and `rest` on `pagehide`.
 */
export class Outbox {
  readonly #settings: Settings;
  readonly #device: Device;
  readonly #ledger: Ledger;
  readonly #turn: Turn;

  /** When each waiting entry is due by the monotonic clock, and for which `nextAt` that was worked out. */
  readonly #due = new Map<string, {readonly nextAt: number; readonly at: number}>();
  readonly #underWay = new Map<string, AbortController>();
  #resting = false;
  #cancelTimer = () => {};

  constructor(options: OutboxOptions) {
    const settings = (this.#settings = settingsFrom(options));
    this.#device = new Device(settings);
    this.#ledger = new Ledger(this.#device, settings, () => void this.#pump());
    this.#turn = new Turn(settings, this.#ledger.shelf, () => this.#stop());
  }

  /** Whether something waits that is lost when this page is closed: then, and only then, is leaving worth a warning. */
  get unsaved(): boolean {
    return this.#ledger.shelf.unsaved;
  }

  /** Why the device does not keep things, once it refused. */
  get trouble(): 'full' | 'slow' | 'refused' | undefined {
    return this.#device.trouble;
  }

  /**
   * Writes `entry` down and says where: `memory` lasts only as long as this page. Sending starts at once.
   *
   * An entry that is already there stays as it is, so a double press is one entry; a refused one is replaced.
   */
  async add(entry: Entry): Promise<'device' | 'memory'> {
    this.#resting = false;
    this.#ledger.open();
    const expiresAt = Math.min(entry.expiresAt, entry.createdAt + LONGEST);
    const where = await this.#ledger.write(entry.id, (there, old) => {
      if ((there && there.state !== 'refused') || readEntry(old, entry.id) === 'foreign') return [];
      return [[OUT + entry.id, {...entry, expiresAt}]];
    });
    void this.#pump();
    return where ?? 'memory';
  }

  /** Everything that is not delivered, oldest first, also what is refused, unclear or expired. */
  async entries(): Promise<readonly Entry[]> {
    return (await this.#ledger.look()).sort((a, b) => a.createdAt - b.createdAt);
  }

  /** What was delivered from this device and has not passed. */
  async mine(): Promise<readonly Mine[]> {
    const mine: Mine[] = [];
    for (const [key, value] of await this.#ledger.all()) {
      const one = key.startsWith(MINE) ? readMine(value, key.slice(MINE.length)) : undefined;
      if (typeof one !== 'object') continue;
      if (one.expires > this.#settings.now()) mine.push(one);
      else await this.forget(one.id);
    }
    return mine;
  }

  /** Records that cannot be read. They stay where they are, hold up nothing, and can be copied or deleted. */
  async quarantined(): Promise<readonly Quarantined[]> {
    return [...(await this.#ledger.all())]
      .filter(([key]) => key.startsWith(OUT))
      .map(([key, value]) => ({id: key.slice(OUT.length), value}))
      .filter(({id, value}) => readEntry(value, id) === undefined);
  }

  /** Keeps `mine` in place of what was kept under its id. */
  async remember(mine: Mine): Promise<'device' | 'memory'> {
    return (await this.#ledger.write(mine.id, () => [[MINE + mine.id, mine]])) ?? 'memory';
  }

  /** Forgets, on this device, what was delivered under `id`. The endpoint is not told. */
  async forget(id: string): Promise<void> {
    await this.#ledger.write(id, () => [[MINE + id, undefined]]);
  }

  /**
   * Sends at once what waits, or the one entry `id`, an unclear one too.
   *
   * Without an id nothing unclear is sent: that may double, so it takes a press for each. A wait that the endpoint
   * asked for stands; refused and expired entries stay what they are.
   */
  async sendNow(id?: string): Promise<void> {
    this.#resting = false;
    const ids = id === undefined ? (await this.entries()).map((entry) => entry.id) : [id];
    for (const one of ids) {
      await this.#ledger.write(one, (entry) => {
        const may = entry?.state === 'waiting' || (entry?.state === 'unclear' && id !== undefined);
        return entry && may && !this.#underWay.has(one)
          ? [[OUT + one, hurried(entry, this.#settings.now())]]
          : undefined;
      });
    }
    void this.#pump();
  }

  /** Gives up on `id`. What is already on its way is not called back: if it arrives, it is kept as ours. */
  async delete(id: string): Promise<void> {
    await this.#ledger.write(id, () => [[OUT + id, undefined]]);
  }

  /** Calls `listener` at every change, on this page or another; gives back how to stop that. */
  subscribe(listener: (change: OutboxChange) => void): () => void {
    return this.#ledger.subscribe(listener);
  }

  /** The page is there, or back, or connected again: looks what changed meanwhile and sends what is due. */
  async wake(): Promise<void> {
    this.#resting = false;
    this.#device.again();
    this.#ledger.open();
    for (const entry of await this.#ledger.look()) {
      if (entry.state === 'unclear') await this.#askAgain(entry.id);
      if (!CURABLE.includes(entry.last ?? '') || allowance(entry, this.#settings.now())) continue;
      const at = Math.min(this.#dueAt(entry), this.#settings.ticks() + this.#settings.random() * SOON);
      this.#due.set(entry.id, {nextAt: entry.nextAt, at});
    }
    void this.#pump();
  }

  /** The page is being left: stops sending and closes everything. `wake`, `add` and `sendNow` start again. */
  rest(): void {
    this.#resting = true;
    this.#cancelTimer();
    this.#ledger.close();
    this.#stop();
    this.#leave();
    this.#device.close();
  }

  /** Once at every wake, an endpoint that acts once on an id may be asked what became of it: what said "yes" instead is often a login page. */
  async #askAgain(id: string): Promise<void> {
    const now = this.#settings.now();
    await this.#ledger.write(id, (there) => {
      const may = there?.state === 'unclear' && there.idempotent && there.expiresAt > now;
      return may && !allowance(there, now) ? [[OUT + id, revived(there, now)]] : undefined;
    });
  }

  /** Sends what is due if it is our turn, asks for the turn if it is not, and sleeps until something will be due. */
  async #pump(): Promise<void> {
    if (this.#resting) return;
    const waiting = (await this.#ledger.look())
      .filter((entry) => entry.state === 'waiting' && !this.#underWay.has(entry.id))
      .sort((a, b) => this.#dueAt(a) - this.#dueAt(b));
    const due = waiting.filter((entry) => this.#dueAt(entry) <= this.#settings.ticks());
    this.#sleep(waiting[due.length]);
    if (this.#resting || !due.length) return this.#leave();
    if (this.#turn.held) {
      for (const entry of due.slice(0, Math.max(0, AT_ONCE - this.#underWay.size))) void this.#attempt(entry);
      return;
    }
    await this.#turn.take();
    if (this.#turn.held) await this.#pump();
  }

  async #attempt(entry: Entry): Promise<void> {
    const controller = new AbortController();
    this.#underWay.set(entry.id, controller);
    try {
      const current = await this.#begin(entry);
      if (!current || controller.signal.aborted) return;
      const outcome = await this.#ask(current, controller.signal);
      const final = outcome.kind === 'confirmed' || outcome.kind === 'refused';
      // Cut off by ourselves: what is written down says so already, and it is not the endpoint's fault.
      if (final || !controller.signal.aborted) await this.#settle(current, outcome);
    } finally {
      this.#underWay.delete(entry.id);
      if (this.#resting) this.#leave();
      else void this.#pump();
    }
  }

  /** Writes the attempt down before it is made; `undefined` when somebody else has changed the entry since we looked. */
  async #begin(entry: Entry): Promise<Entry | undefined> {
    let next: Entry | undefined;
    await this.#ledger.write(entry.id, (there) => {
      next = undefined;
      if (there?.state !== 'waiting' || there.attempts !== entry.attempts) return undefined;
      // Ours is the turn and it is not under way here, so the page that was sending it is gone.
      const lost = there.last === 'sending' && !there.idempotent;
      next = lost ? undefined : begun(there, this.#settings.now(), this.#settings.random);
      return [[OUT + entry.id, next ?? interrupted(there)]];
    });
    return next;
  }

  async #ask(entry: Entry, signal: AbortSignal): Promise<Outcome> {
    try {
      const outcome = await this.#settings.send(entry, signal);
      // Whoever sends has looked already; the one thing that deletes is worth a second look.
      const foreign = outcome.kind === 'confirmed' && outcome.receipt.id !== entry.id;
      return foreign ? {kind: 'unknown', code: 'no-receipt'} : outcome;
    } catch {
      // A mistake in `send` must not cost a visitor what they sent.
      return {kind: 'retry', code: 'unreachable'};
    }
  }

  async #settle(entry: Entry, outcome: Outcome): Promise<void> {
    const {id} = entry;
    const key = OUT + id;
    const mine = outcome.kind === 'confirmed' && this.#settings.mineOf(entry, outcome.receipt);
    await this.#ledger.write(
      id,
      (there) => {
        if (mine)
          return [
            [MINE + id, mine],
            [key, undefined],
          ];
        // Deleted, given another state or taken over meanwhile: that stands.
        if (outcome.kind === 'confirmed' || there?.state !== 'waiting' || there.attempts !== entry.attempts)
          return [];
        const next = after(there, outcome, this.#settings.now(), this.#settings.random);
        // Worked out at once: if the wall clock is set in the next moment, the wait is already monotonic.
        this.#dueAt(next);
        return [[key, next]];
      },
      outcome,
    );
  }

  #dueAt(entry: Entry): number {
    const {id, nextAt} = entry;
    const known = this.#due.get(id);
    if (known?.nextAt === nextAt) return known.at;
    const at = this.#settings.ticks() + Math.max(0, Math.min(DAY, nextAt - this.#settings.now()));
    this.#due.set(id, {nextAt, at});
    return at;
  }

  #sleep(next: Entry | undefined): void {
    this.#cancelTimer();
    if (next)
      this.#cancelTimer = this.#settings.schedule(
        () => void this.#pump(),
        Math.max(0, this.#dueAt(next) - this.#settings.ticks()),
      );
  }

  /** Cuts off what is on its way. */
  #stop(): void {
    for (const controller of this.#underWay.values()) controller.abort();
  }

  /** Gives the turn back once nothing is on its way. */
  #leave(): void {
    if (this.#underWay.size) return;
    void this.#turn.release().then(() => this.#resting && this.#device.close());
  }
}
