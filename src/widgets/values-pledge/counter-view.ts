import {html, nothing, svg, type TemplateResult} from 'lit';

import {renderText} from '../../ui/text.js';
import {goalFor} from './goal.js';
import type {PledgeScene} from './pledge-host.js';
import {tallyOf} from './tally.js';

/** How many have pledged, and how far it is to the goal: a number, a bar and the sentence that says the same. */
export function renderCounter({l, section}: PledgeScene, goal: number | undefined): TemplateResult {
  const {people, organisations, all} = tallyOf(section);
  const aim = Number.isFinite(goal) && goal! >= 1 ? goalFor(Math.round(goal!), all) : undefined;
  const both = organisations > 0;
  const rest = both ? l.t('counter.both', {people, organisations}) : l.t('counter.people', {n: people});
  return html`<div class="card stack" part="counter">
    <p class="tally"><b .textContent=${l.number(people)}></b> <span .textContent=${rest}></span></p>
    ${aim === undefined ? nothing : renderBar(all / aim)}
    ${renderText(
      [
        all === 0 && l.t('pledge.first'),
        both && l.t('counter.all', {n: all}),
        aim !== undefined && l.t('counter.goal', {n: aim - all, goal: l.number(aim)}),
      ]
        .filter(Boolean)
        .join(' '),
    )}
  </div>`;
}

/** The bar: a picture of the sentence below it. */
function renderBar(share: number): TemplateResult {
  // So that one of ten thousand is to be seen, and one that is missing, too.
  const end = share === 0 ? 0 : Math.min(99, Math.max(1, share * 100));
  return html`<svg class="bar" part="bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
    <linearGradient id="ctg-bar">
      <stop class="low"></stop>
      <stop class="high" offset="1"></stop>
    </linearGradient>
    <rect class="track" width="100" height="3"></rect>
    ${share === 0 ? nothing : svg`<rect class="done" width=${end} height="3"></rect><path class="mark" d="M${end} 0v3"></path>`}
  </svg>`;
}
