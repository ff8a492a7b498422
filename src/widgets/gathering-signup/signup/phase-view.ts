import {html, nothing, type TemplateResult} from 'lit';

import {renderPhone} from '../../../ui/loading-view.js';
import {renderNote} from '../../../ui/note.js';
import {renderText} from '../../../ui/text.js';
import type {SignupScene} from '../signup-scene.js';
import type {Controls} from './controls.js';
import {renderSettled} from './confirmation-view.js';
import {partyOf} from './draft.js';
import {renderCheck} from './field-view.js';
import {renderBack, renderButton} from './buttons.js';
import type {FewerChoice, Phase} from './phase.js';
import {refusalText} from './refusal.js';
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

function renderFewer(
  signup: Controls,
  scene: SignupScene,
  {places, choice}: Phase & {is: 'fewer'},
): TemplateResult {
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

function renderKept(signup: Controls, scene: SignupScene, phase: Phase & {is: 'kept'}): TemplateResult {
  const {l, heading} = scene;
  if (phase.asking) {
    return html`${heading(l.t('outbox.delete.question'), 'title')}
      <div class="row">
        ${renderButton('grave', l.t('outbox.delete'), () => void signup.discard('yes'))}
        ${renderButton('quiet', l.t('outbox.keep'), () => void signup.discard('no'))}
      </div>`;
  }
  const discard = renderButton('grave', l.t('outbox.delete'), () => void signup.discard('ask'));
  return html`${renderKeptNote(scene, phase)}
    <div class="row">${renderWay()}${discard}</div>`;

  function renderWay(): unknown {
    switch (phase.entry.state) {
      case 'waiting':
        return renderButton('', l.t('outbox.send'), () => signup.sendNow());
      case 'unclear':
        return phase.entry.idempotent
          ? nothing
          : renderButton('quiet', l.t('unclear.again'), () => signup.sendNow());
      case 'refused':
        return renderButton('', l.t('refused.edit'), () => void signup.takeBack());
      case 'expired':
        return nothing;
    }
  }
}

function renderKeptNote(scene: SignupScene, {entry, saved}: Phase & {is: 'kept'}): TemplateResult {
  const {l, dates, loaded, occasion, heading} = scene;
  const {name: publisher, phone: number} = loaded.document.publisher ?? {};
  const phone = number && renderPhone(number);
  const title = (text: string): TemplateResult => heading(text, 'title');
  switch (entry.state) {
    case 'unclear':
      return renderNote(
        'attention',
        title(l.t('unclear.heading')),
        entry.idempotent
          ? html`<p>${l.parts('unclear.text', {phone, publisher})}</p>`
          : l.t('unclear.once', {publisher}),
        !entry.idempotent && phone ? html`<p>${l.parts('refused.call', {phone})}</p>` : '',
      );
    case 'refused': {
      const problem = entry.problem ?? {code: 'refused'};
      return renderNote(
        'attention',
        title(refusalText(problem, l, publisher)),
        problem.detail ? l.t('refused.detail', {detail: problem.detail}) : '',
        phone ? html`<p>${l.parts('refused.call', {phone})}</p>` : '',
      );
    }
    case 'expired':
      return renderNote(
        'attention',
        title(l.t(occasion.standing.state === 'past' ? 'expired' : 'expired.late')),
      );
    case 'waiting': {
      if (!saved)
        return renderNote('wait', title(l.t('unsaved.heading')), l.t('unsaved'), l.t('saved.truth'));
      const {start} = occasion.standing;
      const date = start && dates.shortDay(start);
      // Three attempts in vain with a connection: it is not the visitor's, so whoever owns the site should hear of it.
      const theirs = entry.attempts > 2 && navigator.onLine && entry.last === 'unreachable';
      return renderNote(
        'saved',
        title(l.t('saved.heading')),
        theirs ? html`<p>${l.parts('siteFault', {publisher, phone})}</p>` : l.t('saved.text', {date}),
        entry.last === 'slow-down' ? l.t('slowDown') : '',
        l.t('saved.truth'),
      );
    }
  }
}
