import {html, nothing, type TemplateResult} from 'lit';

import {unsteered} from '../../i18n/localizer.js';
import type {MapHost} from './map-host.js';

/** The name of a group as a link that selects it, and puts the focus on what is said of it. */
export function renderGroupLink(host: MapHost, group: number, name?: string): TemplateResult {
  const onClick = (event: MouseEvent): void => {
    // Whoever wants it in another tab gets it there: the fragment says the same.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    host.select(group, true);
  };
  return html`<a
    href=${host.later('weaving')!.fragment.linkTo(group)}
    aria-current=${group === host.selected ? 'true' : nothing}
    @click=${onClick}
    .textContent=${unsteered(name ?? host.atlas!.network.groups[group]!.name)}
  ></a>`;
}
