import type {Delivery} from '../../ui/sending/sending.js';

/** Somebody pledged: ids and states only, never a name or an address. */
export class PledgeEvent extends CustomEvent<{
  readonly id: string;
  readonly status: string;
  readonly delivery: Delivery;
}> {
  static readonly type = 'ctg-pledge';

  constructor(id: string, status: string, delivery: Delivery) {
    super(PledgeEvent.type, {bubbles: true, composed: true, detail: {id, status, delivery}});
  }
}

/**
 * Somebody is about to pledge, and what they typed can be sent: ids of the values only.
 *
 * `preventDefault()` stops it; `reason` is then shown to the visitor as text.
 */
export class BeforePledgeEvent extends CustomEvent<{
  readonly kind: string;
  readonly values: readonly string[];
}> {
  static readonly type = 'ctg-before-submit';

  /** Why it was stopped, in the visitor's language. */
  reason = '';

  constructor(kind: string, values: readonly string[]) {
    super(BeforePledgeEvent.type, {bubbles: true, composed: true, cancelable: true, detail: {kind, values}});
  }
}

/** A pledge was changed: its id, and what became of it. */
export class PledgeChangeEvent extends CustomEvent<{readonly id: string; readonly status: string}> {
  static readonly type = 'ctg-pledge-change';

  constructor(id: string, status: string) {
    super(PledgeChangeEvent.type, {bubbles: true, composed: true, detail: {id, status}});
  }
}

/** A pledge was taken back. */
export class PledgeWithdrawEvent extends CustomEvent<{readonly id: string}> {
  static readonly type = 'ctg-pledge-withdraw';

  constructor(id: string) {
    super(PledgeWithdrawEvent.type, {bubbles: true, composed: true, detail: {id}});
  }
}

declare global {
  interface HTMLElementEventMap {
    'ctg-pledge': PledgeEvent;
    'ctg-pledge-change': PledgeChangeEvent;
    'ctg-pledge-withdraw': PledgeWithdrawEvent;
  }
}
