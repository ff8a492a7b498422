import type {ManagedPledge} from '../../../protocol/receipt.js';
import {aboutOf} from '../pledge/about.js';
import type {Phase, Settled} from '../pledge/phase.js';

/** Where a pledge stands that the endpoint has, as `managed` says; `gone` is said of one that was taken back. */
export function phaseOf({receipt, pledge}: ManagedPledge, known: Settled, gone: string): Phase {
  if (receipt.status === 'cancelled') return {is: 'over', text: gone};
  return {is: 'settled', settled: {...known, ...aboutOf(pledge), receipt}};
}
