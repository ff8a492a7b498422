/** The book of one example: who signed up, kept in the memory of the page, decided as a real endpoint decides. */
import {newId} from '../../base/id.js';
import type {Gathering} from '../../protocol/gathering.js';
import type {Problem} from '../../protocol/problem.js';
import type {Managed, Receipt} from '../../protocol/receipt.js';
import type {Signup} from '../../protocol/signup.js';
import {standingOf} from '../../protocol/standing.js';
import {gatheringsFrom} from './content.js';
import type {MockState} from './states.js';

/** What an example answers: a status and a body. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

interface Booking {
  readonly token: string;
  signup: Signup;
  status: Receipt['status'];
  /** When its e-mail was last sent again, in milliseconds. */
  mailed?: number;
}

/** How long the same e-mail is not sent again, in milliseconds. */
const MINUTE = 60_000;

/** Refuses, as RFC 9457 has it. */
export function refuse(status: number, code: string, more: Partial<Problem> = {}): Reply {
  return {status, body: {type: 'about:blank', title: code, status, code, ...more}};
}

const partyOf = ({adults, children}: Signup): number => adults + children;

/** The book of one example. */
export class Bookings {
  readonly #name: string;
  readonly #state: MockState;
  readonly #now: () => number;
  readonly #published: readonly Gathering[];
  /** By the id of the signup; the order is the order of the waiting list. */
  readonly #bookings = new Map<string, Booking>();

  constructor(name: string, state: MockState, now: () => number) {
    this.#name = name;
    this.#state = state;
    this.#now = now;
    const all = gatheringsFrom(now());
    this.#published = state.gatherings ? state.gatherings(all, now()) : all;
  }

