import type {TemplateResult} from 'lit';

import type {Problem} from '../../protocol/problem.js';
import type {Receipt} from '../../protocol/receipt.js';
import type {FieldProblem} from '../form/checks.js';
import type {FormControls} from '../form/form-controls.js';
import type {Manageable} from '../sending/controls.js';
import type {Phase, Settled} from '../sending/phase.js';
import type {SendingScene} from '../sending/scene.js';
import {HEADING, LONG} from '../sending/sending.js';
import {keepInStep} from './look.js';
import {isSettled, put, type Change, type NotDone} from './put.js';
import type {Answer, Reader} from './reader.js';

/** What the focus goes to when a change was not done. */
export const NOTE = '.note [role="heading"]';

/**
 * Changing a message: the form that it was made with, filled with what the endpoint has. A widget says what is
 * particular about its messages by extending this.
 *
 * Until the endpoint has answered, the old message stands, and everything that is said here says so.
 */
export abstract class Changing<
  Scene extends SendingScene,
  Draft,
  Message extends {readonly id: string},
  Known extends Settled,
  Managed extends Answer,
> implements FormControls<Draft> {
  readonly typed: Draft;
  /** What the endpoint has now, and what is known of it. */
  readonly before: Message;
  readonly settled: Known;
  problems: readonly FieldProblem[] = [];
  /** What became of the last attempt, when it is not done. */
  last: NotDone | undefined;
  sending: 'no' | 'short' | 'long' = 'no';

  readonly #sent: Manageable<Scene, Known>;

  constructor(sent: Manageable<Scene, Known>, before: Message, typed: Draft, settled: Known) {
    this.#sent = sent;
    this.before = before;
    this.typed = typed;
    this.settled = settled;
  }

  /** Draws the form. */
  protected abstract render(scene: Scene): TemplateResult;

  /** Everything that keeps what is typed from being sent. */
  protected abstract check(scene: Scene): readonly FieldProblem[];

  /** What is typed, under the id of what is there. */
  protected abstract message(scene: Scene): Message;

  /** Reads what the endpoint has, and says whether that is `message`. */
  protected abstract readonly read: Reader<Managed>;
  protected abstract isThere(managed: Managed, message: Message): boolean;

  /** The fields that a refusal points at. */
  protected abstract problemsOf(problem: Problem, scene: Scene): readonly FieldProblem[];

  /** Goes on with what became of it. */
  protected abstract settle(change: Exclude<Change<Managed>, NotDone>, message: Message): Promise<void>;

  /** Shows the form, or shows it anew. */
  show(focus?: string): void {
    this.#sent.become({is: 'managed', render: (scene) => this.render(scene)}, focus);
  }

  edited(): void {
    this.#sent.scene?.changed();
  }

  /** Checks what was typed and sends it. While it is on its way a second press sends nothing. */
  async send(): Promise<void> {
    const {scene} = this.#sent;
    const {manage} = this.settled;
    if (!scene || manage === undefined || this.sending !== 'no') return undefined;
    const {l} = scene;
    this.last = undefined;
    this.problems = this.check(scene);
    if (this.problems.length > 0) return this.show('[part~="errors"]');
    const message = this.message(scene);
    this.sending = 'short';
    this.show();
    scene.announce(l.t('sending'));
    const late = setTimeout(() => {
      this.sending = 'long';
      this.edited();
      scene.announce(l.t('sending.long'));
    }, LONG);
    const change = await put(manage, message, this.read, (managed) => this.isThere(managed, message));
    clearTimeout(late);
    if (isSettled(change)) return this.settle(change, message);
    this.sending = 'no';
    if (change.is === 'refused') return this.refuse(change.problem);
    this.last = change;
    return this.show(NOTE);
  }

  /** Leaves everything as it was; too late for that while a change is on its way. */
  keep(): void {
    if (this.sending !== 'no') return;
    this.#sent.become({is: 'settled', settled: this.settled}, HEADING);
  }

  /** Shows what an endpoint did not take, in the form. */
  refuse(problem: Problem): void {
    const {scene} = this.#sent;
    if (!scene) return;
    this.last = {is: 'refused', problem};
    this.problems = problem.code === 'invalid' ? this.problemsOf(problem, scene) : [];
    scene.refresh();
    this.show(this.problems.length > 0 ? '[part~="errors"]' : NOTE);
  }
}

/** What one kind of message says once a change of it arrived, or there is nothing to change any more. */
export interface Settling<Scene, Known extends Settled, Managed extends Answer> {
  /** What is known after it. */
  readonly settledOf: (receipt: Receipt) => Known;
  /** Where a message stands that was given up or declined meanwhile. */
  readonly phaseOf: (managed: Managed, scene: Scene) => Phase<Scene, Known>;
  /** What is said when it arrived; nothing where the page says it anyway. */
  readonly news: (scene: Scene) => string | undefined;
  /** What the page is told. */
  readonly eventOf: (receipt: Receipt, scene: Scene) => Event;
}

/** Shows that a change arrived, or that there is nothing to change any more. */
export async function settle<Scene extends SendingScene, Known extends Settled, Managed extends Answer>(
  sent: Manageable<Scene, Known>,
  change: Exclude<Change<Managed>, NotDone>,
  {receipt: {id}}: Known,
  kind: Settling<Scene, Known, Managed>,
): Promise<void> {
  const {scene} = sent;
  if (!scene) return;
  const {l, desk, mine, loaded} = scene;
  const remember = async (receipt: Receipt): Promise<void> => {
    if (mine?.id === id) await keepInStep(desk.outbox, mine, receipt);
  };
  switch (change.is) {
    case 'done': {
      const {receipt} = change;
      await remember(receipt);
      const news = kind.news(scene);
      sent.become({is: 'settled', settled: kind.settledOf(receipt), news}, HEADING);
      if (news) scene.announce(news);
      scene.emit(kind.eventOf(receipt, scene));
      scene.refresh();
      return;
    }
    case 'ended':
      await remember(change.managed.receipt);
      return sent.become(kind.phaseOf(change.managed, scene), HEADING);
    case 'gone':
      await desk.outbox.forget(id);
      return sent.become(
        {is: 'over', text: l.t('manage.gone', {publisher: loaded.document.publisher?.name})},
        HEADING,
      );
  }
}
