import type {Gathering} from '../../../src/protocol/gathering.js';
import {standingOf} from '../../../src/protocol/standing.js';
import type {Queries} from '../database.js';
import {type GatheringRow, type Site, toldTo, whole} from '../documents.js';
import {waitsFor} from '../holds.js';
import type {TellGroup} from '../groups/groups.js';
import type {TellAnswer, TellState} from '../host/deeds.js';
import type {TellChange} from '../manage.js';
import {moment} from '../pages/words.js';
import type {TellPledge} from '../pledges/pledges.js';
import {forgottenAt, keepUntil} from '../retention.js';
import type {Settings} from '../settings.js';
import {type Booked, partyOf, SIGNUP, type SignupRow, type Tell} from '../signups.js';
import {inZone} from '../clock.js';
import {guestLink, hostMailOf} from './addresses.js';
import {leftForHost, mayWrite, mustWait} from './limits.js';
import type {Mail} from './mail.js';
import {addressees, CONCERNED, type News, wordsOf} from './news.js';
import {GUEST, type GuestFacts, HOST, HOST_READS, type HostFacts, type Words} from './words.js';

/**
 * Writes the letters about what happens, each in the transaction in which it happens.
 *
 * Who is told what is decided here; the words are in `words.ts`, how many in `limits.ts`, and how letters travel is
 * the business of `mail.ts`.
 */
export class Letters {
  readonly #mail: Mail;
  readonly #settings: Settings;
  readonly #base: () => string;

  /** @param base where guests reach the endpoint. Never what a request says: whoever signs a stranger up writes that. */
  constructor(mail: Mail, settings: Settings, base: () => string) {
    this.#mail = mail;
    this.#settings = settings;
    this.#base = base;
  }

  /** For `signUp`: its guest gets the private link or is asked, and the host hears of it. */
  tellSignup(site: Site): Tell {
    return (queries, before, booked) => this.#signedUp(queries, site, before, booked);
  }

  /** For what guests change, confirm and give up: the host hears what matters to chairs. */
  tellChange(site: Site): TellChange {
    return (queries, before, after) => this.#changed(queries, site, before, after);
  }

  /** For a host's yes or no, and for places given to those who waited. */
  tellAnswer(site: Site): TellAnswer {
    return (queries, was, after) => this.#answered(queries, site, was, after);
  }

