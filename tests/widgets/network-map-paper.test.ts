import {emulateMedia} from '@web/test-runner-commands';
import {assert} from 'chai';

import {MapVisit, REGION, said, until} from './network-map.harness.js';

const MANY = [
  said(
    'https://many.example/',
    ...Array.from({length: 1_200}, (_, at) => ({id: `https://g${at}.example/`, name: `Group ${at}`})),
  ),
];

describe('<ctg-network-map>, as a picture and on paper', () => {
  let visit: MapVisit;
  const {createObjectURL} = URL;

  beforeEach(() => {
    visit = new MapVisit();
  });

  afterEach(() => {
    visit.end();
    URL.createObjectURL = createObjectURL;
  });

  /** Presses what saves a picture, and reads what was saved. */
  const save = async (): Promise<ImageBitmap> => {
    const saved = new Promise<Blob>((resolve) => {
      URL.createObjectURL = (blob: Blob) => {
        resolve(blob);
        return createObjectURL.call(URL, blob);
      };
    });
    await visit.press('As a picture');
    const blob = await saved;
    assert.equal(blob.type, 'image/png');
    return createImageBitmap(blob);
  };

  for (const view of ['map', 'graph'])
    it(`saves the ${view} as a picture that is sharp on paper, with its signs below`, async () => {
      await visit.see(REGION, view);
      await visit.press('Save as a file');
      const {width, height} = await save();

      const {clientWidth, clientHeight} = visit.root.querySelector('canvas')!;
      assert.approximately(width, 2_400, 1);
      assert.isAbove(height, (width * clientHeight) / clientWidth + 100);
    });

  it('says in the list why there is no picture', async () => {
    await visit.see(REGION, 'list');
    await visit.press('Save as a file');
    await visit.reads('The list is not a picture.');
  });

  it('paints the canvas for paper, and again for the screen', async () => {
    await visit.see();
    const canvas = visit.root.querySelector('canvas')!;
    const before = canvas.width;

    dispatchEvent(new Event('beforeprint'));
    assert.approximately(canvas.width, 2_400, 1);
    dispatchEvent(new Event('afterprint'));
    assert.equal(canvas.width, before);
  });

  it('prints up to a thousand rows of the list, at once', async () => {
    await visit.see(MANY, 'list');
    const rows = (): number => visit.root.querySelectorAll('tbody tr').length;
    await until(() => assert.equal(rows(), 50));

    dispatchEvent(new Event('beforeprint'));
    assert.equal(rows(), 1_000);
    assert.include(visit.text, 'Only the first 1,000 groups are printed.');
    dispatchEvent(new Event('afterprint'));
    assert.equal(rows(), 50);
  });

  it('prints no panel, and no word on what to press', async function () {
    // Firefox and WebKit have no command for it.
    if (!('chrome' in window)) this.skip();
    await visit.see();
    const isSeen = (part: string): boolean => visit.root.querySelector(part)!.checkVisibility();
    visit.root.querySelector<HTMLElement>('.sums button')!.click();
    await until(() => assert.ok(visit.root.querySelector('.sources')));
    await until(() => assert.isTrue(isSeen('.sources') && isSeen('.hint')));

    dispatchEvent(new Event('beforeprint'));
    await emulateMedia({media: 'print'});
    const printed = ['.sources', '.hint'].filter(isSeen);
    const isWhole = [...visit.root.querySelectorAll('.sums button')].every((word) => word.checkVisibility());
    const {breakInside} = getComputedStyle(visit.root.querySelector('.map')!);
    await emulateMedia({media: 'screen'});
    dispatchEvent(new Event('afterprint'));

    assert.deepEqual(printed, []);
    // "1 has no place on the map: see them in the list." is a sentence only with its last words.
    assert.include(visit.text, 'has no place on the map: see them in the list.');
    assert.isTrue(isWhole);
    assert.equal(breakInside, 'auto');
  });
});
