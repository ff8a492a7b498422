import {assert} from 'chai';

import {drawPicture, PICTURE, type SharedPicture} from '../../../src/ui/flower/picture.js';
import {FlowerHarness} from './flower.harness.js';

const PLEDGE: SharedPicture = {
  values: ['love', 'integrity', 'courage', 'service', 'respect'],
  chosen: new Set(['love', 'service']),
  title: 'Love and Service',
  sentence: 'are what I want to live by.',
  host: 'stpaul.example',
  direction: 'ltr',
};

/** A picture, looked at. */
class Seen {
  readonly #pen: CanvasRenderingContext2D;

  private constructor(bitmap: ImageBitmap) {
    const {width, height} = bitmap;
    const canvas = Object.assign(document.createElement('canvas'), {width, height});
    this.#pen = canvas.getContext('2d', {willReadFrequently: true})!;
    this.#pen.drawImage(bitmap, 0, 0);
  }

  static async look(blob: Blob): Promise<Seen> {
    return new Seen(await createImageBitmap(blob));
  }

  at(x: number, y: number): string {
    return Array.from(this.#pen.getImageData(x, y, 1, 1).data).join(' ');
  }

  /** How many pixels of a half are not of its commonest colour. */
  busy(side: 'left' | 'right'): number {
    const half = PICTURE.width / 2;
    const {data} = this.#pen.getImageData(side === 'left' ? 0 : half, 0, half, PICTURE.height);
    const dark = new Uint32Array(data.buffer).reduce(
      (counts, pixel) => counts.set(pixel, (counts.get(pixel) ?? 0) + 1),
      new Map<number, number>(),
    );
    return data.length / 4 - Math.max(...dark.values());
  }

  /** Whether there is the colour of writing in this column. */
  hasWords(from: number, to: number): boolean {
    const {data} = this.#pen.getImageData(from, 0, to - from, PICTURE.height);
    return data.some((red, index) => index % 4 === 0 && red < 50 && data[index + 2]! < 60);
  }
}

describe('the picture that people share', () => {
  let flower: FlowerHarness;
  let restore: () => void;

  beforeEach(() => {
    flower = new FlowerHarness().show();
    restore = () => undefined;
  });

  afterEach(() => {
    restore();
    flower.end();
  });

  const draw = (change: Partial<SharedPicture> = {}) =>
    drawPicture({...PLEDGE, ...change}, flower.svg.parentElement!);

  async function see(change: Partial<SharedPicture> = {}): Promise<Seen> {
    const drawn = await draw(change);
    if (!drawn.ok) throw new Error('No picture was drawn.');
    return Seen.look(drawn.value);
  }

  /** What a browser that guards against being recognised does instead, for one test. */
  function guard<Name extends 'getContext' | 'toBlob'>(name: Name, instead: HTMLCanvasElement[Name]): void {
    const real = HTMLCanvasElement.prototype[name];
    HTMLCanvasElement.prototype[name] = instead;
    restore = () => void (HTMLCanvasElement.prototype[name] = real);
  }

  it('is a PNG of the size that is shown uncut', async () => {
    const drawn = await draw();
    assert.isTrue(drawn.ok);
    if (!drawn.ok) return;

    const bytes = new Uint8Array(await drawn.value.arrayBuffer());
    assert.equal(drawn.value.type, 'image/png');
    assert.deepEqual(Array.from(bytes.subarray(0, 8)), [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const header = new DataView(bytes.buffer);
    assert.deepEqual([header.getUint32(16), header.getUint32(20)], [1200, 630]);
  });

  it('shows the flower, with the chosen petals full, and the words beside it', async () => {
    const picture = await see();

    const [paper, love, integrity, heart] = [
      picture.at(5, 5),
      picture.at(345, 140),
      picture.at(480, 265),
      picture.at(330, 315),
    ];
    assert.lengthOf(new Set([paper, love, integrity, heart]), 4);
    assert.isTrue(picture.hasWords(640, 1130));
    assert.isFalse(picture.hasWords(1140, 1200));
  });

  it('has other petals full where others were chosen', async () => {
    const [one, other] = [await see(), await see({chosen: new Set(['integrity'])})];

    assert.notEqual(one.at(345, 140), other.at(345, 140));
    assert.notEqual(one.at(480, 265), other.at(480, 265));
  });

  it('is turned round where one reads from the right', async () => {
    const picture = await see({
      direction: 'rtl',
      title: 'المحبة والخدمة',
      sentence: 'هي ما أريد أن أعيش به.',
    });

    assert.isTrue(picture.hasWords(70, 560));
    assert.isFalse(picture.hasWords(0, 60));
    assert.notEqual(picture.at(1200 - 345, 140), picture.at(5, 5));
  });

  it('keeps long names in their column', async () => {
    const picture = await see({title: `${'Verantwortungsbewusstsein, '.repeat(12)}${'x'.repeat(300)}`});

    assert.isTrue(picture.hasWords(640, 1130));
    assert.isFalse(picture.hasWords(1135, 1200));
  });

  it('is light where the page is dark', async () => {
    (flower.svg.parentElement as HTMLElement).dataset['theme'] = 'dark';

    assert.equal((await see()).at(5, 5), '245 243 238 255');
  });

  for (const n of [1, 2, 15, 40])
    it(`is a flower of what was chosen where there are ${n} values`, async () => {
      const values = Array.from({length: n}, (_, index) => `v${index}`);
      const picture = await see({values, chosen: new Set(['v0'])});

      assert.isAbove(picture.busy('left'), 50_000);
    });

  it('leaves nothing in the page', async () => {
    const {childElementCount} = flower.svg.parentElement!;
    await draw();

    assert.equal(flower.svg.parentElement!.childElementCount, childElementCount);
  });

  it('says that it is blocked where a browser gives no canvas', async () => {
    guard('getContext', () => null);
    assert.deepEqual(await draw(), {ok: false, failure: 'blocked'});
  });

  it('says so where it gives no file of it', async () => {
    guard('toBlob', (done) => done(null));
    assert.deepEqual(await draw(), {ok: false, failure: 'blocked'});
  });

  it('says so where reading it is refused', async () => {
    guard('toBlob', () => {
      throw new DOMException('no', 'SecurityError');
    });
    assert.deepEqual(await draw(), {ok: false, failure: 'blocked'});
  });

  for (const [what, byte] of [
    ['white', () => 255],
    ['empty', () => 0],
    ['noise', () => Math.floor(Math.random() * 256)],
  ] as const)
    it(`says so where what is read is ${what}`, async () => {
      const {prototype} = CanvasRenderingContext2D;
      const {getImageData} = prototype;
      prototype.getImageData = (_x: number, _y: number, width: number, height: number) =>
        new ImageData(Uint8ClampedArray.from({length: width * height * 4}, byte), width, height);
      restore = () => void (prototype.getImageData = getImageData);

      assert.deepEqual(await draw(), {ok: false, failure: 'blocked'});
    });
});
