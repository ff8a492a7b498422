import {assert} from 'chai';

import {Gestures} from '../../../src/widgets/network-map/hands/gestures.js';
import type {MapHost} from '../../../src/widgets/network-map/map-host.js';
import type {Stage} from '../../../src/widgets/network-map/scene/stage.js';
import {type Camera, View} from '../../../src/widgets/network-map/scene/view.js';

type Point = readonly [x: number, y: number];

/** A picture of 400 by 300 pixels in a page, which pointers of every engine are led over. */
class Picture {
  readonly box = document.createElement('div');
  view = new View(400, 300, {x: 0.3, y: 0.4, zoom: 6});
  hints = 0;

  constructor() {
    this.box.style.cssText = 'position:fixed;inset:0 auto auto 0;width:400px;height:300px';
    this.box.tabIndex = 0;
    // There is no real finger to be captured.
    this.box.setPointerCapture = () => undefined;
    document.body.append(this.box);
    const stage = {
      picture: undefined,
      at: undefined,
      paint: () => undefined,
      go: (camera: Camera) => (this.view = this.view.at(camera)),
    };
    Object.defineProperty(stage, 'view', {get: () => this.view});
    const host = {scene: {stage: stage as unknown as Stage}, select: () => undefined};
    const gestures = new Gestures(host as unknown as MapHost, () => (this.hints += 1));
    this.box.addEventListener('pointerdown', gestures.down);
    this.box.addEventListener('pointermove', gestures.move);
    this.box.addEventListener('pointerup', gestures.up);
    this.box.addEventListener('pointercancel', gestures.cancel);
    this.box.addEventListener('wheel', gestures.wheel);
  }

  /** A pointer does something; the first of its kind is the primary one. */
  point(
    type: 'down' | 'move' | 'up' | 'cancel',
    pointerId: number,
    [clientX, clientY]: Point,
    pointerType = 'touch',
  ): void {
    this.box.dispatchEvent(
      new PointerEvent(`pointer${type}`, {
        pointerId,
        pointerType,
        clientX,
        clientY,
        isPrimary: pointerId === 1,
        bubbles: true,
      }),
    );
  }

  /** Turns the wheel; whether the page was kept from scrolling. */
  turn(init: WheelEventInit): boolean {
    const event = new WheelEvent('wheel', {
      clientX: 300,
      clientY: 100,
      cancelable: true,
      bubbles: true,
      ...init,
    });
    this.box.dispatchEvent(event);
    return event.defaultPrevented;
  }

  /** The place in the world under a pixel. */
  at([x, y]: Point): Point {
    return [this.view.west + x / this.view.scale, this.view.north + y / this.view.scale];
  }

  /** How many pixels a place in the world is from a pixel now. */
  off([x, y]: Point, pixel: Point): number {
    const [nowX, nowY] = this.at(pixel);
    return Math.hypot(nowX - x, nowY - y) * this.view.scale;
  }
}

describe('pointers over the map', () => {
  let picture: Picture;

  beforeEach(() => (picture = new Picture()));
  afterEach(() => picture.box.remove());

  it('keeps what is between two fingers there, however far they go at once', () => {
    const place = picture.at([200, 150]);
    picture.point('down', 1, [180, 150]);
    picture.point('down', 2, [220, 150]);

    picture.point('move', 1, [100, 90]);
    picture.point('move', 2, [320, 190]);

    assert.isBelow(picture.off(place, [210, 140]), 0.01);
    assert.closeTo(picture.view.zoom, 6 + Math.log2(Math.hypot(220, 100) / 40), 1e-6);
  });

  it('goes on with one finger where the other was lifted, without a jump', () => {
    picture.point('down', 1, [180, 150]);
    picture.point('down', 2, [220, 150]);
    picture.point('move', 2, [260, 150]);
    const {view} = picture;

    picture.point('up', 2, [260, 150]);
    assert.equal(picture.view, view);
    const place = picture.at([180, 150]);
    picture.point('move', 1, [150, 200]);

    assert.isBelow(picture.off(place, [150, 200]), 0.01);
  });

  it('stays where it is under a finger that goes up first, until a second one comes', () => {
    const {view} = picture;
    picture.point('down', 1, [200, 200]);
    picture.point('move', 1, [204, 180]);
    picture.point('move', 1, [230, 100]);
    assert.equal(picture.view, view);

    picture.point('down', 2, [270, 100]);
    picture.point('move', 2, [310, 100]);
    assert.closeTo(picture.view.zoom, 7, 1e-6);
    picture.point('cancel', 1, [230, 100]);
    picture.point('cancel', 2, [310, 100]);
  });

  it('goes along with a mouse in any direction', () => {
    const place = picture.at([200, 200]);
    picture.point('down', 1, [200, 200], 'mouse');
    picture.point('move', 1, [204, 120], 'mouse');

    assert.isBelow(picture.off(place, [204, 120]), 0.01);
    picture.point('up', 1, [204, 120], 'mouse');
  });

  it('forgets a finger that nobody told it was lifted, once another one comes alone', () => {
    picture.point('down', 3, [20, 20]);
    picture.point('down', 1, [200, 150]);
    const {zoom} = picture.view;

    picture.point('move', 1, [140, 150]);

    assert.equal(picture.view.zoom, zoom);
  });

  it('leaves the wheel to the page, says how, and takes it with a key held or once it was pressed', () => {
    const place = picture.at([300, 100]);
    assert.isFalse(picture.turn({deltaY: -100}));
    assert.equal(picture.hints, 1);
    assert.equal(picture.view.zoom, 6);

    assert.isTrue(picture.turn({deltaY: -100, ctrlKey: true}));
    assert.equal(picture.view.zoom, 7);
    picture.box.focus();
    // Lines, as Firefox may count.
    assert.isTrue(picture.turn({deltaY: -3, deltaMode: 1}));
    assert.closeTo(picture.view.zoom, 7.2, 1e-6);
    assert.isBelow(picture.off(place, [300, 100]), 0.01);
  });

  it('gives the page the wheel that changes nothing here: at the end, and sideways', () => {
    picture.box.focus();
    assert.isFalse(picture.turn({deltaX: 100}));

    for (let turn = 0; turn < 40; turn++) picture.turn({deltaY: 240});
    assert.isFalse(picture.turn({deltaY: 240}));
    // With Ctrl the page itself would be zoomed, which nobody meant.
    assert.isTrue(picture.turn({deltaY: 240, ctrlKey: true}));
    assert.isTrue(picture.turn({deltaY: -240}));
  });
});
