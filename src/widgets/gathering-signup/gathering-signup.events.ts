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

/** What a listener may add to a signup: answers by id of the question that the gathering declares. */
export type AddedFields = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * A visitor is about to sign up, and what they typed can be sent: ids and states only, never a name or an address.
 *
 * `preventDefault()` stops it; `reason` is then shown to the visitor as text. `addFields` answers questions that the
 * gathering declares; what it does not declare is never sent.
 */
export class BeforeSubmitEvent extends CustomEvent<{
  readonly gathering: string;
  /** `open`, or `full` where the visitor asks for the waiting list. */
  readonly state: string;
  readonly waitlist: boolean;
}> {
  static readonly type = 'ctg-before-submit';

  /** Why it was stopped, in the visitor's language. */
  reason = '';
  /** @internal What listeners have added. */
  readonly added = new Map<string, AddedFields[string]>();

  constructor(gathering: string, state: string, waitlist: boolean) {
    super(BeforeSubmitEvent.type, {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: {gathering, state, waitlist},
    });
  }

  /** Answers questions that the gathering declares, by their ids. */
  addFields(fields: AddedFields): void {
    for (const [id, value] of Object.entries(fields)) this.added.set(id, value);
  }
}

/** A visitor changed a signup, or confirmed it by the link in an e-mail: what became of it, as ids and a state. */
export class SignupChangeEvent extends CustomEvent<{
  readonly id: string;
  readonly gathering: string;
  readonly status: string;
}> {
  static readonly type = 'ctg-signup-change';

  constructor(id: string, gathering: string, status: string) {
    super(SignupChangeEvent.type, {bubbles: true, composed: true, detail: {id, gathering, status}});
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
    'ctg-before-submit': BeforeSubmitEvent;
    'ctg-signup': SignupEvent;
    'ctg-signup-change': SignupChangeEvent;
    'ctg-signup-cancel': SignupCancelEvent;
  }
}
