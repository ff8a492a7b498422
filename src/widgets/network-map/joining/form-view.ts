import {html, nothing, type TemplateResult} from 'lit';

import {renderTextButton} from '../../../ui/form/buttons.js';
import {emailGuess} from '../../../ui/form/checks.js';
import {renderConsents} from '../../../ui/form/consents-view.js';
import {
  problemOf,
  renderCheck,
  renderGroup,
  renderProblem,
  renderSelect,
  type Field,
} from '../../../ui/form/field-view.js';
import {renderForm, renderPrivacy, renderTyped, type FormView} from '../../../ui/form/form-view.js';
import {renderText} from '../../../ui/text.js';
import {labelOf} from '../kinds.js';
import type {Context, GroupForm} from './controls.js';
import type {Draft} from './draft.js';
import type {AddingScene} from './phase.js';
import {renderPlace} from './place-view.js';
import {renderTies} from './ties-view.js';

const KINDS: readonly Draft['kind'][] = ['group', 'organisation', 'person'];
const TEXT = {type: 'text'} as const;

/** Draws the form for a group, new or changed; `file` makes a file of it instead, where that is offered. */
export function renderGroupForm(
  form: GroupForm,
  scene: AddingScene,
  view: FormView,
  file?: () => void,
): TemplateResult {
  const {l, target, publisher, lists, consents} = scene;
  const {typed} = form;
  const context: Context = {problems: view.problems, l};
  const edited = (): void => form.edited();
  const guess = emailGuess(typed.email);
  return renderForm(
    {send: () => void form.send()},
    scene,
    {...view, beside: [view.beside, file ? renderTextButton(l.t('join.file'), file) : nothing]},
    [
      renderKinds(typed, context, edited),
      renderTyped(form, {...context, id: 'name', label: l.t('join.name')}, TEXT),
      renderTyped(
        form,
        {...context, id: 'description', label: l.t('join.about'), optional: true},
        {type: 'textarea'},
      ),
      renderPlace(form, scene, context),
      html`<div class="halves">
        ${renderTyped(form, {...context, id: 'url', label: l.t('join.url'), optional: true}, {...TEXT, inputmode: 'url'})}
        ${renderSector(typed, lists.sector, context, edited)}
      </div>`,
      renderBoxes('need', typed.needs, lists.need, context, edited),
      renderTyped(form, own('ownNeeds', 'need'), TEXT),
      renderTyped(
        form,
        {
          ...context,
          id: 'offers',
          label: l.t('join.offers'),
          help: l.t('join.offers.help'),
          optional: true,
        },
        {type: 'textarea'},
      ),
      renderBoxes('value', typed.values, lists.value, context, edited),
      renderTyped(form, own('ownValues', 'value'), TEXT),
      renderTies(form, scene, context),
      html`<div class="halves">
        ${renderTyped(
          form,
          {
            ...context,
            id: 'publicEmail',
            label: l.t('join.contact'),
            help: l.t('join.contact.help'),
            optional: true,
          },
          {type: 'email', autocomplete: 'email'},
        )}
        ${
          target
            ? renderTyped(
                form,
                {
                  ...context,
                  id: 'email',
                  label: l.t('join.email'),
                  help: guess ? l.t('error.email.hint', {guess}) : l.t('join.email.help', {publisher}),
                  optional: true,
                },
                {type: 'email', autocomplete: 'email'},
              )
            : nothing
        }
      </div>`,
      ...(target
        ? [renderSpeaks(typed, context, edited), ...renderConsents(consents, typed.consents, context, edited)]
        : []),
    ],
    target
      ? renderPrivacy(scene, target, 'join.privacy')
      : renderText(l.t('join.file.only', {publisher}), 'small muted'),
  );

  function own<Id extends 'ownNeeds' | 'ownValues'>(
    id: Id,
    list: 'need' | 'value',
  ): Field & {readonly id: Id} {
    return {...context, id, label: l.t(`join.own.${list}`), help: l.t('join.own.help'), optional: true};
  }
}

function renderKinds(typed: Draft, context: Context, edited: () => void): TemplateResult {
  const {l} = context;
  return renderGroup(
    {...context, id: 'kind', label: l.t('join.kind')},
    html`<div class="side">
      ${KINDS.map((kind, at) =>
        renderCheck(
          {
            ...(at === 0 && {id: 'kind'}),
            type: 'radio',
            name: 'kind',
            value: kind,
            checked: typed.kind === kind,
            tick: () => {
              typed.kind = kind;
              edited();
            },
          },
          l.t(`join.kind.${kind}`),
        ),
      )}
    </div>`,
  );
}

function renderSector(
  typed: Draft,
  known: readonly string[],
  context: Context,
  edited: () => void,
): TemplateResult {
  const {l} = context;
  return renderSelect(
    {...context, id: 'sector', label: l.t('join.sector'), optional: true},
    [
      {value: '', label: l.t('choose')},
      ...known.map((value) => ({value, label: labelOf(l, 'sector', value)})),
    ],
    typed.sector,
    (value) => {
      typed.sector = value;
      edited();
    },
  );
}

function renderBoxes(
  list: 'need' | 'value',
  ticked: Set<string>,
  known: readonly string[],
  context: Context,
  edited: () => void,
): TemplateResult {
  const {l} = context;
  const id = `join-${list}`;
  return renderGroup(
    {...context, id, label: l.t(`join.${list}`), optional: true},
    html`<div class="boxes">
      ${[...new Set([...known, ...ticked])].map((value, at) =>
        renderCheck(
          {
            ...(at === 0 && {id}),
            type: 'checkbox',
            name: id,
            value,
            checked: ticked.has(value),
            tick: (on) => {
              if (on) ticked.add(value);
              else ticked.delete(value);
              edited();
            },
          },
          labelOf(l, list, value),
        ),
      )}
    </div>`,
  );
}

function renderSpeaks(typed: Draft, {problems, l}: Context, edited: () => void): TemplateResult {
  const problem = problemOf(problems, 'speaks', l);
  const tick = (on: boolean): void => {
    typed.speaks = on;
    edited();
  };
  return html`<div class=${problem ? 'has-error' : ''} part="field">
    ${renderProblem('speaks', problem)}
    ${renderCheck(
      {id: 'speaks', type: 'checkbox', name: 'speaks', checked: typed.speaks, problem, tick},
      l.t(typed.kind === 'person' ? 'join.may.person' : 'join.may'),
    )}
  </div>`;
}
