import type {Database, Queries} from '../database.js';
import type {Settings} from '../settings.js';
import {type Carrier, carrierOf, Undeliverable} from './carriers.js';
import type {Letter} from './letter.js';
import {claim, type Claimed, enqueue, markRefused, markSent, nextDue, putBack} from './queue.js';

/** What the rest of the endpoint knows of mail. */
export interface Mail {
  /** Where letters go, in words for whoever starts the endpoint. */
  readonly where: string;
  /**
   * Puts a letter into the queue, and so never fails for the mail server's sake.
   *
   * @param queries those of a transaction, so that the letter is written if and only if that is committed
   */
  send(letter: Letter, queries?: Queries): Promise<void>;
  /** Says that something may be in the queue now. */
  wake(): void;
}

/** Milliseconds before a letter is tried a second time; doubles with every further one. */
const AGAIN = 5_000;
/** Longest time between two tries, in milliseconds: half an hour. */
const AGAIN_MOST = 30 * 60_000;
/** How long a letter is tried, in milliseconds: three days, longer than a mail server is ever down for a weekend. */
const GIVE_UP = 72 * 3_600_000;
/** Longest time without a look into the queue, in milliseconds: another process may have put something there. */
const LOOK = 30_000;

/** Carries letters out of the queue, one after the other, while the endpoint does its own work. */
export class Postman implements Mail {
  readonly #database: Database;
  readonly #carrier: Carrier;
  readonly #now: () => number;
  #round: Promise<void> | undefined;
  #again = false;
  #ended = false;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #restsUntil = 0;

  constructor(database: Database, settings: Settings, carrier: Carrier = carrierOf(settings)) {
    this.#database = database;
    this.#carrier = carrier;
    this.#now = settings.now;
  }

  get where(): string {
    return this.#carrier.where;
  }

  async send(letter: Letter, queries?: Queries): Promise<void> {
    await enqueue(queries ?? this.#database, letter, this.#now());
    // Inside a transaction there is nothing to see yet; the routes wake the postman when they are done.
    if (!queries) this.wake();
  }

  wake(): void {
    if (this.#ended) return;
    this.#again = this.#round !== undefined;
    if (this.#round) return;
    clearTimeout(this.#timer);
    this.#round = this.#deliver()
      // The database is away: what is in the queue stays there, and is looked for again.
      .catch((error: unknown) => console.error('ctg-endpoint: letters could not be looked for', error))
      .then(() => this.#rest());
  }

  /** Resolves once everything that is due has been tried. */
  async idle(): Promise<void> {
    while (this.#round) await this.#round;
  }

  /** Ends after the letter that is being carried; what is left stays in the queue. */
  async close(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    await this.#round;
    clearTimeout(this.#timer);
  }

  async #deliver(): Promise<void> {
    while (!this.#ended && this.#now() >= this.#restsUntil) {
      const claimed = await claim(this.#database, this.#now());
      if (!claimed) return;
      await this.#carry(claimed);
    }
  }

  async #carry({letter, attempts}: Claimed): Promise<void> {
    try {
      await this.#carrier.carry(letter);
    } catch (error) {
      await this.#failed({letter, attempts}, error);
      return;
    }
    this.#failures = 0;
    await markSent(this.#database, letter.id, this.#now());
  }

  /** Nothing that is logged here says to whom the letter was going. */
  async #failed({letter, attempts}: Claimed, error: unknown): Promise<void> {
    const now = this.#now();
    if (error instanceof Undeliverable) {
      console.error(`ctg-endpoint: letter ${letter.id} was refused for good`);
      await markRefused(this.#database, letter.id, 'refused');
      return;
    }
    if (now - letter.created.getTime() > GIVE_UP) {
      console.error(`ctg-endpoint: letter ${letter.id} could not be sent for three days`);
      await markRefused(this.#database, letter.id, 'too late');
      return;
    }
    await putBack(this.#database, letter.id, now + backOff(attempts));
    // A server that took a letter's text and said "later" to it is well; one that could not be reached is left alone.
    if (isAboutOne(error)) return;
    this.#failures += 1;
    this.#restsUntil = now + backOff(this.#failures);
    if (this.#failures === 1) console.error(`ctg-endpoint: mail waits, ${codeOf(error)}`);
  }

  async #rest(): Promise<void> {
    const due = await nextDue(this.#database).catch(() => undefined);
    this.#round = undefined;
    if (this.#ended) return;
    if (this.#again) {
      this.#again = false;
      this.wake();
      return;
    }
    const next = due === undefined ? LOOK : Math.max(due, this.#restsUntil) - this.#now();
    this.#timer = setTimeout(() => this.wake(), Math.min(Math.max(next, 100), LOOK));
    this.#timer.unref();
  }
}

function backOff(attempts: number): number {
  return Math.min(AGAIN * 2 ** Math.min(attempts - 1, 20), AGAIN_MOST);
}

function isAboutOne(error: unknown): boolean {
  const {responseCode, command} = error as {responseCode?: number; command?: string};
  return responseCode !== undefined && responseCode !== 421 && (command === 'RCPT TO' || command === 'DATA');
}

/** What is wrong with the mail server, without what was said to it: that would name people. */
function codeOf(error: unknown): string {
  const {code, responseCode, command} = error as {code?: string; responseCode?: number; command?: string};
  return [code ?? 'unknown', command, responseCode].filter((part) => part !== undefined).join(' ');
}