  /** For gatherings that are cancelled, or take place after all; nobody is told twice, or of what is over. */
  tellState(site: Site): TellState {
    return async (queries, was, is) => {
      if (standingOf(whole({...is, status: 'scheduled'}), this.#now()).state === 'past') return;
      const [before, after] = [was.status === 'cancelled', is.status === 'cancelled'];
      if (before !== after) await this.tellAll(queries, site, is, {kind: after ? 'cancelled' : 'reopened'});
    };
  }

  /** For pledges whose name or words wait to be read: the host hears of it once, however many more come within the hour. */
  tellPledge(site: Site): TellPledge {
    return async (queries, {state}) => {
      if (state === 'waiting') await this.#tellHostOfReading(queries, site, 'host-pledge');
    };
  }

  /** For groups that wait to be read: as for pledges. */
  tellGroup(site: Site): TellGroup {
    return (queries) => this.#tellHostOfReading(queries, site, 'host-group');
  }

  async #tellHostOfReading(queries: Queries, site: Site, kind: keyof typeof HOST_READS): Promise<void> {
    const to = hostMailOf(site);
    if (to === undefined || (await leftForHost(queries, to, kind, this.#now())) <= 0) return;
    // No name in it: whoever takes back what they sent must not be left over in a letter.
    const words = HOST_READS[kind](`${this.#base()}/${site.id}/host/${site.host_token}`);
    const letter = {...words, to, kind, site: site.id, fromName: site.publisher.name};
    await this.#mail.send({...letter, keepUntil: forgottenAt(site, this.#now())}, queries);
  }

  async #signedUp(queries: Queries, site: Site, before: GatheringRow, booked: Booked): Promise<void> {
    const {signup} = booked;
    const asks = waitsFor(signup) === 'email';
    if (!asks) await this.#tellHostOfNew(queries, site, before, booked);
    const {email} = signup.body;
    if (email === undefined || !(await mayWrite(queries, email, this.#now()))) return;
    if (asks) await this.#ask(queries, site, booked);
    else await this.#toGuest(queries, site, booked, 'welcome', this.#welcome(site, booked));
  }

  async #changed(queries: Queries, site: Site, before: Booked, after: Booked): Promise<void> {
    const was = before.signup;
    const is = after.signup;
    if (waitsFor(is) === 'email') {
      const {email} = is.body;
      if (email !== undefined && email !== was.body.email && (await mayWrite(queries, email, this.#now())))
        await this.#ask(queries, site, after);
      return;
    }
    if (waitsFor(was) === 'email' && is.status !== 'cancelled') {
      await this.#tellHostOfNew(queries, site, before.gathering, after);
      return;
    }
    if (was.status !== 'confirmed') return;
    const gone = partyOf(was) - (is.status === 'confirmed' ? partyOf(is) : 0);
    if (gone > 0) {
      const short = Math.max(0, (after.gathering.details.minimum ?? 0) - comingOf(after.gathering));
      const facts = {...this.#hostFacts(site, after), party: gone, short};
      await this.#toHost(queries, site, after, 'host-news', (last) => HOST.givenUp(facts, last));
    } else if (gone < 0) await this.#tellHostOfMilestones(queries, site, before.gathering, after);
  }

  async #answered(queries: Queries, site: Site, was: SignupRow, after: Booked): Promise<void> {
    const facts = await this.#guestFacts(queries, site, after);
    const {status} = after.signup;
    const words =
      status === 'declined'
        ? GUEST.declined(facts)
        : was.status === 'waitlisted'
          ? GUEST.movedUp(facts)
          : GUEST.accepted(facts);
    await this.#toGuest(queries, site, after, 'answer', words);
  }

  /**
   * Tells everyone who comes, waits or asked; each address once, however often it signed up.
   *
   * @param circle only those with one of these states
   * @returns how many letters were written
   */
  async tellAll(
    queries: Queries,
    site: Site,
    row: GatheringRow,
    news: News,
    circle: readonly SignupRow['status'][] = CONCERNED,
  ): Promise<number> {
    const guests = await queries.query<SignupRow>(
      `select ${SIGNUP} where s.site = $1 and s.gathering = $2
       and s.status = any($3) and s.granted is null order by s.place_in_line`,
      [site.id, row.id, circle],
    );
    const reached = addressees(guests);
    for (const signup of reached) {
      const booked = {signup, gathering: row, repeated: true};
      const words = wordsOf(await this.#guestFacts(queries, site, booked), news, signup);
      await this.#toGuest(queries, site, booked, news.kind, words);
    }
    return reached.length;
  }

  /** Asks a guest again whether they are coming; answers 0, or the seconds after which that may be asked for. */
  async askAgain(queries: Queries, site: Site, booked: Booked): Promise<number> {
    const {id, body} = booked.signup;
    const address = body.email ?? '';
    const wait = await mustWait(queries, {site: site.id, signup: id, address}, this.#now());
    if (wait === 0) await this.#ask(queries, site, booked);
    return wait;
  }

  #now(): number {
    return this.#settings.now();
  }

  async #ask(queries: Queries, site: Site, booked: Booked): Promise<void> {
    const {signup, gathering} = booked;
    const facts = await this.#guestFacts(queries, site, booked, true);
    const until = moment(inZone(signup.held_until?.getTime() ?? this.#now(), gathering.time_zone));
    const words = GUEST.confirm({...facts, until, waits: signup.granted === 'waitlisted'});
    await this.#toGuest(queries, site, booked, 'confirm', words);
  }

  #welcome(site: Site, booked: Booked): Words {
    const {signup} = booked;
    const facts = this.#factsWith(site, booked, signup.token);
    if (signup.status === 'waitlisted') return GUEST.waitlisted({...facts, position: signup.position ?? 1});
    return signup.status === 'pending' ? GUEST.asked(facts) : GUEST.confirmed(facts);
  }

  async #tellHostOfNew(queries: Queries, site: Site, before: GatheringRow, booked: Booked): Promise<void> {
    if (await this.#tellHostOfMilestones(queries, site, before, booked)) return;
    const facts = this.#hostFacts(site, booked);
    const write = HOST[booked.signup.status as 'confirmed'] ?? HOST.confirmed;
    await this.#toHost(queries, site, booked, 'host-new', (last) => write(facts, last));
  }

  /** Full, or enough to take place: in the place of the letter about the signup, so that one press writes one letter. */
  async #tellHostOfMilestones(
    queries: Queries,
    site: Site,
    before: GatheringRow,
    booked: Booked,
  ): Promise<boolean> {
    const {gathering} = booked;
    const crossed = (line: number | null | undefined) =>
      line !== null && line !== undefined && comingOf(before) < line && comingOf(gathering) >= line;
    const words = crossed(gathering.capacity)
      ? HOST.full
      : crossed(gathering.details.minimum)
        ? HOST.minimum
        : undefined;
    if (!words) return false;
    const facts = this.#hostFacts(site, booked);
    await this.#toHost(queries, site, booked, 'host-news', (last) => words(facts, last));
    return true;
  }

  #hostFacts(site: Site, {signup, gathering: row}: Booked): HostFacts {
    return {
      name: signup.body.name,
      party: partyOf(signup),
      gathering: whole(row),
      coming: comingOf(row),
      waiting: row.waiting,
      link: `${this.#base()}/${site.id}/host/${site.host_token}/g/${encodeURIComponent(row.id)}`,
    };
  }

  /** @param asks whether the link answers the letter; otherwise it is the one that its guest has anyway */
  async #guestFacts(queries: Queries, site: Site, booked: Booked, asks = false): Promise<GuestFacts> {
    const [row] = await queries.query<{token: string; letter_token: string | null}>(
      'select token, letter_token from signups where site = $1 and id = $2',
      [site.id, booked.signup.id],
    );
    // A gathering that does not ask any more still has guests whose address was proven by their first letter.
    const token = (asks ? row?.letter_token : undefined) ?? row?.token ?? booked.signup.token;
    return this.#factsWith(site, booked, token);
  }

  #factsWith(site: Site, {signup, gathering}: Booked, token: string): GuestFacts {
    return {
      name: signup.body.name,
      party: partyOf(signup),
      gathering: toldTo(gathering, signup.status === 'confirmed'),
      publisher: site.publisher.name,
      link: guestLink(site, signup.body.page, token, this.#settings, this.#base()),
    };
  }

  async #toGuest(
    queries: Queries,
    site: Site,
    {signup, gathering}: Booked,
    kind: string,
    words: Words,
  ): Promise<void> {
    const to = signup.body.email;
    const host = hostMailOf(site);
    if (to === undefined) return;
    await this.#mail.send(
      {...this.#frame(site, whole(gathering), kind, words, signup.id), to, ...(host && {replyTo: host})},
      queries,
    );
  }

  /** @param write the words; `last`: no more letters of this kind go out within the hour */
  async #toHost(
    queries: Queries,
    site: Site,
    {signup, gathering}: Booked,
    kind: 'host-new' | 'host-news',
    write: (last: boolean) => Words,
  ): Promise<void> {
    const to = hostMailOf(site);
    const left = to === undefined ? 0 : await leftForHost(queries, to, kind, this.#now());
    if (to === undefined || left <= 0) return;
    const framed = this.#frame(site, whole(gathering), kind, write(left === 1), signup.id);
    await this.#mail.send({...framed, to}, queries);
  }

  #frame(site: Site, gathering: Gathering, kind: string, words: Words, signup: string) {
    return {
      ...words,
      kind,
      signup,
      site: site.id,
      fromName: site.publisher.name,
      keepUntil: keepUntil(site, gathering, this.#now()),
    };
  }
}

/** People who have a place; those whose letter was not answered yet do not count. */
function comingOf({taken, held}: GatheringRow): number {
  return taken - held;
}
