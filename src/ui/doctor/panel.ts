import {html, nothing, type TemplateResult} from 'lit';

import type {Finding, Level} from '../../endpoint/diagnosis/finding.js';
import type {Asked} from '../../endpoint/diagnosis/observation.js';
import {MENDERS, type Facts} from '../../endpoint/diagnosis/report.js';

/** What a panel shows. */
export interface PanelScene {
  readonly theme: string | undefined;
  /** `undefined` while it still looks. */
  readonly findings: readonly Finding[] | undefined;
  readonly facts: Facts;
  readonly asked: readonly Asked[];
  /** Everything as text, once somebody wants it and the clipboard cannot take it. */
  readonly text: string | undefined;
  readonly said: string;
  readonly copy: () => void;
  readonly again: () => void;
}

const LEVELS: Readonly<Record<Level, string>> = {breaks: 'Breaks it', hurts: 'Hurts', note: 'Note'};

/** Draws the panel. Its text is set as a property throughout, as everywhere: nothing of an endpoint is ever markup. */
export function renderPanel(scene: PanelScene): TemplateResult {
  const {theme, findings, facts, asked, text, said} = scene;
  return html`<section
    class="doctor"
    aria-label="What the widget’s doctor found"
    lang="en"
    dir="ltr"
    data-theme=${theme ?? nothing}
  >
    <details open>
      <summary class="top" .textContent=${titleOf(findings)}></summary>
      <ol class="list" role="list">
        ${(findings ?? []).map(renderFinding)}
      </ol>
      <dl>
        ${facts.map(
          ([name, value]) =>
            html`<dt .textContent=${name}></dt>
              <dd .textContent=${value}></dd>`,
        )}
        ${asked.map(
          (each) =>
            html`<dt>Asked</dt>
              <dd .textContent=${askedText(each)}></dd>`,
        )}
      </dl>
      <div class="buttons">
        <button type="button" @click=${scene.copy}>Copy as text</button>
        <button type="button" @click=${scene.again}>Look again</button>
      </div>
      ${
        text === undefined
          ? nothing
          : html`<textarea readonly aria-label="The report, to copy by hand" .value=${text}></textarea>`
      }
      <p role="status" class="about" .textContent=${said}></p>
    </details>
  </section>`;
}

function titleOf(findings: readonly Finding[] | undefined): string {
  if (!findings) return 'The doctor is looking …';
  const breaking = findings.filter(({level}) => level === 'breaks').length;
  if (breaking > 0)
    return breaking === 1 ? 'One thing breaks this widget' : `${breaking} things break this widget`;
  return findings.length > 0
    ? 'This widget works, with something to look at'
    : 'This widget works, and nothing was found';
}

function renderFinding({code, level, what, who, lines, causes}: Finding): TemplateResult {
  return html`<li class=${level} data-code=${code}>
    <div class="found">
      <p .textContent=${what}></p>
      <p class="about" .textContent=${`${LEVELS[level]} · ${MENDERS[who]} · ${code}`}></p>
      ${
        causes
          ? html`<ol class="causes">
              ${causes.map((cause) => html`<li .textContent=${`${cause.what} ${cause.tell}`}></li>`)}
            </ol>`
          : nothing
      }
      ${lines.map(
        ({where, text}, index) =>
          html`<details ?open=${index === 0}>
            <summary class="about" .textContent=${where}></summary>
            <pre .textContent=${text}></pre>
          </details>`,
      )}
    </div>
  </li>`;
}

/** One request and what came of it. */
export function askedText(asked: Asked): string {
  const {method, url, ms} = asked;
  if (asked.kind === 'unanswered') return `${method} ${url}: no answer that may be seen, ${ms} ms`;
  // A blind question has no status.
  return `${method} ${url}: ${asked.status || 'an answer that may not be read'}, ${asked.bytes} bytes, ${ms} ms`;
}
