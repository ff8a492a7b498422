import type {Palette} from './palette.js';

/** How large, in what colours and in what letters a picture is painted. */
export interface Pen {
  readonly palette: Palette;
  /** Font family of the text around it. */
  readonly family: string;
  /** Its size as a multiple of 16 pixels: everything grows with it. */
  readonly unit: number;
}

/** A part of the canvas, in pixels. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];
