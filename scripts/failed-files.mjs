// A reporter for node:test that writes the names of the files with a failed test, a line each.

/** @param {AsyncIterable<{type: string, data: {file?: string}}>} events */
export default async function* failedFiles(events) {
  const named = new Set();
  for await (const {type, data} of events)
    if (type === 'test:fail' && data.file && !named.has(data.file)) {
      named.add(data.file);
      yield `${data.file}\n`;
    }
}
