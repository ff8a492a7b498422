import {html, nothing, type TemplateResult} from 'lit';

import type {Localizer} from '../../../i18n/localizer.js';
import type {MessageKey} from '../../../i18n/messages.js';
import {type Network, type NetworkGroup, type Tie, TIE_STATES} from '../../../network/network.js';
import {renderText} from '../../../ui/text.js';
import {labelOf} from '../kinds.js';
import {renderGroupLink} from '../group-link.js';
import type {MapHost} from '../map-host.js';
import {renderLine} from '../mark-view.js';

/** The ties of a group, the surest first, then by the name of the other one. */
export function tiesInOrder({ties, groups}: Network, group: NetworkGroup): readonly Tie[] {
  const nameOf = (tie: Tie): string => groups[otherOf(tie, group)]!.name;
  return group.ties
    .map((tie) => ties[tie]!)
    .toSorted(
      (one, other) =>
        TIE_STATES.indexOf(one.state) - TIE_STATES.indexOf(other.state) ||
        (nameOf(one) < nameOf(other) ? -1 : 1),
    );
}

/** A tie in words, as it is seen from `group`: with whom, what kind, and who says so. */
export function renderTie(host: MapHost, {groups}: Network, group: NetworkGroup, tie: Tie): TemplateResult {
  const {words: l} = host;
  const other = otherOf(tie, group);
  const name = renderGroupLink(host, other);
  const [key, kind] = sentenceOf(l, tie, group);
  const who = tie.state === 'declined' ? (tie.decliner ?? other) : tie.by;
  const state = l.t(`tie.${tie.state}`, {name: groups[who]!.name});
  return html`<li>
    ${tie.state === 'declined' ? html`<span></span>` : renderLine(tie.state)}
    <div>
      <p>${l.parts<unknown>(key, {name, kind})} <span class="muted" .textContent=${state}></span></p>
      ${tie.note ? renderText(tie.note, 'small muted') : nothing}
    </div>
  </li>`;
}

/** The sentence of a kind, by the end that one looks from; of a kind without a sentence its own word. */
function sentenceOf(l: Localizer, {kind, from}: Tie, {index}: NetworkGroup): [MessageKey, string?] {
  if (kind === undefined) return ['tie.plain'];
  const here = [`tie.${from === index ? 'to' : 'of'}.${kind}`, `tie.of.${kind}`] as MessageKey[];
  const known = here.find((key) => l.t(key, {name: '-'}) !== '');
  return known ? [known] : ['tie.other', labelOf(l, 'kind', kind)];
}

const otherOf = ({from, to}: Tie, {index}: NetworkGroup): number => (from === index ? to : from);
