import type {Manageable} from '../signup/manageable.js';
import type {Act, Settled} from '../signup/phase.js';
import {HEADING} from '../signup/signup.js';
import {renderDevice} from './device-view.js';
import {Changing} from './changing.js';
import {sendAgain} from './confirming.js';
import {askWhetherToGiveUp} from './giving-up.js';
import {ask, look, phaseOf} from './look.js';

/** Does `act` with a signup that stands as `settled` says, as far as this page knows. */
export async function manage(signup: Manageable, act: Act, settled: Settled): Promise<void> {
  switch (act) {
    case 'look':
      return look(signup, settled);
    case 'change':
      return change(signup, settled);
    case 'resend':
      return sendAgain(signup, settled);
    case 'giveUp':
      return askWhetherToGiveUp(signup, settled);
    case 'device':
      return signup.become(
        {is: 'settled', settled, device: (scene) => renderDevice(signup, scene, settled)},
        '[part~="device"] button',
      );
  }
}

/** Opens the form with what the endpoint has now: it may have been changed on another device meanwhile. */
async function change(signup: Manageable, known: Settled): Promise<void> {
  const managed = await ask(signup, known, 'change');
  const {scene} = signup;
  if (!managed || !scene) return;
  const {status} = managed.receipt;
  if (status === 'cancelled' || status === 'declined')
    return signup.become(phaseOf(managed, known, scene.l), HEADING);
  new Changing(signup, managed, known).show(HEADING);
}
