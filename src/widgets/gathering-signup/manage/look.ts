import type {Localizer} from '../../../i18n/localizer.js';
import type {Managed} from '../../../protocol/receipt.js';
import type {Phase} from '../../../ui/sending/phase.js';
import type {Settled} from '../signup/phase.js';
import type {SignupScene} from '../signup-scene.js';

/** Where a signup stands that the endpoint has, as `managed` says. */
export function phaseOf(
  {receipt, signup: {name, email, adults, children}}: Managed,
  {manage, remembered}: Pick<Settled, 'manage' | 'remembered'>,
  l: Localizer,
): Phase<SignupScene, Settled> {
  const party = adults + children;
  if (receipt.status === 'cancelled') return {is: 'over', text: l.t('giveup.already', {n: party})};
  return {is: 'settled', settled: {receipt, party, name, email, manage, remembered}};
}
