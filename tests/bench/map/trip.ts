import type {CDPSession} from 'playwright-core';

/** How far each move of the mouse goes, in pixels, and how many make a drag. */
const STEP = 12;
const MOVES = 24;

/** Milliseconds in which whatever a turn of the wheel has set in motion comes to rest. */
const REST = 400;

const CTRL = 2;

/** No visitor waits longer than this, in milliseconds; a contestant is then judged by the part that it has done. */
const PATIENCE = 20_000;

/** Where the picture begins on the screen. */
interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Where the wheel is turned, from that corner. */
const MIDDLE = {x: 480, y: 300};

/** Brings the mouse to where the trip begins: a map may get ready for hands only when there are some. */
export async function approach(session: CDPSession, {x, y}: Corner): Promise<void> {
  await session.send('Input.dispatchMouseEvent', {type: 'mouseMoved', x: x + MIDDLE.x, y: y + MIDDLE.y});
  await rest();
}

/**
 * Drags the map, zooms in, drags it again and zooms out, with the mouse of a visitor: what a contestant does for one
 * move of the mouse is its frame. With ctrl held, since a map in a page may leave the bare wheel to the page.
 *
 * @param wheel pixels of a turn of the wheel, and how many turns are one zoom
 */
export async function trip(session: CDPSession, at: Corner, wheel: readonly [number, number]): Promise<void> {
  const until = Date.now() + PATIENCE;
  const mouse = async (
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    east: number,
    south: number,
  ) => {
    if (Date.now() > until && type === 'mouseMoved') return;
    const [buttons, clickCount] = [type === 'mouseReleased' ? 0 : 1, type === 'mouseMoved' ? 0 : 1];
    const [x, y] = [at.x + east, at.y + south];
    // The answer comes when the page has had the event, which is once a frame: no more moves than it can follow.
    await session.send('Input.dispatchMouseEvent', {type, x, y, button: 'left', buttons, clickCount});
  };
  const drag = async (x: number, y: number, east: number, south: number) => {
    await mouse('mousePressed', x, y);
    for (let move = 1; move <= MOVES; move += 1) await mouse('mouseMoved', x + move * east, y + move * south);
    await mouse('mouseReleased', x + MOVES * east, y + MOVES * south);
    await rest();
  };
  const zoom = async (way: 1 | -1) => {
    for (let turn = 0; turn < wheel[1] && Date.now() < until; turn += 1) {
      const turned = {
        x: at.x + MIDDLE.x,
        y: at.y + MIDDLE.y,
        deltaX: 0,
        deltaY: -way * wheel[0],
        modifiers: CTRL,
      };
      await session.send('Input.dispatchMouseEvent', {type: 'mouseWheel', ...turned});
      await rest();
    }
  };
  await drag(650, 200, -STEP, 0);
  await zoom(1);
  await drag(350, 400, STEP / 2, -STEP / 2);
  await zoom(-1);
}

const rest = () => new Promise((resolve) => setTimeout(resolve, REST));
