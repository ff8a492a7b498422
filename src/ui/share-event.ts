/** A visitor shared something: which widget it stands in, and the id of what was shared. */
export class ShareEvent extends CustomEvent<{readonly id: string}> {
  static readonly type = 'ctg-share';

  constructor(id: string) {
    super(ShareEvent.type, {bubbles: true, composed: true, detail: {id}});
  }
}

declare global {
  interface HTMLElementEventMap {
    'ctg-share': ShareEvent;
  }
}
