/** The values to choose from: one set of check boxes, and the flower that is their picture. */
import {html, nothing, type TemplateResult} from 'lit';

import {compactNumber} from '../../i18n/phrases.js';
import {showsNames, type FlowerPicture, type FlowerValue} from '../../ui/flower/flower-view.js';
import {renderText} from '../../ui/text.js';
import {renderMissing} from './notice-view.js';
import type {PledgeScene} from './pledge-host.js';
import {tallyOf} from './tally.js';

/** A value as a document has it. */
type Value = NonNullable<PledgeScene['section']['values']>[number];

/** What is chosen, and what a press does. */
export interface Choice {
  readonly chosen: ReadonlySet<string>;
  /** Id of the value whose box has the focus. */
  readonly lit: string | undefined;
  readonly tick: (id: string, on: boolean) => void;
  readonly light: (id: string | undefined) => void;
  /** Draws the picture of the values. */
  readonly flower: (picture: FlowerPicture) => unknown;
  /** Draws what belongs to a ticked value. */
  readonly under: (id: string) => unknown;
}

/** Draws the flower beside the list of values. */
export function renderChoice(scene: PledgeScene, choice: Choice): TemplateResult {
  const {l, section, open} = scene;
  const {values = [], counts} = section;
  const pictured: readonly FlowerValue[] = values.map(({id, label}) => ({
    id,
    label,
    count: counts?.byValue?.[id],
  }));
  const {people, known} = tallyOf(section);
  const {chosen, lit, tick, flower} = choice;
  const press = (id: string): void => tick(id, !chosen.has(id));
  return html`<div class="choice ${showsNames(pictured) ? '' : 'numbered'}">
    <div class="picture">
      ${flower({
        values: pictured,
        chosen,
        lit,
        onPress: open ? press : undefined,
        size: 'large',
        ...(known && {centre: compactNumber(l, people), word: l.t('pledge.word', {n: people})}),
      })}
    </div>
    <ul part="values">
      ${values.map((value, index) => renderValue(scene, choice, value, index))}
    </ul>
  </div>`;
}

/** One value. What can be seen of its name and number is read out as one sentence, and its definition after it. */
function renderValue(
  {l, section, open}: PledgeScene,
  {chosen, tick, light, under}: Choice,
  {id, label, definition}: Value,
  index: number,
): TemplateResult {
  const {all, known} = tallyOf(section);
  // Where nobody has chosen anything, that is said once above.
  const people = known && all > 0 ? l.t('pledge.people', {n: section.counts?.byValue?.[id] ?? 0}) : '';
  const isChosen = chosen.has(id);
  // Not by the id of the value, which may have blanks in it.
  const [nameId, definitionId] = [`value-${index}`, `definition-${index}`];
  const text = html`<span class="what"
      ><span
        class="silent"
        id=${nameId}
        .textContent=${people ? l.t('pledge.value', {label, people}) : label}
      ></span
      ><b aria-hidden="true"
        ><span class="no" .textContent=${l.number(index + 1)}></span><span .textContent=${label}></span></b
      >${definition ? html`<span class="small muted" id=${definitionId} .textContent=${definition}></span>` : nothing}</span
    ><span class="count small muted" aria-hidden="true" .textContent=${people}></span>`;
  return html`<li class="value" part="value">
    ${
      open
        ? html`<label class="check"
            ><input
              type="checkbox"
              id="v-${id}"
              name="values"
              value=${id}
              aria-labelledby=${nameId}
              aria-describedby=${definition ? definitionId : nothing}
              .checked=${isChosen}
              @change=${(event: Event) => tick(id, (event.target as HTMLInputElement).checked)}
              @focus=${() => light(id)}
              @blur=${() => light(undefined)}
            />${text}</label
          >`
        : html`<div class="check">${text}</div>`
    }
    ${isChosen ? html`<div class="below stack-2">${under(id)}</div>` : nothing}
  </li>`;
}

/** Says above the list what it is, and what to do with it where something can be done. */
export function renderIntroduction({l, section, open, heading}: PledgeScene): TemplateResult {
  const {title, text} = section;
  const {all, known} = tallyOf(section);
  return html`<div class="stack-2">
    ${heading(title ?? l.t('pledge.heading'), 'head')}
    ${renderText(text ?? (open ? l.t('pledge.choose') : ''))}
    ${open && known && all === 0 ? renderText(l.t('pledge.first'), 'strong') : nothing}
  </div>`;
}

/** The button that stands there until the form is here; or why there is none. */
export function renderStart(
  {l, section, open, publisher}: PledgeScene,
  missing: boolean,
  press: () => void,
): TemplateResult | typeof nothing {
  if (!open) return renderText(l.t('pledge.closed', {publisher}));
  return html`<div class="stack-2">
    ${missing ? renderMissing(l) : nothing}
    <button
      class="button"
      part="button"
      type="button"
      @click=${press}
      .textContent=${section.button ?? l.t('pledge.button.none')}
    ></button>
  </div>`;
}
