/** What fetches an address: the browser, or the built-in examples, whose code is loaded only for them. */
export async function reachFor(address: string): Promise<typeof fetch> {
  if (address.startsWith('mock:')) return (await import('./mock/mock-fetch.js')).mockFetch as typeof fetch;
  return fetch.bind(globalThis);
}
