/** The number of messages to this endpoint that wait on this device has changed. */
export class OutboxEvent extends CustomEvent<{readonly waiting: number}> {
  static readonly type = 'ctg-outbox';

  constructor(waiting: number) {
    super(OutboxEvent.type, {bubbles: true, composed: true, detail: {waiting}});
  }
}

declare global {
  interface HTMLElementEventMap {
    'ctg-outbox': OutboxEvent;
  }
}
