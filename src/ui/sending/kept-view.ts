import {html, nothing, type TemplateResult} from 'lit';

import type {Problem} from '../../protocol/problem.js';
import {renderButton} from '../form/buttons.js';
import {renderPhone} from '../loading-view.js';
import {renderNote} from '../note.js';
import type {KeptControls} from './controls.js';
import type {Kept} from './phase.js';
import {refusalText} from './refusal.js';
import type {SendingScene} from './scene.js';

/** Draws a message that is written down and not delivered, and what can be done with it. */
export function renderKept(sending: KeptControls, scene: SendingScene, phase: Kept): TemplateResult {
  const {l, heading} = scene;
  if (phase.asking) {
    return html`${heading(l.t('outbox.delete.question'), 'title')}
      <div class="row">
        ${renderButton('grave', l.t('outbox.delete'), () => void sending.discard('yes'))}
        ${renderButton('quiet', l.t('outbox.keep'), () => void sending.discard('no'))}
      </div>`;
  }
  const discard = renderButton('grave', l.t('outbox.delete'), () => void sending.discard('ask'));
  return html`${renderKeptNote(scene, phase)}
    <div class="row">${renderWay()}${discard}</div>`;

  function renderWay(): unknown {
    switch (phase.entry.state) {
      case 'waiting':
        return renderButton('', l.t('outbox.send'), () => sending.sendNow());
      case 'unclear':
        return phase.entry.idempotent
          ? nothing
          : renderButton('quiet', l.t('unclear.again'), () => sending.sendNow());
      case 'refused':
        return renderButton('', l.t('refused.edit'), () => void sending.takeBack());
      case 'expired':
        return nothing;
    }
  }
}

/** Draws why an endpoint did not take a message, as a heading `below` levels down, and `more`. */
export function renderRefusal(
  {l, loaded, heading}: SendingScene,
  problem: Problem,
  below?: number,
  more?: string,
): TemplateResult {
  const {name: publisher, phone} = loaded.document.publisher ?? {};
  return renderNote(
    'attention',
    heading(refusalText(problem, l, publisher), 'title', below),
    problem.detail ? l.t('refused.detail', {detail: problem.detail}) : '',
    phone ? html`<p>${l.parts('refused.call', {phone: renderPhone(phone)})}</p>` : '',
    more,
  );
}

function renderKeptNote(scene: SendingScene, {entry, saved}: Kept): TemplateResult {
  const {l, loaded, heading, before: date} = scene;
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
    case 'refused':
      return renderRefusal(scene, entry.problem ?? {code: 'refused'});
    case 'expired':
      return renderNote('attention', title(l.t(scene.past ? 'expired' : 'expired.late')));
    case 'waiting': {
      if (!saved)
        return renderNote('wait', title(l.t('unsaved.heading')), l.t('unsaved'), l.t('saved.truth'));
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
