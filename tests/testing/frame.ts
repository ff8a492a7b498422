import {heard} from './eventually.js';

/** A page of its own inside the test's page: another tab of the same visitor, or a page with habits of its own. */
export class Frame {
  readonly #frame = document.createElement('iframe');

  /**
   * Opens a page with `markup` in it that loads our file.
   *
   * @param prepare what happens to its window before any script of ours runs in it
   */
  async open(markup: string, prepare: (page: Window & typeof globalThis) => void): Promise<void> {
    const frame = this.#frame;
    Object.assign(window, {ctgFrameOpens: () => prepare(this.page)});
    frame.srcdoc = `<!doctype html><html lang="en"><title>Another page</title><body>
      <script>parent.ctgFrameOpens()</script>
      ${markup}
      <script type="module" src="/src/gathering-signup.ts"></script>`;
    const loaded = heard(frame, 'load');
    document.body.append(frame);
    await loaded;
  }

  get page(): Window & typeof globalThis {
    return this.#frame.contentWindow as Window & typeof globalThis;
  }

  /** The first element that matches, in its document. */
  find(selector: string): Element | null {
    return this.page.document.querySelector(selector);
  }

  close(): void {
    this.#frame.remove();
  }
}
