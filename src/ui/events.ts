/** The events that every widget has. All carry ids, counts and codes only, never a name or an address. */

/** What became of the document: how many entries it has. */
export class LoadEvent extends CustomEvent<{readonly entries: number}> {
  static readonly type = 'ctg-load';

  constructor(entries: number) {
    super(LoadEvent.type, {bubbles: true, composed: true, detail: {entries}});
  }
}

/**
 * Something that the page or its webmaster may want to know: the document could not be read, or entries of it were
 * left out. `message` is for developers; `detail` lists what was dropped, by JSON pointer.
 */
export class CtgErrorEvent extends CustomEvent<{
  readonly code: string;
  readonly message: string;
  readonly detail: readonly {readonly path: string; readonly code: string}[];
}> {
  static readonly type = 'ctg-error';

  constructor(
    code: string,
    message: string,
    detail: readonly {readonly path: string; readonly code: string}[] = [],
  ) {
    super(CtgErrorEvent.type, {bubbles: true, composed: true, detail: {code, message, detail}});
  }
}

declare global {
  interface HTMLElementEventMap {
    'ctg-load': LoadEvent;
    'ctg-error': CtgErrorEvent;
  }
}
