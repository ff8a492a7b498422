/** Somebody selected a group, in whichever view: its id, or none where nothing is selected any more. */
export class GroupSelectEvent extends CustomEvent<{readonly id: string | undefined}> {
  static readonly type = 'ctg-group-select';

  constructor(id: string | undefined) {
    super(GroupSelectEvent.type, {bubbles: true, composed: true, detail: {id}});
  }
}

declare global {
  interface HTMLElementEventMap {
    'ctg-group-select': GroupSelectEvent;
  }
}
