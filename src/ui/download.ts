/** Puts `data` into the visitor's downloads. */
export function download(data: Blob, name: string): void {
  const href = URL.createObjectURL(data);
  Object.assign(document.createElement('a'), {href, download: name}).click();
  // The download has its own hold on the data by the next task.
  setTimeout(() => URL.revokeObjectURL(href));
}
