import {html, type TemplateResult} from 'lit';

import type {Pledge} from '../../../protocol/pledge.js';
import type {Problem} from '../../../protocol/problem.js';
import {readManagedPledge} from '../../../protocol/read-pledge.js';
import type {ManagedPledge} from '../../../protocol/receipt.js';
import {renderButton} from '../../../ui/form/buttons.js';
import type {FieldProblem} from '../../../ui/form/checks.js';
import * as managing from '../../../ui/managing/changing.js';
import type {Change, NotDone} from '../../../ui/managing/put.js';
import {renderTrouble} from '../../../ui/managing/trouble-view.js';
import {renderText} from '../../../ui/text.js';
import {check, draftOf, type Draft} from '../pledge/draft.js';
import {renderPledgeForm} from '../pledge/form-view.js';
import {messageOf} from '../pledge/message.js';
import type {PledgingScene, Settled} from '../pledge/phase.js';
import {aboutOf, problemFields} from '../pledge/about.js';
import type {Manageable} from '../pledge/controls.js';
import {PledgeChangeEvent} from '../values-pledge.events.js';
import {phaseOf} from './phase-of.js';

/** Changing a pledge: the form that it was made with, filled with what the endpoint has. */
export class Changing extends managing.Changing<PledgingScene, Draft, Pledge, Settled, ManagedPledge> {
  readonly #pledging: Manageable;

  constructor(pledging: Manageable, {pledge: before, receipt}: ManagedPledge, known: Settled) {
    super(pledging, before, draftOf(before), {...known, ...aboutOf(before), receipt});
    this.#pledging = pledging;
    pledging.choose(before.values.map(({id}) => id));
  }

  /** Who may pledge here: what kind a pledge is of stays as it was. */
  get for(): string {
    return this.before.kind;
  }

  protected override readonly read = readManagedPledge;

  protected override isThere({pledge}: ManagedPledge, {at}: Pledge): boolean {
    return pledge.at === at;
  }

  protected override render(scene: PledgingScene): TemplateResult {
    const {l} = scene;
    const {problems, sending, last} = this;
    return html`${this.#pledging.renderValues({
      typed: this.typed,
      problems,
    })}
    ${renderPledgeForm(this, scene, {
      problems,
      sending: sending !== 'no',
      long: sending === 'long',
      note:
        last && problems.length === 0
          ? renderTrouble(scene, last, l.t('pledge.still'))
          : renderText(l.t('change.help')),
      label: l.t('change.send.same'),
      beside: renderButton('quiet', l.t('change.keep'), () => this.keep(), sending !== 'no'),
    })}`;
  }

  protected override check({section, publisher}: PledgingScene): readonly FieldProblem[] {
    return check(this.typed, this.#pledging.chosen, section, publisher, this.before);
  }

  protected override message({section, l}: PledgingScene): Pledge {
    const {id, consents} = this.before;
    const {chosen} = this.#pledging;
    const now = Date.now();
    const message = messageOf(this.typed, {chosen, section, language: l.lang, page: location.href, now, id});
    return {
      ...message,
      // Whoever agreed before has not agreed anew.
      consents: message.consents.map(
        (each) => consents.find((old) => old.id === each.id && old.version === each.version) ?? each,
      ),
    };
  }

  protected override problemsOf(problem: Problem, scene: PledgingScene): readonly FieldProblem[] {
    return problemFields(problem, scene);
  }

  protected override settle(change: Exclude<Change<ManagedPledge>, NotDone>, message: Pledge): Promise<void> {
    const {settled} = this;
    return managing.settle(this.#pledging, change, settled, {
      settledOf: (receipt) => ({...settled, ...aboutOf(message), receipt}),
      phaseOf: (managed, {l}) => phaseOf(managed, settled, l.t('pledge.back.already')),
      news: ({l}) => l.t('change.done'),
      eventOf: ({status}) => new PledgeChangeEvent(settled.receipt.id, status),
    });
  }
}
