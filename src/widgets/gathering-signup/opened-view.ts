import {html, nothing, type TemplateResult} from 'lit';

import {safeUrl} from '../../base/safe-url.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {renderButton, renderMark, renderPlaces, type ListScene} from './list-view.js';
import {hostDecides, takesSignups, type Occasion} from './occasion.js';

/** What the opened gathering needs of its widget. */
export interface OpenedScene extends Omit<ListScene, 'occasions' | 'heading'> {
  readonly heading: (text: unknown, className: string, below?: number) => TemplateResult;
  /** Goes back to the list; `undefined` where there is none. */
  readonly back: (() => void) | undefined;
}

/** Draws name, time and place: what stays on top while somebody fills in the form. */
export function renderHeader(scene: OpenedScene, occasion: Occasion): TemplateResult {
  const {dates} = scene;
  const {start, end} = occasion.standing;
  return html`<div class="stack-2">
    <div>${renderBackLink(scene)} ${scene.heading(occasion.gathering.name, 'head')}</div>
    <p>
      <span .textContent=${dates.when(start, end)}></span>
      ${placeLines(scene, occasion).map((line) => html`<br /><span .textContent=${line}></span>`)}
    </p>
    ${(start ? dates.remarks(start) : []).map((remark) => html`<p class="small muted" .textContent=${remark}></p>`)}
  </div>`;
}

/** The quiet way back to the list; nothing where there is none. */
export function renderBackLink({l, back}: Pick<OpenedScene, 'l' | 'back'>): TemplateResult | typeof nothing {
  return back
    ? html`<button
        class="textbutton small"
        type="button"
        part="back"
        @click=${back}
        .textContent=${l.t('back')}
      ></button>`
    : nothing;
}

/** Draws everything one may want to know before signing up, and the button. */
export function renderDetails(scene: OpenedScene, occasion: Occasion): TemplateResult {
  const {l} = scene;
  const {gathering} = occasion;
  const fits = scene.writable && (takesSignups(occasion) || scene.mine.has(gathering.id));
  return html`
    ${renderMark(scene, occasion)} ${renderPlaces(scene, occasion)} ${renderFacts(scene, occasion)}
    ${gathering.agenda?.length ? renderAgenda(scene, occasion) : nothing}
    ${fits ? renderButton(scene, occasion, () => scene.open(gathering.id, true)) : nothing}
    ${!scene.writable && takesSignups(occasion) ? renderElsewhere(scene, occasion) : nothing}
  `;

  function renderElsewhere({publisher}: OpenedScene, {gathering: {url}}: Occasion): TemplateResult {
    const href = safeUrl(url)?.href;
    return href
      ? html`<a
          class="button"
          href=${href}
          rel="noopener noreferrer"
          .textContent=${l.t('readOnly', {publisher})}
        ></a>`
      : html`<p .textContent=${l.t('readOnly.ask', {publisher})}></p>`;
  }
}

function renderFacts({l}: OpenedScene, {gathering}: Occasion): TemplateResult | typeof nothing {
  const {host, language, needs} = gathering;
  const foreign = language && language.split('-')[0] !== l.lang.split('-')[0];
  return renderFactList([
    [l.t('fact.host'), host?.name],
    [l.t('fact.language'), foreign ? languageName(l.lang, language) : ''],
    [l.t('fact.needs'), needs?.map((id) => nameOf(l, 'need', id)).join(', ')],
  ]);
}

/** Names and what is known under them; a fact that is not known is left out, and so is a list of none. */
export function renderFactList(
  facts: ReadonlyArray<readonly [name: string, value: string | undefined]>,
): TemplateResult | typeof nothing {
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return nothing;
  return html`<dl class="facts" part="facts">
    ${known.map(
      ([name, value]) =>
        html`<dt .textContent=${name}></dt>
          <dd .textContent=${value ?? ''}></dd>`,
    )}
  </dl>`;
}

function renderAgenda({l, heading}: OpenedScene, {gathering: {agenda = []}}: Occasion): TemplateResult {
  return html`<div class="stack-2">
    ${heading(l.t('fact.agenda'), 'title', 1)}
    <ol class="agenda" part="agenda">
      ${agenda.map(
        ({minutes, title, text}) =>
          html`<li>
            <span
              class="muted small"
              .textContent=${minutes === undefined ? '' : l.t('agenda.minutes', {n: minutes})}
            ></span>
            <div>
              <p class="strong" .textContent=${title ?? ''}></p>
              ${text ? html`<p class="small muted" .textContent=${text}></p>` : nothing}
            </div>
          </li>`,
      )}
    </ol>
  </div>`;
}

function placeLines({l}: OpenedScene, occasion: Occasion): readonly string[] {
  const {place} = occasion.gathering;
  const where = [place?.name, place?.address].filter(Boolean).join(', ');
  return [
    where,
    place?.online ? l.t('address.online') : '',
    hostDecides(occasion) ? l.t('address.later') : '',
  ].filter(Boolean);
}

/** `local-food` as words, by its sentence if there is one here: the list is open, so there can't be one for each. */
export const nameOf = (l: Localizer, kind: 'need' | 'sector', id: string): string =>
  l.t(`${kind}.${id}` as MessageKey) || id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

/** The name of a language, in the language `lang`. */
export function languageName(lang: string, code: string): string | undefined {
  try {
    return new Intl.DisplayNames([lang], {type: 'language'}).of(code);
  } catch {
    // The document may name a language that is no tag; then it stands as it was written.
    return code;
  }
}
