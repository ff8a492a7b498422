import {sendKeys, setViewport} from '@web/test-runner-commands';
import {assert} from 'chai';
import {html} from 'lit';

import {assertAccessible} from '../testing/axe.js';
import {MapVisit, REGION, said, until} from './network-map.harness.js';

const OPEN = 'Show on a big screen';

describe('<ctg-network-map> on a big screen', () => {
  let visit: MapVisit;
  /** What there is to set back after a test. */
  let after: Array<() => void>;

  const layer = (): HTMLDialogElement | null => visit.root.querySelector('dialog');
  const asked = (): string => layer()?.querySelector('.ask')?.textContent ?? '';
  const asks = (question: string): Promise<true> => until(() => assert.equal(asked(), question));
  const press = (key: string): Promise<void> => sendKeys({press: key});

  /** Opens it as a press does, in a browser that gives no page the whole screen, as on an iPhone. */
  const open = async (): Promise<void> => {
    await visit.press(OPEN);
    await asks('Who is here?');
  };

  beforeEach(() => {
    visit = new MapVisit();
    const {requestFullscreen} = Element.prototype;
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('Not here'));
    after = [() => (Element.prototype.requestFullscreen = requestFullscreen)];
  });

  afterEach(() => {
    visit.end();
    for (const each of after) each();
  });

  it('asks who is here, says how many, and names the kinds', async () => {
    await visit.see();

    await open();

    await visit.reads('Question 1 of 10');
    assert.include(layer()!.textContent, '4 groups');
    assert.include(layer()!.textContent, 'Faith community');
    assert.include(layer()!.textContent, '1 has no place on the map.');
    assert.isTrue(layer()!.matches(':modal'));
    assert.equal(getComputedStyle(layer()!).colorScheme, 'light');
    // A window that a test can't make larger may be smaller than a screen.
    const large = Math.min(24, 0.0399 * Math.min(innerWidth, innerHeight));
    assert.isAtLeast(parseFloat(getComputedStyle(layer()!).fontSize), large);
  });

  it('shows the groups, and not the whole world, to those who want nothing to move as well', async () => {
    const {matchMedia} = window;
    const {fillText} = CanvasRenderingContext2D.prototype;
    after.push(() => (window.matchMedia = matchMedia));
    after.push(() => (CanvasRenderingContext2D.prototype.fillText = fillText));
    window.matchMedia = (query) =>
      matchMedia.call(window, query.includes('prefers-reduced-motion') ? 'all' : query);
    const written: string[] = [];
    CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
      if (this.canvas.closest('dialog')) written.push(text);
      return fillText.call(this, text, ...at);
    };
    await visit.see();

    await open();

    // What is written only where a bar of one length is true everywhere in the picture.
    await until(() => assert.match(written.join(' '), /\d (?:km|mi)\b/));
  });

  it('asks one thing after the other by the arrow keys, the first after the last', async () => {
    await visit.see();
    await open();

    await press('ArrowRight');
    await asks('Business: who is here?');
    await press('PageDown');
    await press('PageUp');
    await asks('Business: who is here?');
    await press('End');
    await asks('Who is waiting for a first link?');
    assert.include(layer()!.textContent, 'Night Radio');
    await press('ArrowRight');
    await asks('Who is here?');
    await press('ArrowLeft');
    await press('ArrowLeft');
    await asks('Who knows the most groups?');
    assert.include(layer()!.textContent, 'Riverside Garden: 2 groups');
    await press('Home');
    await asks('Who is here?');
  });

  for (const [width, height] of [
    [1_280, 720],
    [844, 390],
    [390, 844],
  ] as const)
    it(`has an answer that nobody has to scroll to, on ${width} x ${height} pixels`, async function () {
      const {innerWidth, innerHeight} = window;
      const canSize = await setViewport({width, height}).then(
        () => true,
        () => false,
      );
      // The driver of WebKit has no command for it.
      if (!canSize) this.skip();
      after.push(() => void setViewport({width: innerWidth, height: innerHeight}));
      const group = (_: unknown, at: number): Parameters<typeof said>[1] => ({
        id: `https://g${at}.example/`,
        name: `The Neighbourhood Council of Street ${at} and of all who live near it`,
        sector: at % 2 === 0 ? 'civic' : 'business',
        place: {label: 'Reno', lat: 39.5, lon: -119.8},
      });
      await visit.see([said('https://a.example/', ...Array.from({length: 40}, group))]);
      await open();
      await press('ArrowRight');
      await until(() => assert.include(asked(), 'who is here?'));

      const {scrollHeight, clientHeight} = layer()!.querySelector('.asked')!;
      assert.isAtMost(scrollHeight, clientHeight);
      assert.isAtLeast(layer()!.querySelectorAll('.names li').length, 1);
    });

  it('goes the way that Arabic is read', async () => {
    await visit.arrive(
      html`<div lang="ar" dir="rtl">
        <ctg-network-map present .documents=${REGION}></ctg-network-map>
      </div>`,
    );
    await asks('من هنا؟');
    const first = layer()!.querySelector('.muted')!.textContent;

    await press('ArrowLeft');
    await until(() => assert.notEqual(asked(), 'من هنا؟'));
    await press('ArrowRight');

    await asks('من هنا؟');
    assert.equal(layer()!.querySelector('.muted')!.textContent, first);
  });

  it('ends by Escape, and gives the focus back', async () => {
    await visit.see();
    await open();

    await press('Escape');

    await until(() => assert.isNull(layer()));
    await until(() => assert.equal(visit.root.activeElement?.textContent, OPEN));
    assert.isFalse(visit.map.present);
    await visit.press('List');
    await until(() => assert.lengthOf(visit.listed, 4));
  });

  it('ends by its button, and leaves selection, view and filters as they were', async () => {
    await visit.see(REGION, 'list');
    await visit.press('Rail City Bakers');

    await visit.press(OPEN);
    await asks('Who is here?');
    await press('End');
    await visit.press('Leave the big screen');

    await until(() => assert.isNull(layer()));
    assert.equal(visit.map.selected, 1);
    assert.equal(visit.map.view, 'list');
    assert.lengthOf(visit.listed, 4);
  });

  it('fills the window at once beside a list, too', async () => {
    await visit.arrive(html`<ctg-network-map view="list" present .documents=${REGION}></ctg-network-map>`);

    await asks('Who is here?');
    assert.isTrue(layer()!.matches(':modal'));
  });

  it('opens at once where the page says so, again and again', async () => {
    await visit.arrive(html`<ctg-network-map present .documents=${REGION}></ctg-network-map>`);
    await asks('Who is here?');

    await press('Escape');
    await until(() => assert.isFalse(visit.map.hasAttribute('present')));
    visit.map.present = true;

    await asks('Who is here?');
    visit.map.present = false;
    await until(() => assert.isNull(layer()));
  });

  it('comes along where the widget is put elsewhere, and goes with it', async () => {
    await visit.arrive(html`<ctg-network-map present .documents=${REGION}></ctg-network-map>`);
    await asks('Who is here?');
    const {map} = visit;

    map.parentElement!.append(map);
    await until(() => assert.isTrue(layer()?.open));
    map.remove();

    assert.isFalse(layer()?.open ?? false);
  });

  it('says each question once to who listens, and keeps the focus inside', async () => {
    await visit.see();
    await open();
    assert.equal(layer()!.ariaLabel, 'The network on a big screen');

    await press('ArrowRight');

    await until(() =>
      assert.equal(
        layer()!.querySelector('[role=status]')!.textContent,
        'Question 2 of 10 Business: who is here? 1 group',
      ),
    );
    assert.isTrue(layer()!.contains(visit.root.activeElement));
  });

  it('has nothing that keeps anybody out, at any question', async () => {
    await visit.see();
    await open();

    for (const key of ['Home', 'ArrowRight', 'End', 'ArrowLeft', 'ArrowLeft']) {
      await press(key);
      await assertAccessible(visit.stage.root);
    }
  });

  it('says that nothing fits, also to those who do not see the picture', async () => {
    await visit.see();
    await visit.search('nothing is called so');
    await visit.reads('Nothing fits your choice.');

    await visit.press(OPEN);

    await until(() => assert.include(layer()?.textContent, 'Nothing fits your choice.'));
    assert.equal(layer()!.querySelector('canvas')!.ariaLabel, 'Nothing fits your choice.');
    await assertAccessible(visit.stage.root);
  });

  it('turns by itself only when asked, and stays where it is told to', async () => {
    await visit.see();
    await open();
    const turns: Array<() => void> = [];
    const {setTimeout} = window;
    // Twelve seconds pass at once here.
    window.setTimeout = ((what: () => void, time?: number) =>
      time === 12_000 ? turns.push(what) : setTimeout(what, time)) as typeof window.setTimeout;
    after.push(() => (window.setTimeout = setTimeout));

    await visit.press('Go on every 12 seconds');
    assert.lengthOf(turns, 1);
    turns.pop()!();
    await asks('Business: who is here?');
    assert.lengthOf(turns, 1);
    await visit.press('Stay at this question');
    await press('ArrowRight');

    assert.lengthOf(turns, 1);
  });

  it('never moves by itself for who wants no motion', async () => {
    const {matchMedia} = window;
    window.matchMedia = (query) =>
      Object.defineProperty(matchMedia.call(window, query), 'matches', {
        value: query.includes('reduced-motion') || matchMedia.call(window, query).matches,
      });
    after.push(() => (window.matchMedia = matchMedia));
    await visit.see();

    await open();

    assert.notInclude(layer()!.textContent, 'Go on every 12 seconds');
  });

  it('asks for the whole screen where there is one, and ends when the browser ends that', async () => {
    const filled: Element[] = [];
    Element.prototype.requestFullscreen = function (this: Element) {
      filled.push(this);
      return Promise.resolve();
    };
    await visit.see();
    await open();
    await until(() => assert.lengthOf(filled, 1));
    assert.isTrue(layer()!.contains(filled[0]!));

    filled[0]!.dispatchEvent(new Event('fullscreenchange'));

    await until(() => assert.isNull(layer()));
  });
});
