import type {TemplateResult} from 'lit';

import type {Entry, OutboxChange} from '../../../outbox/entry.js';
import type {Problem} from '../../../protocol/problem.js';
import type {Receipt} from '../../../protocol/receipt.js';
import {SignupEvent} from '../gathering-signup.events.js';
import type {Wayfinder} from '../navigation-host.js';
import type {Writer} from '../../../endpoint/writing.js';
import type {SignupScene} from '../signup-scene.js';
import type {Answer, Controls} from './controls.js';
import {draftOf, newDraft, partyOf, type Draft, type FieldProblem} from './draft.js';
import {messageIn} from './message.js';
import type {Manageable} from './manageable.js';
import type {Act, Confirmed, FewerChoice, Phase} from './phase.js';
import {renderPhase} from './phase-view.js';
import {prepare} from './prepare.js';
import {problemFields} from './refusal.js';
import {sceneOf} from './scene-of.js';
import {knownOf, settledOf} from './settle.js';

/** After this a visitor is told that it takes long, in milliseconds. */
export const LONG = 5_000;
/** What the focus goes to when something else has taken the place of what had it. */
export const HEADING = '[part~="opened"] [role="heading"]';

/**
 * One visitor's signup for one gathering, from the empty form to the places given up.
 *
 * A plain class, not a reactive controller, because it must not care about the widget's lifecycle: a single-page
 * site may drop the widget the moment the button is pressed, and what was sent must still arrive. The outbox does
 * that; this only tells what became of it.
 */
export class Signup implements Controls, Manageable {
  readonly #navigation: Wayfinder;
  /** Of the gathering. */
  readonly id: string;
  #scene: SignupScene | undefined;
  #phase: Phase = {is: 'filling', problems: []};
  #draft: Draft;
  readonly #writer: Writer | undefined;
  /** The message that is on its way or waits, so that its receipt can be told from others. */
  #sent: Entry | undefined;

  /**
   * @param id of the gathering
   * @param options.writer what writes the message, where that is not simply our JSON
   * @param options.draft what was typed into an earlier form
   * @param options.phase where it stands, if that is known from elsewhere than this device
   */
  constructor(
    navigation: Wayfinder,
    id: string,
    {writer, draft, phase}: {writer: Writer | undefined; draft?: Draft | undefined; phase?: Phase},
  ) {
    this.#navigation = navigation;
    this.id = id;
    this.#writer = writer;
    this.#draft = draft ?? newDraft();
    const {entry, mine, desk} = this.scene ?? {};
    if (phase) this.#phase = phase;
    else if (entry) this.#keep(entry, !desk?.outbox.unsaved);
    else if (mine) void this.manage('look');
  }

