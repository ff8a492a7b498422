import {nothing, svg, type SVGTemplateResult} from 'lit';

import {petalColor} from './flower.styles.js';
import type {Point} from './geometry.js';

/** One value, as far as it can be drawn. */
export interface FlowerValue {
  readonly id: string;
  readonly label: string;
  /** How many chose it. Where no value has a count, the chosen ones are filled to their tips. */
  readonly count?: number | undefined;
}

/** What a flower shows, and what happens when it is pressed. */
export interface FlowerPicture {
  readonly values: readonly FlowerValue[];
  /** Ids of the values that the visitor chose. */
  readonly chosen: ReadonlySet<string>;
  /** Id of the value whose box has the focus. */
  readonly lit?: string | undefined;
  /** The visitor pressed a petal, or its name; without it the flower is only looked at. */
  readonly onPress?: ((id: string) => void) | undefined;
  /** What stands in the heart, such as `10k`; without it there are seeds. */
  readonly centre?: string | undefined;
  /** What is counted there, such as `people`. */
  readonly word?: string | undefined;
  /** Small: petals alone, for a wall or a badge. */
  readonly size: 'large' | 'small';
  /** Numbers at any width, or neither numbers nor names; left out: names where there is room, else numbers. */
  readonly numbered?: boolean | undefined;
}

/** A petal or a bar: its outline, and what of it is filled. */
export interface Shape {
  readonly kind: 'chosen' | 'open';
  readonly transform: string;
  readonly tone: number;
  readonly whole: string;
  readonly fill: string;
  readonly onPress: (() => void) | undefined;
}

/** Draws a petal or a bar, both with the colour that belongs to its place. */
export function renderShape({kind, transform, tone, whole, fill, onPress}: Shape): SVGTemplateResult {
  return svg`<g class="petal ${kind}" transform=${transform} color=${petalColor(tone)} @click=${onPress}><path class="whole" d=${whole}></path>${
    fill === '' ? nothing : svg`<path class="fill" d=${fill}></path><path class="shade" d=${fill}></path>`
  }<path class="rim" d=${whole}></path></g>`;
}

/** The two lines round the shape whose box has the focus, one of which shows on any ground; it is drawn over them. */
export function renderRing(transform: string, whole: string): SVGTemplateResult[] {
  return ['ring', 'ring halo'].map(
    (kind) => svg`<path class=${kind} transform=${transform} d=${whole}></path>`,
  );
}

/** A disc with a tick for what is chosen, else with its number in the list; or nothing without a number. */
export function renderToken(
  {x, y}: Point,
  radius: number,
  chosen: boolean,
  number: number | undefined,
): SVGTemplateResult | typeof nothing {
  if (!chosen && number === undefined) return nothing;
  return svg`<g class="token ${chosen ? '' : 'number'}" transform="translate(${x} ${y})"><circle r=${radius}></circle>${
    chosen
      ? svg`<path class="tick" d="M-3.9.2-1.1 3.2 4.1-3.1"></path>`
      : svg`<text dy=".36em" .textContent=${String(number)}></text>`
  }</g>`;
}
