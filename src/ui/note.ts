import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

import {renderText} from './text.js';

/** The kinds of note, each with an icon of its own, because colour alone tells nothing to many. */
export type NoteKind = 'ok' | 'wait' | 'bad' | 'saved' | 'attention';

const ring = svg`<circle cx="12" cy="12" r="9.5"></circle>`;
const ICONS: Record<NoteKind, SVGTemplateResult> = {
  ok: svg`${ring}<path d="m7.5 12.5 3 3 6-6.5"></path>`,
  wait: svg`${ring}<path d="M12 6.5V12l4 2.5"></path>`,
  bad: svg`${ring}<path d="M12 6.5v7M12 16.5v1"></path>`,
  attention: svg`${ring}<path d="M12 6.5v7M12 16.5v1"></path>`,
  saved: svg`<path d="M4 15.5V20h16v-4.5M12 4v11m-4-4 4 4 4-4"></path>`,
};

/** A tint, a line icon, a title and whatever it has to say. `title` is a heading made by the widget, or nothing. */
export function renderNote(kind: NoteKind, title: unknown, ...body: readonly unknown[]): TemplateResult {
  const tint = kind === 'saved' || kind === 'attention' ? 'wait' : kind;
  return html`<div class="note ${tint}" part="note">
    <svg viewBox="0 0 24 24" aria-hidden="true">${ICONS[kind]}</svg>
    <div class="stack-2">
      ${title}${body.map((part) => (typeof part === 'string' ? renderText(part) : part))}
    </div>
  </div>`;
}
