import {html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

import {renderBars} from './bars-view.js';
import {petalColor} from './flower.styles.js';
import {FEWEST, HEART, layOut, MOST, nameLines, roomFor, SEEDS, type Petal} from './geometry.js';
import {renderRing, renderShape, renderToken, type FlowerPicture, type FlowerValue} from './shape-view.js';

export type {FlowerPicture, FlowerValue} from './shape-view.js';

/** From one line of a name to the next. */
const LINE = 12;

/**
 * Whether names stand round the flower where it is wide. Where they don't, the list beside it has to show the
 * numbers of its values at every width, not only where it is narrow.
 */
export const showsNames = (values: readonly FlowerValue[]): boolean =>
  roomFor(values.map(({label}) => label)) !== 'none';

/**
 * The flower: one petal for each value, filled from the heart by how many chose it, ticked where the visitor did.
 *
 * It is the picture of a list of check boxes and their second pointer surface, so it is hidden from screen readers
 * and never has the focus: whoever shows it shows the list, presses its box in `onPress`, and lights a petal while
 * its box has the focus. Other numbers of values than 3 to 12 are bars.
 */
export function renderFlower(picture: FlowerPicture): TemplateResult | typeof nothing {
  const {values, size} = picture;
  if (values.length === 0) return nothing;
  if (values.length < FEWEST || values.length > MOST) return renderBars(picture);
  return size === 'small' ? renderSmall(picture) : renderLarge(picture);
}

/** Petals alone, in one path each, because a wall has hundreds of them. */
function renderSmall({values, chosen}: FlowerPicture): TemplateResult {
  const {whole, petals} = layOut(values.map(() => 0));
  const all = petals.map(
    ({turn, tone}, index) =>
      svg`<path class="whole ${chosen.has(values[index]!.id) ? 'chosen' : ''}" color=${petalColor(tone)} transform="rotate(${turn})" d=${whole}></path>`,
  );
  return html`<svg
    class="flower mini"
    part="flower"
    viewBox="-103 -103 206 206"
    aria-hidden="true"
    focusable="false"
  >
    ${all}
    <circle class="heart" r=${HEART}></circle>
  </svg>`;
}

function renderLarge({values, chosen, lit, onPress, numbered, centre, word}: FlowerPicture): TemplateResult {
  const {petals, whole, leaf, half, disc} = layOut(values.map(({count}) => count));
  const room = numbered === undefined ? roomFor(values.map(({label}) => label)) : 'none';
  const uncounted = petals.every(({share}) => share === 0);
  const turned = (turn: number): string => `rotate(${turn})`;
  const shape = (index: number, kind: 'chosen' | 'open'): SVGTemplateResult => {
    const {turn, tone, fill} = petals[index]!;
    const {id} = values[index]!;
    return renderShape({
      kind,
      transform: turned(turn),
      tone,
      whole,
      fill: kind === 'chosen' && uncounted ? whole : fill,
      onPress: onPress && (() => onPress(id)),
    });
  };
  const focused = values.findIndex(({id}) => id === lit);

  // The chosen ones are drawn once more above all others, and the one in focus above its ring: their edges stay whole
  // where petals overlap, and nothing that is there already moves, which would start its blooming anew.
  return html`<svg
    class="flower ${room} ${onPress ? 'pressed' : ''}"
    part="flower"
    viewBox="-103 -103 206 206"
    aria-hidden="true"
    focusable="false"
  >
    <radialGradient id="ctg-shade" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="100">
      <stop></stop>
      <stop offset="1"></stop>
    </radialGradient>
    ${
      leaf === ''
        ? nothing
        : petals.map(({turn}) => svg`<path class="leaf" transform=${turned(turn + half)} d=${leaf}></path>`)
    }${values.map((_, index) => shape(index, 'open'))}
    <g class="bloom">${values.map(({id}, index) => (chosen.has(id) ? shape(index, 'chosen') : nothing))}</g>
    ${
      focused < 0
        ? nothing
        : [
            renderRing(turned(petals[focused]!.turn), whole),
            shape(focused, chosen.has(lit!) ? 'chosen' : 'open'),
          ]
    }${values.map(({id, label}, index) => {
      const petal = petals[index]!;
      const isChosen = chosen.has(id);
      return [
        renderToken(petal.disc, disc, isChosen, numbered === false ? undefined : index + 1),
        room === 'none' ? nothing : renderName(label, petal, isChosen, onPress && (() => onPress(id))),
      ];
    })}
    <circle class="heart" r=${HEART}></circle>
    ${
      centre === undefined
        ? svg`<circle class="seeds" r=${SEEDS} pathLength=${values.length} transform="rotate(-90)"></circle>`
        : renderCentre(centre, word)
    }
  </svg>`;
}

/** A name beside its petal, its lines rising above the flower and falling below it. */
function renderName(
  label: string,
  {name: {x, y, anchor}, tone}: Petal,
  chosen: boolean,
  onPress: (() => void) | undefined,
): SVGTemplateResult[] {
  const lines = nameLines(label);
  const first = y - ((lines.length - 1) * LINE * tone) / 100;
  // A text for each line, because WebKit changes the lines of one text round where they are Arabic; and isolated, so
  // that a name in another script stays on its side of the flower.
  return lines.map(
    (line, index) =>
      svg`<text class="name ${anchor} ${chosen ? 'chosen' : ''}" x=${x} y=${first + LINE * index} @click=${onPress} .textContent=${`\u2068${line}\u2069`}></text>`,
  );
}

/** A number in the heart and what it counts, as small as they have to be for it. */
function renderCentre(centre: string, word = ''): SVGTemplateResult {
  const size = (room: number, text: string, most: number): number =>
    Math.min(most, Math.round((room * 10) / text.length) / 10);
  return svg`<text class="total" y=${word ? 1.5 : 5} font-size=${size(54, centre, 15)} .textContent=${centre}></text><text class="word" y="10.5" font-size=${size(50, word || ' ', 7.5)} .textContent=${word}></text>`;
}
