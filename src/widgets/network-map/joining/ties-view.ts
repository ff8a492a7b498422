import {html, nothing, type TemplateResult} from 'lit';

import {renderButton, renderTextButton} from '../../../ui/form/buttons.js';
import {renderField, renderGroup, renderSelect} from '../../../ui/form/field-view.js';
import type {NetworkGroup} from '../../../network/network.js';
import {LIMITS} from '../../../protocol/limits.js';
import {labelOf} from '../kinds.js';
import type {Context, GroupForm} from './controls.js';
import type {TieDraft} from './draft.js';
import type {AddingScene} from './phase.js';

/** Kinds of tie that are offered, as the group itself says them. The list is open: a message may name others. */
const KINDS = [
  'partners',
  'shares-space',
  'volunteers-with',
  'supplies',
  'supplied-by',
  'funds',
  'funded-by',
  'refers',
  'referred-by',
  'member-of',
  'has-member',
] as const;
/** Names that are suggested at a time. */
const SUGGESTED = 12;

/** Draws the connections: for each a group of the network and what kind of connection it is. */
export function renderTies(form: GroupForm, scene: AddingScene, context: Context): TemplateResult {
  const {l, others, changed} = scene;
  const {ties} = form.typed;
  const add = (): void => {
    ties.push({name: '', to: undefined, kind: 'partners'});
    changed(`#tie-${ties.length - 1}`);
  };
  const remove = (at: number): void => {
    ties.splice(at, 1);
    changed('.ties > .row:last-child button');
  };
  return renderGroup(
    {...context, id: 'ties', label: l.t('join.ties'), help: l.t('join.ties.help'), optional: true},
    html`<div class="ties stack">
      ${ties.map((tie, at) => renderTie(tie, at))}
      <div class="row">
        ${ties.length < LIMITS.ties ? renderButton('quiet', l.t('join.tie.add'), add) : nothing}
      </div>
    </div>`,
  );

  function renderTie(tie: TieDraft, at: number): TemplateResult {
    const id = `tie-${at}`;
    const onInput = (event: Event): void => {
      tie.name = (event.target as HTMLInputElement).value;
      tie.to = others.find((group) => titleOf(group) === tie.name.trim())?.id;
      form.edited();
    };
    const kinds = KINDS.some((kind) => kind === tie.kind) ? [] : [tie.kind];
    return html`<div class="tie">
      ${renderField(
        {...context, id, label: l.t('join.tie')},
        (describedBy, wrong) =>
          html`<input
              id=${id}
              name=${id}
              type="text"
              list="${id}-names"
              autocomplete="off"
              .value=${tie.name}
              aria-describedby=${describedBy}
              aria-invalid=${wrong}
              @input=${onInput}
            /><datalist id="${id}-names">
              ${suggestions(tie, others).map((name) => html`<option value=${name}></option>`)}
            </datalist>`,
      )}
      ${renderSelect(
        {...context, id: `${id}-kind`, label: l.t('join.tie.kind')},
        [
          ...KINDS.map((value) => ({value, label: l.t(`join.tie.${value}`)})),
          ...kinds.map((value) => ({value, label: value ? labelOf(l, 'kind', value) : l.t('choose')})),
        ],
        tie.kind,
        (value) => {
          tie.kind = value;
          form.edited();
        },
      )}
      <p>${renderTextButton(l.t('join.tie.remove', {name: tie.name}), () => remove(at))}</p>
    </div>`;
  }
}

/** What a group is called where several may have its name. */
export function titleOf({name, place}: Pick<NetworkGroup, 'name' | 'place'>): string {
  return place?.label === undefined ? name : `${name} (${place.label})`;
}

/** Names that have in them what was typed. O(n) in groups. */
function suggestions({name, to}: TieDraft, others: readonly NetworkGroup[]): readonly string[] {
  if (to !== undefined) return [];
  const typed = name.trim().toLowerCase();
  const found: string[] = [];
  for (const group of others) {
    if (found.length === SUGGESTED) break;
    const title = titleOf(group);
    if (title.toLowerCase().includes(typed)) found.push(title);
  }
  return found;
}
