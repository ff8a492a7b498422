import {html, svg, type TemplateResult} from 'lit';

import type {TieState} from '../../network/network.js';
import {MARK_PATHS} from './scene/marks.js';

/** The mark of a kind, beside its name. */
export function renderMark(kind: number): TemplateResult {
  return html`<svg class="mark k${kind}" viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true">
    ${svg`<path d=${MARK_PATHS[kind]!}></path>`}
  </svg>`;
}

/** A piece of the line that a tie is drawn with. */
export function renderLine(state: TieState): TemplateResult {
  return html`<svg class="line ${state}" viewBox="0 0 36 10" aria-hidden="true">
    ${svg`<path d="M1 5H35"></path>`}
  </svg>`;
}