  /** What is published, counted as of now. */
  gatherings(): Gathering[] {
    return this.#published.map((gathering) => {
      const heads = (status: Receipt['status'][]): number => {
        const ours = this.#of(gathering.id).filter((each) => status.includes(each.status));
        return ours.reduce((sum, {signup}) => sum + partyOf(signup), 0);
      };
      const counted = {...gathering};
      if (gathering.taken !== undefined) counted.taken = gathering.taken + heads(['confirmed', 'pending']);
      if (gathering.waitlist) counted.waiting = (gathering.waiting ?? 0) + heads(['waitlisted']);
      return counted;
    });
  }

  /** Signs up a party, or repeats the first answer to the same id. */
  signUp(signup: Signup): Reply {
    const known = this.#bookings.get(signup.id);
    if (known) return {status: 200, body: this.#receipt(known)};
    const decided = this.#decide(signup);
    if (typeof decided === 'object') return decided;
    const booking: Booking = {token: newId().replaceAll('-', ''), signup, status: decided};
    this.#bookings.set(signup.id, booking);
    return {status: 201, body: this.#receipt(booking)};
  }

  /** What somebody with a token sees. */
  look(token: string): Reply {
    const booking = this.#byToken(token);
    if (!booking) return refuse(404, 'not-found');
    return {status: 200, body: {receipt: this.#receipt(booking), signup: booking.signup} satisfies Managed};
  }

  /**
   * Changes a signup, and confirms one that waited for an e-mail.
   *
   * A party that grows needs places like anyone else and counts its own as free. One that shrinks may do so after
   * sign-up has closed too. Who waits keeps their number, and what was given up stays given up.
   */
  change(token: string, signup: Signup): Reply {
    const booking = this.#byToken(token);
    if (!booking || signup.id !== booking.signup.id) return refuse(404, 'not-found');
    if (booking.status === 'cancelled' || booking.status === 'declined') return refuse(409, 'closed');
    const refused = this.#growth(booking, signup);
    if (refused) return refused;
    booking.signup = signup;
    if (booking.status === 'pending' && this.#state.waitsFor === 'email') booking.status = 'confirmed';
    return {status: 200, body: this.#receipt(booking)};
  }

  /** Has the e-mail sent again, but not twice within a minute. */
  resend(token: string): Reply {
    const booking = this.#byToken(token);
    if (!booking) return refuse(404, 'not-found');
    if (booking.status !== 'pending' || this.#state.waitsFor !== 'email')
      return {status: 200, body: this.#receipt(booking)};
    const wait = Math.ceil(((booking.mailed ?? -Infinity) + MINUTE - this.#now()) / 1_000);
    if (wait > 0) return refuse(429, 'slow-down', {retryAfter: wait});
    booking.mailed = this.#now();
    return {status: 200, body: this.#receipt(booking)};
  }

  /** Gives up a signup; giving it up again changes nothing. */
  giveUp(token: string): Reply {
    const booking = this.#byToken(token);
    if (!booking) return refuse(404, 'not-found');
    booking.status = 'cancelled';
    return {status: 200, body: this.#receipt(booking)};
  }

  /** The status a party gets, or why it gets none. */
  #decide(signup: Signup): Receipt['status'] | Reply {
    if (this.#state.invalid) return refuse(422, 'invalid', {errors: wrongFieldsOf(signup)});
    const gathering = this.gatherings().find(({id}) => id === signup.gathering);
    if (!gathering) return refuse(404, 'not-found');
    const {state, left = Infinity} = standingOf(gathering, this.#now());
    if (state !== 'open' && state !== 'full') return refuse(409, 'closed');
    if (partyOf(signup) <= left) return this.#state.waitsFor ? 'pending' : 'confirmed';
    if (gathering.waitlist && signup.waitlist) return 'waitlisted';
    return left > 0 ? refuse(409, 'partial', {places: left}) : refuse(409, 'full', {places: 0});
  }

  /** Why a signup can't become `next`; nothing when it can. */
  #growth({signup, status}: Booking, next: Signup): Reply | undefined {
    if (this.#state.invalid) return refuse(422, 'invalid', {errors: wrongFieldsOf(next)});
    const gathering = this.gatherings().find(({id}) => id === signup.gathering);
    if (!gathering || next.gathering !== signup.gathering) return refuse(404, 'not-found');
    const [before, party] = [partyOf(signup), partyOf(next)];
    const {state, left = Infinity} = standingOf(gathering, this.#now());
    const over = state === 'cancelled' || state === 'past';
    if (over || (party > before && state !== 'open' && state !== 'full')) return refuse(409, 'closed');
    if (status === 'waitlisted' || party - before <= Math.max(0, left)) return undefined;
    return refuse(409, 'partial', {places: before + left});
  }

  #receipt({token, signup, status}: Booking): Receipt {
    const gathering = this.#published.find(({id}) => id === signup.gathering);
    const line = this.#of(signup.gathering).filter((each) => each.status === 'waitlisted');
    const place = line.findIndex((each) => each.token === token) + 1 + (gathering?.waiting ?? 0);
    const hidden = gathering?.place?.revealed === 'confirmed' && status === 'confirmed';
    return {
      id: signup.id,
      status,
      token,
      manage: `mock:${this.#name}/signups/${token}`,
      gathering: signup.gathering,
      ...(status === 'pending' && {waitsFor: this.#state.waitsFor ?? 'host'}),
      ...(status === 'waitlisted' && {position: place}),
      ...(hidden && {place: {...gathering.place, address: '9 Cedar Court, Reno, NV 89502'}}),
    };
  }

  #of(gathering: string): Booking[] {
    return [...this.#bookings.values()].filter(({signup}) => signup.gathering === gathering);
  }

  #byToken(token: string): Booking | undefined {
    return [...this.#bookings.values()].find((each) => each.token === token);
  }
}

/** What a fussy endpoint might say: about the name, about how to be reached, and about each answer. */
function wrongFieldsOf({email, answers}: Signup): {pointer: string; detail: string}[] {
  return [
    {pointer: '/name', detail: 'The host needs your full name.'},
    {pointer: email === undefined ? '/phone' : '/email', detail: 'The host can’t reach you there.'},
    ...Object.keys(answers).map((id) => ({
      pointer: `/answers/${id}`,
      detail: 'The host needs another answer here.',
    })),
  ];
}
