import type {TemplateResult} from 'lit';

import type {GroupMessage, ManagedGroup} from '../../../../protocol/group-message.js';
import type {Problem} from '../../../../protocol/problem.js';
import {readManagedGroup} from '../../../../protocol/read-group.js';
import {renderButton} from '../../../../ui/form/buttons.js';
import type {FieldProblem} from '../../../../ui/form/checks.js';
import * as managing from '../../../../ui/managing/changing.js';
import type {Change, NotDone} from '../../../../ui/managing/put.js';
import {renderTrouble} from '../../../../ui/managing/trouble-view.js';
import {renderText} from '../../../../ui/text.js';
import {GroupChangeEvent} from '../../network-map.events.js';
import {aboutOf, problemFields} from '../about.js';
import type {Manageable} from '../controls.js';
import {check, draftOf, type Draft} from '../draft.js';
import {renderGroupForm} from '../form-view.js';
import {idIn} from '../ground.js';
import {messageOf, saidOf} from '../group-of.js';
import type {AddingScene, Settled} from '../phase.js';
import {titleOf} from '../ties-view.js';
import {phaseOf} from './phase-of.js';

/** Changing a group: the form that it was added with, filled with what the endpoint has. */
export class Changing extends managing.Changing<AddingScene, Draft, GroupMessage, Settled, ManagedGroup> {
  readonly #adding: Manageable;

  constructor(adding: Manageable, managed: ManagedGroup, known: Settled, {others}: AddingScene) {
    const {group: before, receipt} = managed;
    const nameOf = (id: string): string => {
      const found = others.find((group) => group.id === id);
      return found ? titleOf(found) : id;
    };
    super(adding, before, draftOf(before, nameOf), {...known, ...aboutOf(before), receipt});
    this.#adding = adding;
  }

  protected override readonly read = readManagedGroup;

  protected override isThere({group}: ManagedGroup, {at}: GroupMessage): boolean {
    return group.at === at;
  }

  protected override render(scene: AddingScene): TemplateResult {
    const {l} = scene;
    const {problems, sending, last} = this;
    return renderGroupForm(this, scene, {
      problems,
      sending: sending !== 'no',
      long: sending === 'long',
      note:
        last && problems.length === 0
          ? renderTrouble(scene, last, l.t('join.still'))
          : renderText(l.t('change.help')),
      label: l.t('change.send.same'),
      beside: renderButton('quiet', l.t('change.keep'), () => this.keep(), sending !== 'no'),
    });
  }

  protected override check(scene: AddingScene): readonly FieldProblem[] {
    return check(this.typed, scene);
  }

  protected override message(scene: AddingScene): GroupMessage {
    const {before, typed} = this;
    const {consents} = scene;
    const {lang: language} = scene.l;
    const said = saidOf(typed, (list, word) => idIn(scene, list, word));
    return messageOf(typed, said, {consents, language, page: location.href, now: Date.now(), before});
  }

  protected override problemsOf(problem: Problem): readonly FieldProblem[] {
    return problemFields(problem);
  }

  protected override settle(
    change: Exclude<Change<ManagedGroup>, NotDone>,
    message: GroupMessage,
  ): Promise<void> {
    const {settled} = this;
    return managing.settle(this.#adding, change, settled, {
      settledOf: (receipt) => ({...settled, ...aboutOf(message), receipt}),
      phaseOf: (managed, {l}) => phaseOf(managed, settled, l.t('join.back.already')),
      news: ({l}) => l.t('change.done'),
      eventOf: ({status}) => new GroupChangeEvent(settled.receipt.id, status),
    });
  }
}
