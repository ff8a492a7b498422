/** Fetches the doctor, where a widget wants one or the address of the page ends in `#ctg-debug`. It finds its patients itself. */
export function debug(isWanted?: boolean): void {
  if (isWanted || location.hash.startsWith('#ctg-debug'))
    void import('./doctor/index.js').then(({attend}) => attend());
}
