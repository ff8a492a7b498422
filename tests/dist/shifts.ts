/** Watches layout shifts from the very start; the list is read once the page has come to rest. */
export const WATCH = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const {value, sources} of list.getEntries())
      globalThis.shifts.push(value.toFixed(4) + ' ' + sources.map(({node}) => node?.nodeName + '.' + node?.className).join());
  }).observe({type: 'layout-shift', buffered: true});
  addEventListener('ctg-load', () => {
    globalThis.before = performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname);
  });
`;

/** Shifts are reported with the frame after the one in which they happened. */
export const REST =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';
