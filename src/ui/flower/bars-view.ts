import {html, nothing, type TemplateResult} from 'lit';

import {barPath, clampCount} from './geometry.js';
import {renderRing, renderShape, renderToken, type FlowerPicture} from './shape-view.js';

/** Height of a row, in the flower's unit: with its neighbours', enough for a finger at 320 pixels. */
const ROW = 24;

/**
 * Bars in the order of the list, for more values than a flower has petals: pressed, lit and ticked like petals. A
 * length is what an eye compares here, so they are as long as their counts.
 */
export function renderBars({values, chosen, lit, onPress, size}: FlowerPicture): TemplateResult {
  const most = Math.max(...values.map(({count}) => clampCount(count)));
  const whole = barPath(1);
  const at = (index: number): string => `translate(0 ${ROW * index})`;
  const rows = values.map(({id, count}, index) => {
    const isChosen = chosen.has(id);
    const share = most === 0 ? Number(isChosen) : clampCount(count) / most;
    return [
      id === lit ? renderRing(at(index), whole) : nothing,
      renderShape({
        kind: isChosen ? 'chosen' : 'open',
        transform: at(index),
        tone: Math.round(100 - (100 * index) / Math.max(1, values.length - 1)),
        whole,
        fill: share > 0 ? barPath(share) : '',
        onPress: onPress && (() => onPress(id)),
      }),
      size === 'large' ? renderToken({x: 9.5, y: ROW * (index + 0.5)}, 9.5, isChosen, index + 1) : nothing,
    ];
  });
  return html`<svg
    class="flower bars ${onPress ? 'pressed' : ''} ${size === 'small' ? 'mini' : ''}"
    part="flower"
    viewBox="-2 -2 210 ${ROW * values.length + 4}"
    aria-hidden="true"
    focusable="false"
  >
    <linearGradient id="ctg-shade" gradientUnits="userSpaceOnUse" x1="26" x2="206">
      <stop></stop>
      <stop offset="1"></stop>
    </linearGradient>
    ${rows}
  </svg>`;
}
