import {askWhetherToGo} from '../../../ui/managing/going.js';
import {SignupCancelEvent} from '../gathering-signup.events.js';
import type {Manageable} from '../signup/manageable.js';
import type {Settled} from '../signup/phase.js';

/** Asks before places are given up: what is gone may be somebody else's a minute later. */
export function askWhetherToGiveUp(signup: Manageable, settled: Settled): void {
  const {party, receipt} = settled;
  const placed = receipt.status !== 'waitlisted';
  // Unknown until the endpoint could be asked: then words without a number, in the plural where there is none.
  const n = party ?? 2;
  askWhetherToGo(
    signup,
    settled,
    (l) => ({
      question: l.t(placed ? 'giveup.question' : 'waiting.leave.question', {n: party}),
      help: placed ? l.t('giveup.help', {n}) : '',
      yes: l.t(placed ? 'giveup.button' : 'waiting.leave', {n: party}),
      no: l.t(placed ? 'giveup.keep' : 'waiting.stay', {n}),
      trouble: l.t('giveup.offline', {n}),
      done: placed ? l.t('giveup.done', {n: party}) : l.t('waiting.left'),
    }),
    ({occasion}) => new SignupCancelEvent(receipt.id, occasion.gathering.id),
  );
}
