/** What the page of every contestant does in the same way: gets the network, and tells when it is on the screen. */
import {networkOf, type Network} from '../crowd.js';
import {MARKS} from './marks.js';

declare global {
  /** Settled once the contestant's first picture with the network in it has been drawn. */
  // eslint-disable-next-line no-var -- only a `var` declares a property of the global object
  var shown: Promise<void>;
  /** Settled once nothing is missing in the picture any more. */
  // eslint-disable-next-line no-var -- as above
  var whole: Promise<void>;
}

/** Where the contestant draws. */
export const place = document.querySelector<HTMLElement>('#map')!;

/** The file that the network is in; undefined where it is made in the page. */
export const file = place.dataset['from'];

/** Where all maps begin, in degrees, and how near: a zoom level of a world that is 256 pixels wide at 0. */
export const VIEW = {lat: 39.5, lon: -116, zoom: 5} as const;

/**
 * The network in the form that this contestant reads: from a file, as on a website, or made here where the file would
 * be larger than any that a site has. What the making takes is left out of the figures, with its garbage.
 */
export async function given<T>(as: (network: Network) => T): Promise<T> {
  if (file !== undefined) return (await (await fetch(file)).json()) as T;
  await task();
  performance.mark(MARKS.making);
  const made = as(networkOf(Number(place.dataset['size'])));
  globalThis.gc?.();
  await task();
  performance.mark(MARKS.made);
  return made;
}

/**
 * Draws, and settles {@link shown} when what was drawn has been presented, and {@link whole} when what `rest` waits
 * for has been as well.
 */
export function show(draw: () => Promise<void>, rest?: () => Promise<void>): void {
  globalThis.shown = draw().then(async () => {
    await frame();
    await frame();
    performance.mark(MARKS.shown);
  });
  globalThis.whole = globalThis.shown.then(async () => {
    if (rest) {
      await rest();
      await frame();
      await frame();
    }
    performance.mark(MARKS.whole);
  });
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** The next task: a promise alone would go on in this one, and a trace counts tasks as wholes. */
const task = () =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.addEventListener('message', resolve, {once: true});
    port1.start();
    port2.postMessage(undefined);
  });
