import {html, nothing, type TemplateResult} from 'lit';

import {renderButton, renderTextButton} from '../../../ui/form/buttons.js';
import {renderNote} from '../../../ui/note.js';
import type {Act} from '../../../ui/sending/phase.js';
import {renderText} from '../../../ui/text.js';
import {renderNext} from '../list-view.js';
import {nextWithPlaces} from '../occasion.js';
import {renderBackLink, renderFactList} from '../opened-view.js';
import {renderSeats} from '../seat-ring.js';
import type {SignupScene} from '../signup-scene.js';
import {renderCalendar} from './calendar-view.js';
import type {Controls} from './controls.js';
import type {Confirmed, Settled} from './phase.js';
import {shareGathering} from './share.js';

/** Draws what became of a signup that the endpoint has, and what can be done with it. */
export function renderSettled(signup: Controls, scene: SignupScene, phase: Confirmed): TemplateResult {
  const {settled, news, trouble, again, busy} = phase;
  const {status, waitsFor} = settled.receipt;
  const {manage} = settled;
  const over = isOver(scene);
  return html`${status === 'declined' || !scene.back ? nothing : html`<div>${renderBackLink(scene)}</div>`}${
    news ? renderNote('ok', renderText(news, 'strong')) : nothing
  }${trouble && !again ? renderNote('attention', renderText(trouble, 'strong')) : nothing}${over ? renderOver(scene, settled) : renderOutcome(scene, settled)}
  ${
    waitsFor === 'email' && manage !== undefined && !over
      ? html`<div class="row">
          ${renderButton('quiet', scene.l.t('done.email.resend'), () => void signup.manage('resend'), busy)}
        </div>`
      : nothing
  }
  ${status === 'confirmed' && !over ? renderKeepsakes(scene, settled) : nothing}
  ${status === 'declined' ? renderBack(scene) : [html`<hr />`, renderManage(signup, scene, phase)]}`;
}

/** The way back to the list. */
export function renderBack({l, leave}: SignupScene): TemplateResult {
  return renderButton('quiet', l.t('back'), leave);
}

/** Nobody comes any more, so there is nothing to change either. */
function isOver({occasion: {standing}}: SignupScene): boolean {
  return standing.state === 'cancelled' || standing.state === 'past';
}

function renderOver(scene: SignupScene, settled: Settled): TemplateResult {
  const {l, occasion, heading} = scene;
  const state = occasion.standing.state === 'past' ? 'state.past' : 'state.cancelled';
  return html`${renderNote('attention', heading(l.t(state), 'title'))} ${renderFacts(scene, settled)}
  ${renderOther(scene)}`;
}

function renderOutcome(scene: SignupScene, settled: Settled): TemplateResult {
  const {l, occasion, heading} = scene;
  const {receipt, party, email} = settled;
  const {gathering} = occasion;
  const host = gathering.host?.name;
  const note = receipt.message ? renderText(l.t('refused.detail', {detail: receipt.message})) : nothing;
  switch (receipt.status) {
    case 'confirmed':
      return html`<div class="ring">
          ${renderRing(scene, settled)}
          <div class="stack-2">
            ${heading(l.t('done.confirmed', {name: settled.name?.trim().split(/\s+/)[0]}), 'head')}
            ${party === undefined ? nothing : renderText(l.t('done.confirmed.places', {n: party}), 'lead')}
          </div>
        </div>
        ${note} ${renderFacts(scene, settled)}`;
    case 'waitlisted':
      return html`${renderNote('wait', heading(l.t('done.waiting', {n: receipt.position}), 'title'), l.t('done.waiting.more', {n: party ?? 1}))}
      ${note} ${renderOther(scene)}`;
    case 'pending':
      return receipt.waitsFor === 'email'
        ? html`${renderNote('wait', heading(l.t('done.email'), 'title'), l.t('done.email.more', {email}))}
          ${note} ${renderFacts(scene, settled)}`
        : html`${renderNote('wait', heading(l.t('done.host'), 'title'), l.t('done.host.more', {host}))}
          ${note} ${renderFacts(scene, settled)}`;
    case 'declined':
    case 'cancelled':
      return html`${renderNote('attention', heading(l.t('done.declined'), 'title'))} ${note}
      ${renderOther(scene)}`;
  }
}

function renderRing({occasion}: SignupScene, {receipt, party = 0}: Settled): unknown {
  const {capacity, taken = 0, minimum} = occasion.gathering;
  if (capacity === undefined) return nothing;
  return html`<span class="big"
    >${renderSeats({capacity, taken: Math.max(receipt.counts?.taken ?? taken, party), mine: party, minimum})}</span
  >`;
}

/** Draws what it is, when, where and with whom. */
export function renderFacts({l, dates, occasion}: SignupScene, {receipt}: Settled): TemplateResult {
  const {gathering, standing} = occasion;
  const place = {...gathering.place, ...receipt.place};
  const where =
    [place.name, place.address].filter(Boolean).join(', ') || (place.online ? l.t('address.online') : '');
  return html`<div class="stack-2">
    <p class="strong" .textContent=${gathering.name}></p>
    ${renderFactList([
      [l.t('fact.when'), dates.when(standing.start, standing.end)],
      [l.t('fact.where'), where],
      [l.t('fact.host'), gathering.host?.name],
    ])}
  </div>`;
}

function renderOther(scene: SignupScene): unknown {
  return nextWithPlaces(scene.occasion, scene.all)
    ? html`<p>${renderNext(scene, scene.occasion)}</p>`
    : nothing;
}

function renderKeepsakes(scene: SignupScene, settled: Settled): TemplateResult {
  return html`<div class="row">
    ${renderCalendar(scene, settled)}
    ${renderButton('quiet', scene.l.t('share'), () => void shareGathering(scene))}
  </div>`;
}

/** What one may do now. The acts themselves come when one is asked for, because most people keep to their plans. */
function renderManage(
  signup: Controls,
  scene: SignupScene,
  {settled, trouble, again, busy, device}: Confirmed,
): TemplateResult {
  const {l, loaded, heading} = scene;
  const {receipt, manage, party, remembered} = settled;
  const publisher = loaded.document.publisher?.name;
  const leave = receipt.status === 'waitlisted' ? 'waiting.leave' : 'giveup.button';
  const act = (kind: 'quiet' | 'grave', text: string, what: Act): TemplateResult =>
    renderButton(kind, text, () => void signup.manage(what), busy);
  return html`<div class="stack-2">
      ${heading(l.t('manage.heading'), 'strong', 1)} ${renderText((again && trouble) ?? '', 'error-text')}
      ${
        manage === undefined
          ? renderText(l.t('manage.help.none', {publisher}), 'small')
          : remembered
            ? renderText(l.t('manage.help'), 'small')
            : nothing
      }
      <div class="row">
        ${trouble && again ? act('quiet', l.t('load.retry'), again) : nothing}
        ${manage === undefined || isOver(scene) ? nothing : act('quiet', l.t('manage.change'), 'change')}
        ${manage === undefined || isOver(scene) ? nothing : act('grave', l.t(leave, {n: party}), 'giveUp')}
      </div>
    </div>
    ${
      device
        ? device(scene)
        : receipt.token !== undefined || remembered
          ? renderTextButton(l.t('manage.other'), () => void signup.manage('device'))
          : nothing
    }`;
}
