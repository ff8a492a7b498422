/** How far a signup has come: delivered to the endpoint, or waiting on this device. */
export type Delivery = 'delivered' | 'waiting';

/** A visitor signed up: ids and states only, never a name or an address. */
export class SignupEvent extends CustomEvent<{
  readonly id: string;
  readonly gathering: string;
  readonly status: string;
  readonly delivery: Delivery;
}> {
  static readonly type = 'ctg-signup';

  constructor(id: string, gathering: string, status: string, delivery: Delivery) {
    super(SignupEvent.type, {bubbles: true, composed: true, detail: {id, gathering, status, delivery}});
  }
}

/** A visitor gave up their places. */
export class SignupCancelEvent extends CustomEvent<{readonly id: string; readonly gathering: string}> {
  static readonly type = 'ctg-signup-cancel';

  constructor(id: string, gathering: string) {
    super(SignupCancelEvent.type, {bubbles: true, composed: true, detail: {id, gathering}});
  }
}

declare global {
  interface HTMLElementEventMap {
    'ctg-signup': SignupEvent;
    'ctg-signup-cancel': SignupCancelEvent;
  }
}
