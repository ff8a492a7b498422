import {html, type TemplateResult} from 'lit';

import {renderCheck} from '../../../ui/form/field-view.js';
import {renderNote} from '../../../ui/note.js';
import {renderKept} from '../../../ui/sending/kept-view.js';
import {renderText} from '../../../ui/text.js';
import type {SignupScene} from '../signup-scene.js';
import {renderBack, renderSettled} from './confirmation-view.js';
import type {Controls} from './controls.js';
import {partyOf} from './draft.js';
import type {Fewer, FewerChoice} from './phase.js';
import {renderSigning} from './signing-view.js';

/** Draws whatever a signup has come to. */
export function renderPhase(signup: Controls, scene: SignupScene): TemplateResult {
  const {phase} = signup;
  switch (phase.is) {
    case 'filling':
    case 'sending':
      return renderSigning(signup, scene, phase);
    case 'fewer':
      return renderFewer(signup, scene, phase);
    case 'kept':
      return renderKept(signup, scene, phase);
    case 'looking':
      return html`${scene.header()}${renderText(scene.l.t('manage.loading'))}`;
    case 'settled':
      return renderSettled(signup, scene, phase);
    case 'managed':
      return phase.render(scene);
    case 'over':
      return html`${scene.heading(phase.text, 'title')}${renderBack(scene)}`;
  }
}

function renderFewer(signup: Controls, scene: SignupScene, {places, choice}: Fewer): TemplateResult {
  const {l, occasion, heading} = scene;
  const party = partyOf(signup.typed);
  const choices: readonly FewerChoice[] = occasion.gathering.waitlist
    ? ['all', 'some', 'other']
    : ['some', 'other'];
  const words: Record<FewerChoice, string> = {
    all: l.t('fewer.all', {n: party}),
    some: l.t('fewer.some', {n: places}),
    other: l.t('fewer.other'),
  };
  const button = {
    all: l.t('button.send.waiting', {n: party}),
    some: l.t('fewer.change'),
    other: l.t('fewer.other'),
  }[choice];
  return html`
    ${renderNote('attention', heading(l.t('fewer.heading', {places: party, left: places}), 'title'), l.t('fewer.text'))}
    <fieldset part="field">
      <legend class="silent" .textContent=${l.t('fewer.text')}></legend>
      ${choices.map((each) =>
        renderCheck(
          {
            type: 'radio',
            name: 'fewer',
            value: each,
            checked: each === choice,
            tick: () => signup.choose(each),
          },
          words[each],
        ),
      )}
    </fieldset>
    <button
      class="button wide"
      part="button"
      type="button"
      @click=${() => signup.decide()}
      .textContent=${button}
    ></button>
  `;
}
