import {html, type TemplateResult} from 'lit';

import type {ListScene} from '../list-view.js';

/** A card of its own below the list, with a heading on it: text lies on a surface of ours. */
export function renderSection(
  {heading}: Pick<ListScene, 'heading'>,
  part: 'earlier' | 'undated',
  title: string,
  body: unknown,
): TemplateResult {
  return html`<div class="card stack ${part}" part=${part}>${heading(title, 'title')} ${body}</div>`;
}
