import type {Delivery} from '../../ui/sending/sending.js';

/** Somebody selected a group, in whichever view: its id, or none where nothing is selected any more. */
export class GroupSelectEvent extends CustomEvent<{readonly id: string | undefined}> {
  static readonly type = 'ctg-group-select';

  constructor(id: string | undefined) {
    super(GroupSelectEvent.type, {bubbles: true, composed: true, detail: {id}});
  }
}

/**
 * Somebody is about to add a group, and what they typed can be sent.
 *
 * `preventDefault()` stops it; `reason` is then shown to the visitor as text.
 */
export class BeforeJoinEvent extends CustomEvent<{readonly kind: string}> {
  static readonly type = 'ctg-before-submit';

  /** Why it was stopped, in the visitor's language. */
  reason = '';

  constructor(kind: string) {
    super(BeforeJoinEvent.type, {bubbles: true, composed: true, cancelable: true, detail: {kind}});
  }
}

/** Somebody added a group: ids and states only, never a name or an address. */
export class GroupJoinEvent extends CustomEvent<{
  readonly id: string;
  readonly status: string;
  readonly delivery: Delivery;
}> {
  static readonly type = 'ctg-group-join';

  constructor(id: string, status: string, delivery: Delivery) {
    super(GroupJoinEvent.type, {bubbles: true, composed: true, detail: {id, status, delivery}});
  }
}

/** Whoever added a group has changed it: its id, and what became of it. */
export class GroupChangeEvent extends CustomEvent<{readonly id: string; readonly status: string}> {
  static readonly type = 'ctg-group-change';

  constructor(id: string, status: string) {
    super(GroupChangeEvent.type, {bubbles: true, composed: true, detail: {id, status}});
  }
}

/** Whoever added a group has taken it off the map. */
export class GroupWithdrawEvent extends CustomEvent<{readonly id: string}> {
  static readonly type = 'ctg-group-withdraw';

  constructor(id: string) {
    super(GroupWithdrawEvent.type, {bubbles: true, composed: true, detail: {id}});
  }
}

declare global {
  interface HTMLElementEventMap {
    'ctg-group-select': GroupSelectEvent;
    'ctg-group-join': GroupJoinEvent;
    'ctg-group-change': GroupChangeEvent;
    'ctg-group-withdraw': GroupWithdrawEvent;
  }
}
