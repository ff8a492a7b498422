import type {ManagedGroup} from '../../../../protocol/group-message.js';
import type {Phase as Sent} from '../../../../ui/sending/phase.js';
import {aboutOf} from '../about.js';
import type {AddingScene, Settled} from '../phase.js';

/** Where a group stands that the endpoint has, as `managed` says; `gone` is said of one that was taken back. */
export function phaseOf(
  {receipt, group}: ManagedGroup,
  known: Settled,
  gone: string,
): Sent<AddingScene, Settled> {
  if (receipt.status === 'cancelled') return {is: 'over', text: gone};
  return {is: 'settled', settled: {...known, ...aboutOf(group), receipt}};
}
