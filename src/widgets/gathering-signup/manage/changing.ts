import type {Problem} from '../../../protocol/problem.js';
import type {Managed, Receipt} from '../../../protocol/receipt.js';
import type {Signup as Message} from '../../../protocol/signup.js';
import {SignupChangeEvent} from '../gathering-signup.events.js';
import {check, draftOf, partyOf, type Draft, type FieldProblem} from '../signup/draft.js';
import type {Manageable} from '../signup/manageable.js';
import {messageOf} from '../signup/message.js';
import type {Settled} from '../signup/phase.js';
import {problemFields} from '../signup/refusal.js';
import {HEADING, LONG} from '../signup/signup.js';
import type {SignupScene} from '../signup-scene.js';
import {renderChange, type ChangeControls} from './change-view.js';
import {keepInStep, phaseOf} from './look.js';
import {isSettled, put, type Change, type NotDone} from './put.js';

const NOTE = '.note [role="heading"]';

/**
 * Changing a signup: the form that it was made with, filled with what the endpoint has.
 *
 * Until the endpoint has answered, the old signup stands, and everything that is said here says so.
 */
export class Changing implements ChangeControls {
  readonly typed: Draft;
  /** What the endpoint has now, and what is known of it. */
  readonly before: Message;
  readonly settled: Settled;
  problems: readonly FieldProblem[] = [];
  /** What became of the last attempt, when it is not done. */
  last: NotDone | undefined;
  sending: 'no' | 'short' | 'long' = 'no';

  readonly #signup: Manageable;

  constructor(signup: Manageable, managed: Managed, known: Settled) {
    this.#signup = signup;
    this.before = managed.signup;
    this.typed = draftOf(managed.signup);
    this.settled = settledOf(managed.receipt, managed.signup, known);
  }

  /** Shows the form, or shows it anew. */
  show(focus?: string): void {
    this.#signup.become({is: 'managed', render: (scene) => renderChange(this, scene)}, focus);
  }

  edited(): void {
    this.#signup.scene?.changed();
  }

  /** Checks what was typed and sends it. While it is on its way a second press sends nothing. */
  async send(): Promise<void> {
    const {scene} = this.#signup;
    const {manage} = this.settled;
    if (!scene || manage === undefined || this.sending !== 'no') return undefined;
    const {occasion, l} = scene;
    this.last = undefined;
    this.problems = check(this.typed, occasion.gathering);
    if (this.problems.length > 0) return this.show('[part~="errors"]');
    const message = this.#message(scene);
    this.sending = 'short';
    this.show();
    scene.announce(l.t('sending'));
    const late = setTimeout(() => {
      this.sending = 'long';
      this.edited();
      scene.announce(l.t('sending.long'));
    }, LONG);
    const change = await put(manage, message, ({signup}) => signup.at === message.at);
    clearTimeout(late);
    if (isSettled(change)) return settle(this.#signup, change, message, this.settled);
    this.sending = 'no';
    if (change.is === 'refused') return this.refuse(change.problem);
    this.last = change;
    return this.show(NOTE);
  }

  /** Takes as many places as are left. Who of a family stays at home is theirs to say, so then the form asks. */
  takeWhatIsLeft(places: number): void {
    if (partyOf({...this.typed, adults: '0'}) > 0) return this.show('[name="adults"]');
    this.typed.adults = String(places);
    void this.send();
  }

  /** Leaves everything as it was; too late for that while a change is on its way. */
  keep(): void {
    if (this.sending !== 'no') return;
    this.#signup.become({is: 'settled', settled: this.settled}, HEADING);
  }

  #message({occasion, l}: SignupScene): Message {
    const {id, names, consents, waitlist = false} = this.before;
    const now = Date.now();
    const message = messageOf(this.typed, {occasion, language: l.lang, page: location.href, now, waitlist});
    return {
      ...message,
      id,
      ...(names && {names}),
      // Whoever agreed before has not agreed anew.
      consents: message.consents.map(
        (each) => consents.find((old) => old.id === each.id && old.version === each.version) ?? each,
      ),
    };
  }

  /** Shows what an endpoint did not take, in the form. */
  refuse(problem: Problem): void {
    const {scene} = this.#signup;
    if (!scene) return;
    this.last = {is: 'refused', problem};
    this.problems = problem.code === 'invalid' ? problemFields(problem, scene.occasion.gathering) : [];
    scene.refresh();
    this.show(this.problems.length > 0 ? '[part~="errors"]' : NOTE);
  }
}

/** Shows that a change arrived, or that there is nothing to change any more. */
export async function settle(
  signup: Manageable,
  change: Exclude<Change, NotDone>,
  message: Message,
  known: Settled,
): Promise<void> {
  const {scene} = signup;
  if (!scene) return;
  const {l, desk, mine, loaded, occasion} = scene;
  const {id} = known.receipt;
  const remember = async (receipt: Receipt): Promise<void> => {
    if (mine?.id === id) await keepInStep(desk.outbox, mine, receipt);
  };
  switch (change.is) {
    case 'done': {
      const {receipt} = change;
      await remember(receipt);
      const confirms = known.receipt.waitsFor === 'email';
      const news = confirms ? undefined : l.t('change.done');
      signup.become({is: 'settled', settled: settledOf(receipt, message, known), news}, HEADING);
      if (news) scene.announce(news);
      scene.emit(new SignupChangeEvent(id, occasion.gathering.id, receipt.status));
      scene.refresh();
      return;
    }
    case 'ended':
      await remember(change.managed.receipt);
      return signup.become(phaseOf(change.managed, known, l), HEADING);
    case 'gone':
      await desk.outbox.forget(id);
      return signup.become(
        {is: 'over', text: l.t('manage.gone', {publisher: loaded.document.publisher?.name})},
        HEADING,
      );
  }
}

function settledOf(receipt: Receipt, {name, email, adults, children}: Message, known: Settled): Settled {
  return {...known, receipt, party: adults + children, name, email};
}
