// Shows on the page which of our files it has fetched so far.
const shown = document.querySelector('#fetched');
const names = new Set();
new PerformanceObserver((list) => {
  for (const {name} of list.getEntries()) if (name.includes('/dist/')) names.add(name.split('/').pop());
  shown.textContent = [...names].join(', ') || 'none';
}).observe({type: 'resource', buffered: true});
