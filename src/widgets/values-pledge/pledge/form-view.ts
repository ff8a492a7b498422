import {html, nothing, type TemplateResult} from 'lit';

import {targetOf} from '../../../endpoint/target.js';
import {renderTextButton} from '../../../ui/form/buttons.js';
import {emailGuess, type FieldProblem} from '../../../ui/form/checks.js';
import {renderConsents} from '../../../ui/form/consents-view.js';
import {problemOf, renderCheck, renderGroup, renderProblem} from '../../../ui/form/field-view.js';
import {renderForm, renderPrivacy, renderTyped, type FormView} from '../../../ui/form/form-view.js';
import {asksEmail, type Draft} from './draft.js';
import type {PledgingScene} from './phase.js';
import type {PledgeForm} from './controls.js';

/** Draws the fields below the values. */
export function renderPledgeForm(pledging: PledgeForm, scene: PledgingScene, view: FormView): TemplateResult {
  const {l, loaded, set, section, publisher} = scene;
  const {typed, before} = pledging;
  const {problems} = view;
  const context = {problems, l};
  const organisation = typed.kind === 'organisation';
  const text = {type: 'text'} as const;
  const edited = (): void => pledging.edited();
  const guess = emailGuess(typed.email);
  const who = renderTyped(
    pledging,
    {...context, id: 'name', label: l.t(organisation ? 'pledge.org.name' : 'name')},
    organisation ? text : {type: 'text', autocomplete: 'name'},
  );
  const email = renderTyped(
    pledging,
    {
      ...context,
      id: 'email',
      label: l.t('email'),
      help: guess ? l.t('error.email.hint', {guess}) : l.t('pledge.email.help'),
    },
    {type: 'email', autocomplete: 'email'},
  );
  return renderForm(
    {send: () => void pledging.send()},
    {...scene, header: () => html``},
    {...view, beside: [renderOther(), view.beside]},
    [
      before
        ? nothing
        : renderTyped(
            pledging,
            {
              ...context,
              id: 'month',
              label: l.t('pledge.month'),
              help: l.t('pledge.month.help', {publisher}),
              optional: true,
            },
            text,
          ),
      html`<div class="halves">
        <div class="stack">
          ${who} ${organisation ? renderOrganisation() : nothing} ${asksEmail(before) ? email : nothing}
        </div>
        <div class="stack">
          ${renderDisplay(typed, scene, edited)} ${typed.display === 'anonymous' ? nothing : renderPlace()}
        </div>
      </div>`,
      renderConsents(section.consents ?? [], typed.consents, context, edited),
    ],
    renderPrivacy(scene, targetOf(loaded, set, 'pledges'), 'privacy.pledge'),
  );

  function renderOrganisation(): unknown {
    return [
      renderTyped(
        pledging,
        {...context, id: 'url', label: l.t('pledge.org.url'), optional: true},
        {...text, inputmode: 'url'},
      ),
      renderTyped(
        pledging,
        {
          ...context,
          id: 'contact',
          label: l.t('pledge.org.contact'),
          help: l.t('pledge.org.contact.help'),
          optional: true,
        },
        text,
      ),
      renderSpeaks(problems),
    ];
  }

  function renderSpeaks(wrong: readonly FieldProblem[]): TemplateResult {
    const problem = problemOf(wrong, 'speaks', l);
    const tick = (on: boolean): void => {
      typed.speaks = on;
      edited();
    };
    return html`<div class=${problem ? 'has-error' : ''} part="field">
      ${renderProblem('speaks', problem)}
      ${renderCheck(
        {id: 'speaks', type: 'checkbox', name: 'speaks', checked: typed.speaks, problem, tick},
        l.t('pledge.org.may'),
      )}
    </div>`;
  }

  function renderPlace(): TemplateResult {
    return renderTyped(
      pledging,
      {...context, id: 'place', label: l.t('pledge.place'), help: l.t('pledge.place.help'), optional: true},
      text,
    );
  }

  /** The way to the other kind, where both may pledge. */
  function renderOther(): unknown {
    if (pledging.for !== 'both' || view.beside) return nothing;
    return renderTextButton(l.t(organisation ? 'pledge.org.back' : 'pledge.org'), () => {
      typed.kind = organisation ? 'person' : 'organisation';
      if (typed.display === 'initial') typed.display = 'full';
      scene.changed('#name');
    });
  }
}

function renderDisplay(typed: Draft, {l}: PledgingScene, edited: () => void): TemplateResult {
  const name = typed.name.trim();
  const texts: Record<Draft['display'], string> = {
    anonymous: l.t('pledge.show.none'),
    initial: l.t('pledge.show.initial', {name: shortName(name)}),
    full: l.t(typed.kind === 'person' ? 'pledge.show.full' : 'pledge.show.organisation', {name}),
  };
  const kinds =
    typed.kind === 'person' ? (['anonymous', 'initial', 'full'] as const) : (['anonymous', 'full'] as const);
  return renderGroup(
    {id: 'display', label: l.t('pledge.show'), problems: [], l},
    kinds.map((each) =>
      renderCheck(
        {
          type: 'radio',
          name: 'display',
          value: each,
          checked: typed.display === each,
          tick: () => {
            typed.display = each;
            edited();
          },
        },
        texts[each],
      ),
    ),
  );
}

/** `Ana Ruiz` → `Ana R.`, as endpoints write it too. */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.split(/\s+/);
  const [initial] = new Intl.Segmenter().segment(rest.at(-1) ?? '');
  return initial === undefined ? first : `${first} ${initial.segment}.`;
}