  /** What was typed, for the next form; nothing once it was delivered. */
  get draft(): Draft | undefined {
    return ['settled', 'managed', 'over'].includes(this.#phase.is) ? undefined : this.#draft;
  }

  /** The scene as it is now; once the gathering has left the list, the last one. */
  get scene(): SignupScene | undefined {
    this.#scene = sceneOf(this.#navigation, this.id) ?? this.#scene;
    return this.#scene;
  }

  get typed(): Draft {
    return this.#draft;
  }

  get phase(): Phase {
    return this.#phase;
  }

  render(): TemplateResult | undefined {
    const {scene} = this;
    return scene && renderPhase(this, scene);
  }

  become(phase: Phase, focus?: string): void {
    this.#phase = phase;
    this.scene?.changed(focus);
  }

  edited(): void {
    this.scene?.changed();
  }

  /** Checks what was typed and sends it. While it is on its way a second press sends nothing. */
  async send(waitlist = this.scene?.occasion.standing.state === 'full'): Promise<void> {
    const {scene} = this;
    if (!scene || this.#phase.is === 'sending') return;
    // It has arrived since this form was opened, from here or from another tab.
    if (scene.mine) return this.manage('look');
    const {entry, problems = [], refusal} = prepare(this.#draft, scene, waitlist, this.#writer);
    if (!entry) return this.#refuse(problems, refusal);
    this.#sent = entry;
    this.#sending(entry.id);
    await scene.desk.outbox.add(entry);
  }

  /** Hears what became of a message: of ours, or of one that another tab sends for us. */
  hear({id, outcome, entry}: OutboxChange): void {
    const {scene} = this;
    const {phase} = this;
    const ours = phase.is === 'sending' ? phase.id : phase.is === 'kept' ? phase.entry.id : undefined;
    if (!scene || id !== ours) return;
    if (outcome?.kind === 'confirmed') return this.#deliver(id, outcome.receipt);
    if (!entry) {
      // Delivered by another tab, which alone has the receipt; what it left on the device says where to look.
      if (scene.mine?.id === id) void this.manage('look');
      return;
    }
    if (entry.state === 'refused' && phase.is === 'sending' && messageIn(entry)) {
      void scene.desk.outbox.delete(id);
      return this.#onRefused(entry.problem ?? {code: 'refused'});
    }
    // Nothing has come of it yet, or it is asked again by itself.
    if (phase.is === 'sending' && (!outcome || outcome.kind === 'unknown') && entry.state === 'waiting')
      return;
    this.#keep(entry, !scene.desk.outbox.unsaved);
  }

  sendNow(): void {
    const {phase, scene} = this;
    if (phase.is !== 'kept' || !scene) return;
    const {id, notBefore = 0} = phase.entry;
    // A wait that the endpoint asked for stands, so nothing would be sent.
    if (notBefore > Date.now()) return scene.announce(scene.l.t('slowDown'));
    this.#recall(phase.entry);
    this.#sending(id, '[type="submit"]');
    void scene.desk.outbox.sendNow(id);
  }

  async discard(answer: Answer): Promise<void> {
    const {phase, scene} = this;
    if (phase.is !== 'kept' || !scene) return;
    if (answer !== 'yes') return this.become({...phase, asking: answer === 'ask'}, '.note + *, .row button');
    await scene.desk.outbox.delete(phase.entry.id);
    scene.announce(scene.l.t('outbox.deleted'));
    this.become({is: 'filling', problems: []}, HEADING);
  }

  async takeBack(): Promise<void> {
    const {phase, scene} = this;
    if (phase.is !== 'kept' || !scene) return;
    this.#recall(phase.entry);
    await scene.desk.outbox.delete(phase.entry.id);
    this.become({is: 'filling', problems: []}, HEADING);
  }

  choose(choice: FewerChoice): void {
    if (this.#phase.is === 'fewer') this.become({...this.#phase, choice});
  }

  /** Does what was chosen. For some of us, the form asks who comes: we never book part of a party by ourselves. */
  decide(): void {
    const {phase} = this;
    if (phase.is !== 'fewer') return;
    if (phase.choice === 'other') return this.scene?.leave();
    this.become({is: 'filling', problems: []}, phase.choice === 'some' ? '[name="adults"]' : undefined);
    if (phase.choice === 'all') void this.send(true);
  }

  async manage(act: Act): Promise<void> {
    const {scene, phase} = this;
    const settled = phase.is === 'settled' ? phase.settled : scene?.mine && knownOf(scene.mine);
    // A second press would have it done twice.
    if (!settled || (act !== 'look' && phase.is === 'settled' && phase.busy)) return;
    const standing: Confirmed = {...(phase.is === 'settled' && phase), is: 'settled', settled, trouble: ''};
    const asked: Phase = act === 'look' ? {is: 'looking'} : {...standing, busy: true};
    this.become(asked);
    const chunk = await this.#navigation.fetchManage().catch(() => undefined);
    if (this.#phase !== asked) return;
    if (chunk) return chunk.manage(this, act, settled);
    // No chunk, no connection: what there is stays, and the visitor may try again.
    const trouble = this.scene?.l.t(navigator.onLine ? 'load.wait' : 'offline');
    this.become({...standing, trouble, again: act});
  }

  #refuse(problems: readonly FieldProblem[], refusal?: Problem): void {
    this.become(
      {is: 'filling', problems, refusal},
      problems.length > 0 ? '[part~="errors"]' : '.note [role="heading"]',
    );
  }

  #onRefused(problem: Problem): void {
    const {scene} = this;
    if (!scene) return;
    const {code, places = 0} = problem;
    scene.refresh();
    if (code === 'partial' && places > 0 && places < partyOf(this.#draft)) {
      const choice = scene.occasion.standing.waitlist ? 'all' : 'some';
      return this.become({is: 'fewer', places, choice}, HEADING);
    }
    const problems = code === 'invalid' ? problemFields(problem, scene.occasion.gathering) : [];
    this.#refuse(problems, problems.length > 0 ? undefined : problem);
  }

  /** Has in the form what an earlier visit wrote, so that whatever comes of it can be changed there. */
  #recall(entry: Entry): void {
    const message = messageIn(entry);
    if (message && this.#sent?.id !== entry.id) this.#draft = draftOf(message);
    this.#sent = entry;
  }

  #keep(entry: Entry, saved: boolean): void {
    const {phase} = this;
    const first = phase.is !== 'kept';
    const asking = !first && phase.asking && phase.entry.state === entry.state;
    this.become({is: 'kept', entry, saved, asking}, first && this.#sent ? HEADING : undefined);
    if (first && this.#sent?.id === entry.id && entry.state === 'waiting') {
      this.scene?.emit(new SignupEvent(entry.id, entry.target, 'waiting', 'waiting'));
    }
  }

  #deliver(id: string, receipt: Receipt): void {
    const {scene} = this;
    const entry =
      this.#sent?.id === id ? this.#sent : this.#phase.is === 'kept' ? this.#phase.entry : undefined;
    if (!scene || !entry) return;
    this.become({is: 'settled', settled: settledOf(entry, receipt, scene)}, HEADING);
    scene.emit(new SignupEvent(id, entry.target, receipt.status, 'delivered'));
    scene.refresh();
  }

  #sending(id: string, focus?: string): void {
    this.become({is: 'sending', long: false, id}, focus);
    this.scene?.announce(this.scene.l.t('sending'));
    setTimeout(() => this.#tellLong(id), LONG);
  }

  #tellLong(id: string): void {
    if (this.#phase.is !== 'sending' || this.#phase.id !== id) return;
    this.become({...this.#phase, long: true});
    this.scene?.announce(this.scene.l.t('sending.long'));
  }
}
