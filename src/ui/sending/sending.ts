import type {Entry, OutboxChange} from '../../outbox/entry.js';
import type {Problem} from '../../protocol/problem.js';
import type {Receipt} from '../../protocol/receipt.js';
import type {FieldProblem} from '../form/checks.js';
import type {FormControls} from '../form/form-controls.js';
import type {Answer, KeptControls, Manageable, ManageChunk} from './controls.js';
import type {Act, Confirmed, Phase, Settled} from './phase.js';
import type {SendingScene} from './scene.js';
import {knownOf, settledOf} from './settle.js';

/** After this a visitor is told that it takes long, in milliseconds. */
export const LONG = 5_000;
/** What the focus goes to when something else has taken the place of what had it: the card is a `stack-5`. */
export const HEADING = '.stack-5 [role="heading"]';

/** How far a message has come: delivered to the endpoint, or waiting on this device. */
export type Delivery = 'delivered' | 'waiting';

/** What is ready to be sent, or why it is not. */
export interface Prepared {
  readonly entry?: Entry;
  readonly problems?: readonly FieldProblem[];
  readonly refusal?: Problem;
}

/**
 * One message of one visitor, from the empty form to its being taken back. A widget says what is particular about its
 * messages by extending this; `Own` are phases that only its messages know.
 *
 * A plain class, not a reactive controller, because it must not care about the widget's lifecycle: a single-page
 * site may drop the widget the moment the button is pressed, and what was sent must still arrive. The outbox does
 * that; this only tells what became of it.
 */
export abstract class Sending<
  Scene extends SendingScene,
  Draft,
  Known extends Settled = Settled,
  Own extends {readonly is: string} = never,
