// Addressed through a variable: the test server makes this module up, so the compiler cannot find it.
const address = '/__ctg/endpoint.js';
const served = (await import(address)) as {endpoint: string};

/** The origin of a running reference endpoint, another one than the test page's. */
export const endpoint: string = served.endpoint;
