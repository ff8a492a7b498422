import type {TemplateResult} from 'lit';

import type {Writer} from '../../../endpoint/writing.js';
import type {Entry} from '../../../outbox/entry.js';
import type {Problem} from '../../../protocol/problem.js';
import type {FieldProblem} from '../../../ui/form/checks.js';
import {HEADING, Sending, type Delivery} from '../../../ui/sending/sending.js';
import {SignupEvent} from '../gathering-signup.events.js';
import type {Wayfinder} from '../navigation-host.js';
import type {SignupScene} from '../signup-scene.js';
import type {Controls} from './controls.js';
import {draftOf, newDraft, partyOf, type Draft} from './draft.js';
import type {ManageChunk} from './manageable.js';
import {messageIn} from './message.js';
import type {Fewer, FewerChoice, Phase, Settled} from './phase.js';
import {renderPhase} from './phase-view.js';
import {prepare} from './prepare.js';
import {problemFields} from './refusal.js';
import {sceneOf} from './scene-of.js';

/** One visitor's signup for one gathering, from the empty form to the places given up. */
export class Signup extends Sending<SignupScene, Draft, Settled, Fewer> implements Controls {
  readonly #navigation: Wayfinder;
  /** Of the gathering. */
  readonly id: string;
  readonly #writer: Writer | undefined;

  /**
   * @param id of the gathering
   * @param options.writer what writes the message, where that is not simply our JSON
   * @param options.draft what was typed into an earlier form
   * @param options.phase where it stands, if that is known from elsewhere than this device
   */
  constructor(
    navigation: Wayfinder,
    id: string,
    {
      writer,
      draft = newDraft(),
      phase,
    }: {writer: Writer | undefined; draft?: Draft | undefined; phase?: Exclude<Phase, Fewer>},
  ) {
    super(draft);
    this.#navigation = navigation;
    this.id = id;
    this.#writer = writer;
    this.begin(phase);
  }

  render(): TemplateResult | undefined {
    const {scene} = this;
    return scene && renderPhase(this, scene);
  }

  send(waitlist = this.scene?.occasion.standing.state === 'full'): Promise<void> {
    return this.dispatch((scene) => prepare(this.typed, scene, waitlist, this.#writer));
  }

  choose(choice: FewerChoice): void {
    const {phase} = this;
    if (phase.is === 'fewer') this.become({...phase, choice});
  }

  /** Does what was chosen. For some of us, the form asks who comes: we never book part of a party by ourselves. */
  decide(): void {
    const {phase} = this;
    if (phase.is !== 'fewer') return;
    if (phase.choice === 'other') return this.scene?.leave();
    this.reopen(phase.choice === 'some' ? '[name="adults"]' : undefined);
    if (phase.choice === 'all') void this.send(true);
  }

  protected override look(): SignupScene | undefined {
    return sceneOf(this.#navigation, this.id);
  }

  protected override draftIn(entry: Entry): Draft | undefined {
    const message = messageIn(entry);
    return message && draftOf(message);
  }

  protected override aboutOf(entry: Entry): Pick<Settled, 'party' | 'name' | 'email'> {
    const message = messageIn(entry);
    return {party: message && message.adults + message.children, name: message?.name, email: message?.email};
  }

  protected override eventOf({id, target}: Entry, status: string, delivery: Delivery): SignupEvent {
    return new SignupEvent(id, target, status, delivery);
  }

  protected override problemsOf(problem: Problem, {occasion}: SignupScene): readonly FieldProblem[] {
    return problemFields(problem, occasion.gathering);
  }

  protected override refused(problem: Problem, scene: SignupScene): void {
    const {code, places = 0} = problem;
    if (code !== 'partial' || places <= 0 || places >= partyOf(this.typed))
      return super.refused(problem, scene);
    this.become({is: 'fewer', places, choice: scene.occasion.standing.waitlist ? 'all' : 'some'}, HEADING);
  }

  protected override fetchManage(): Promise<ManageChunk> {
    return this.#navigation.fetchManage();
  }
}