>
  implements FormControls<Draft>, KeptControls, Manageable<Scene, Known>
{
  typed: Draft;
  #scene: Scene | undefined;
  #phase: Phase<Scene, Known> = {is: 'filling', problems: []};
  /** The message that is on its way or waits, so that its receipt can be told from others. */
  #sent: Entry | undefined;

  /** @param typed an empty draft, or what was typed into an earlier form */
  constructor(typed: Draft) {
    this.typed = typed;
  }

  /** What it draws from now; `undefined` when what it is for has left the document. */
  protected abstract look(): Scene | undefined;

  /** What `entry` says, as it would be typed; `undefined` when that can't be read. */
  protected abstract draftIn(entry: Entry): Draft | undefined;

  /** What of a delivered message is named afterwards. */
  protected abstract aboutOf(entry: Entry): Omit<Known, keyof Settled> & Pick<Settled, 'name' | 'email'>;

  /** What the page is told. */
  protected abstract eventOf(entry: Entry, status: string, delivery: Delivery): Event;

  /** The fields that a refusal points at. */
  protected abstract problemsOf(problem: Problem, scene: Scene): readonly FieldProblem[];

  /** Fetches what only people need who come back, or whose plans change. Rejects when it can't be had. */
  protected abstract fetchManage(): Promise<ManageChunk<this, Known>>;

  /** Checks what was typed and sends it, by `dispatch`. */
  abstract send(): Promise<void>;

  /** Goes on from what this device has of it, or from `phase`, if that is known from elsewhere. */
  protected begin(phase?: Phase<Scene, Known>): void {
    const {entry, mine, desk} = this.scene ?? {};
    if (phase) this.#phase = phase;
    else if (entry) this.#keep(entry, !desk?.outbox.unsaved);
    else if (mine) void this.manage('look');
  }

  /** What was typed, for the next form; nothing once it was delivered. */
  get draft(): Draft | undefined {
    return ['settled', 'managed', 'over'].includes(this.#phase.is) ? undefined : this.typed;
  }

  /** The scene as it is now; once what it is for has left the document, the last one. */
  get scene(): Scene | undefined {
    this.#scene = this.look() ?? this.#scene;
    return this.#scene;
  }

  get phase(): Phase<Scene, Known> | Own {
    return this.#phase;
  }

  become(phase: Phase<Scene, Known> | Own, focus?: string): void {
    this.#phase = phase as Phase<Scene, Known>;
    this.scene?.changed(focus);
  }

  edited(): void {
    this.scene?.changed();
  }

  /** Sends what `prepare` makes of the form. While it is on its way a second press sends nothing. */
  protected async dispatch(prepare: (scene: Scene) => Prepared): Promise<void> {
    const {scene} = this;
    if (!scene || this.#phase.is === 'sending') return;
    // It has arrived since this form was opened, from here or from another tab.
    if (scene.mine) return this.manage('look');
    const {entry, problems = [], refusal} = prepare(scene);
    if (!entry) return this.#refuse(problems, refusal);
    this.#sent = entry;
    this.#sending(entry.id);
    await scene.desk.outbox.add(entry);
  }

  /** Hears what became of a message: of ours, or of one that another tab sends for us. */
  hear({id, outcome, entry}: OutboxChange): void {
    const {scene} = this;
    const phase = this.#phase;
    const ours = phase.is === 'sending' ? phase.id : phase.is === 'kept' ? phase.entry.id : undefined;
    if (!scene || id !== ours) return;
    if (outcome?.kind === 'confirmed') return this.#deliver(id, outcome.receipt);
    if (!entry) {
      // Delivered by another tab, which alone has the receipt; what it left on the device says where to look.
      if (scene.mine?.id === id) void this.manage('look');
      return;
    }
    if (entry.state === 'refused' && phase.is === 'sending' && this.draftIn(entry)) {
      void scene.desk.outbox.delete(id);
      scene.refresh();
      return this.refused(entry.problem ?? {code: 'refused'}, scene);
    }
    // Nothing has come of it yet, or it is asked again by itself.
    if (phase.is === 'sending' && (!outcome || outcome.kind === 'unknown') && entry.state === 'waiting')
      return;
    this.#keep(entry, !scene.desk.outbox.unsaved);
  }

  /** Shows in the form what the endpoint did not take. */
  protected refused(problem: Problem, scene: Scene): void {
    const problems = problem.code === 'invalid' ? this.problemsOf(problem, scene) : [];
    this.#refuse(problems, problems.length > 0 ? undefined : problem);
  }

  sendNow(): void {
    const {scene} = this;
    const phase = this.#phase;
    if (phase.is !== 'kept' || !scene) return;
    const {id, notBefore = 0} = phase.entry;
    // A wait that the endpoint asked for stands, so nothing would be sent.
    if (notBefore > Date.now()) return scene.announce(scene.l.t('slowDown'));
    this.#recall(phase.entry);
    this.#sending(id, '[type="submit"]');
    void scene.desk.outbox.sendNow(id);
  }

  async discard(answer: Answer): Promise<void> {
    const {scene} = this;
    const phase = this.#phase;
    if (phase.is !== 'kept' || !scene) return;
    if (answer !== 'yes') return this.become({...phase, asking: answer === 'ask'}, '.note + *, .row button');
    await scene.desk.outbox.delete(phase.entry.id);
    scene.announce(scene.l.t('outbox.deleted'));
    this.reopen(HEADING);
  }

  async takeBack(): Promise<void> {
    const {scene} = this;
    const phase = this.#phase;
    if (phase.is !== 'kept' || !scene) return;
    this.#recall(phase.entry);
    await scene.desk.outbox.delete(phase.entry.id);
    this.reopen(HEADING);
  }

  /** Opens the form with what was typed. */
  protected reopen(focus?: string): void {
    this.become({is: 'filling', problems: []}, focus);
  }

  async manage(act: Act): Promise<void> {
    const {scene} = this;
    const phase = this.#phase;
    const settled = phase.is === 'settled' ? phase.settled : scene?.mine && (knownOf(scene.mine) as Known);
    // A second press would have it done twice.
    if (!settled || (act !== 'look' && phase.is === 'settled' && phase.busy)) return;
    const standing: Confirmed<Scene, Known> = {
      ...(phase.is === 'settled' && phase),
      is: 'settled',
      settled,
      trouble: '',
    };
    const asked: Phase<Scene, Known> = act === 'look' ? {is: 'looking'} : {...standing, busy: true};
    this.become(asked);
    const chunk = await this.fetchManage().catch(() => undefined);
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

  /** Has in the form what an earlier visit wrote, so that whatever comes of it can be changed there. */
  #recall(entry: Entry): void {
    if (this.#sent?.id !== entry.id) this.typed = this.draftIn(entry) ?? this.typed;
    this.#sent = entry;
  }

  #keep(entry: Entry, saved: boolean): void {
    const phase = this.#phase;
    const first = phase.is !== 'kept';
    const asking = !first && phase.asking && phase.entry.state === entry.state;
    this.become({is: 'kept', entry, saved, asking}, first && this.#sent ? HEADING : undefined);
    if (first && this.#sent?.id === entry.id && entry.state === 'waiting')
      this.scene?.emit(this.eventOf(entry, 'waiting', 'waiting'));
  }

  #deliver(id: string, receipt: Receipt): void {
    const {scene} = this;
    const phase = this.#phase;
    const entry = this.#sent?.id === id ? this.#sent : phase.is === 'kept' ? phase.entry : undefined;
    if (!scene || !entry) return;
    const settled = {...settledOf(entry, receipt, scene), ...this.aboutOf(entry)} as Known;
    this.become({is: 'settled', settled}, HEADING);
    scene.emit(this.eventOf(entry, receipt.status, 'delivered'));
    scene.refresh();
  }

  #sending(id: string, focus?: string): void {
    this.become({is: 'sending', long: false, id}, focus);
    this.scene?.announce(this.scene.l.t('sending'));
    setTimeout(() => this.#tellLong(id), LONG);
  }

  #tellLong(id: string): void {
    const phase = this.#phase;
    if (phase.is !== 'sending' || phase.id !== id) return;
    this.become({...phase, long: true});
    this.scene?.announce(this.scene.l.t('sending.long'));
  }
}
