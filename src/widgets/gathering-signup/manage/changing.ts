import type {TemplateResult} from 'lit';

import type {Problem} from '../../../protocol/problem.js';
import {readManaged} from '../../../protocol/read-answers.js';
import type {Managed, Receipt} from '../../../protocol/receipt.js';
import type {Signup as Message} from '../../../protocol/signup.js';
import type {FieldProblem} from '../../../ui/form/checks.js';
import * as managing from '../../../ui/managing/changing.js';
import type {Change, NotDone} from '../../../ui/managing/put.js';
import {SignupChangeEvent} from '../gathering-signup.events.js';
import {check, draftOf, partyOf, type Draft} from '../signup/draft.js';
import type {Manageable} from '../signup/manageable.js';
import {messageOf} from '../signup/message.js';
import type {Settled} from '../signup/phase.js';
import {problemFields} from '../signup/refusal.js';
import type {SignupScene} from '../signup-scene.js';
import {renderChange, type ChangeControls} from './change-view.js';
import {phaseOf} from './look.js';

/** Changing a signup: the form that it was made with, filled with what the endpoint has. */
export class Changing
  extends managing.Changing<SignupScene, Draft, Message, Settled, Managed>
  implements ChangeControls
{
  readonly #signup: Manageable;

  constructor(signup: Manageable, {signup: before, receipt}: Managed, known: Settled) {
    super(signup, before, draftOf(before), settledOf(receipt, before, known));
    this.#signup = signup;
  }

  /** Takes as many places as are left. Who of a family stays at home is theirs to say, so then the form asks. */
  takeWhatIsLeft(places: number): void {
    if (partyOf({...this.typed, adults: '0'}) > 0) return this.show('[name="adults"]');
    this.typed.adults = String(places);
    void this.send();
  }

  protected override readonly read = readManaged;

  protected override isThere({signup}: Managed, {at}: Message): boolean {
    return signup.at === at;
  }

  protected override render(scene: SignupScene): TemplateResult {
    return renderChange(this, scene);
  }

  protected override check({occasion}: SignupScene): readonly FieldProblem[] {
    return check(this.typed, occasion.gathering);
  }

  protected override message({occasion, l}: SignupScene): Message {
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

  protected override problemsOf(problem: Problem, {occasion}: SignupScene): readonly FieldProblem[] {
    return problemFields(problem, occasion.gathering);
  }

  protected override settle(change: Exclude<Change<Managed>, NotDone>, message: Message): Promise<void> {
    return settle(this.#signup, change, message, this.settled);
  }
}

/** Shows that a change arrived, or that there is nothing to change any more. */
export function settle(
  signup: Manageable,
  change: Exclude<Change<Managed>, NotDone>,
  message: Message,
  known: Settled,
): Promise<void> {
  const {id, waitsFor} = known.receipt;
  return managing.settle(signup, change, known, {
    settledOf: (receipt) => settledOf(receipt, message, known),
    phaseOf: (managed, {l}) => phaseOf(managed, known, l),
    news: ({l}) => (waitsFor === 'email' ? undefined : l.t('change.done')),
    eventOf: ({status}, {occasion}) => new SignupChangeEvent(id, occasion.gathering.id, status),
  });
}

function settledOf(receipt: Receipt, {name, email, adults, children}: Message, known: Settled): Settled {
  return {...known, receipt, party: adults + children, name, email};
}
