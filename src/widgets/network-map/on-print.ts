import type {ReactiveControllerHost} from 'lit';

/** What is done around printing. */
export interface Printing {
  /** Makes ready for paper, in one go: the page is printed as it stands once this returns. */
  before(): void;
  /** Makes ready for the screen again. */
  after(): void;
}

/** Tells `printing` when the page is printed, as long as `host` is in it. */
export function onPrint(host: ReactiveControllerHost, {before, after}: Printing): void {
  host.addController({
    hostConnected() {
      addEventListener('beforeprint', before);
      addEventListener('afterprint', after);
    },
    hostDisconnected() {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    },
  });
}
