import {projectMercator, unprojectMercator} from '../../../network/space/mercator.js';
import type {LandView} from './draw-land.js';
import {roundUp} from './round-numbers.js';

/** Two lines are at least so far apart, in pixels. */
const APART = 110;
/** Steps of whole parts of a right angle, which tens of degrees are not. */
const WIDE_STEPS = [15, 30, 45, 90];

/** Degrees from one line of the grid to the next: 90, 45, 30, 15, 10, 5, 2, 1, 0.5 … */
export function gridStep(pixelsPerDegree: number): number {
  const least = APART / pixelsPerDegree;
  return least > 10 ? (WIDE_STEPS.find((step) => step >= least) ?? 90) : roundUp(least);
}

/** Draws meridians and parallels at even steps, thin enough to lie under everything. */
export function drawGrid(context: CanvasRenderingContext2D, view: LandView, edge: string): void {
  const {toX, toY, west, north, east, south} = view;
  const step = gridStep((toX(1) - toX(0)) / 360);
  context.save();
  context.strokeStyle = edge;
  context.lineWidth = 0.6;
  context.globalAlpha = 0.55;
  context.beginPath();
  const last = unprojectMercator(east, 0).lon / step;
  for (let count = Math.ceil(unprojectMercator(west, 0).lon / step); count <= last; count++) {
    const x = toX((count * step) / 360 + 0.5);
    context.moveTo(x, toY(north));
    context.lineTo(x, toY(south));
  }
  const highest = unprojectMercator(0, Math.max(0, north)).lat / step;
  for (
    let count = Math.ceil(unprojectMercator(0, Math.min(1, south)).lat / step);
    count <= highest;
    count++
  ) {
    const y = toY(projectMercator(0, count * step).y);
    context.moveTo(toX(west), y);
    context.lineTo(toX(east), y);
  }
  context.stroke();
  context.restore();
}
