import {html, nothing, type TemplateResult} from 'lit';

import type {Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import type {Entry} from '../../outbox/entry.js';
import type {DeskController} from '../desk-controller.js';
import {renderNote} from '../note.js';
import {renderText} from '../text.js';
import {renderButton} from '../form/buttons.js';

/** What the note above everything else can do. */
export interface WaitingScene {
  readonly l: Localizer;
  readonly publisher: string | undefined;
  readonly kept: DeskController;
  /** Opens what an entry is for, where it can be sent, changed or deleted. */
  readonly open: (id: string) => void;
}

/** What is said of an entry that does not go out by itself any more. */
const WORDS = {
  waiting: 'saved.heading',
  unclear: 'unclear.heading',
  refused: 'refused',
  expired: 'expired.late',
} as const satisfies Record<Entry['state'], MessageKey>;

/** Draws what this device has not delivered, above everything else. */
export function renderWaiting({l, publisher, kept, open}: WaitingScene): TemplateResult | typeof nothing {
  const {entries, unreadable, desk} = kept;
  const waiting = entries.filter(({state}) => state === 'waiting');
  const stuck = entries.filter(({state}) => state !== 'waiting');
  if (entries.length === 0 && unreadable === 0) return nothing;
  return html`${
    waiting.length > 0
      ? html`<div class="card stack" part="outbox">
          ${renderNote('saved', renderText(l.t('outbox', {n: waiting.length}), 'strong'), l.t('saved.truth'))}
          <div class="row">
            ${renderButton('quiet', l.t('outbox.send'), () => void desk.outbox.sendNow())}
            ${waiting.map((entry) => renderOpen(entry))}
          </div>
        </div>`
      : nothing
  }
  ${stuck.map(
    (entry) =>
      html`<div class="card stack" part="outbox">
        ${renderNote('attention', renderText(l.t(WORDS[entry.state], {publisher}), 'strong'))}
        <div class="row">${renderOpen(entry)}</div>
      </div>`,
  )}
  ${unreadable > 0 ? renderText(l.t('outbox.unreadable', {n: unreadable}), 'card small') : nothing}`;

  function renderOpen({target}: Entry): TemplateResult {
    return renderButton('quiet', l.t('mine.show'), () => open(target));
  }
}
