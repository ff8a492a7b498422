import {readManaged} from '../../../protocol/read-answers.js';
import {renderDevice} from '../../../ui/managing/device-view.js';
import {ask} from '../../../ui/managing/look.js';
import type {Act} from '../../../ui/sending/phase.js';
import {HEADING} from '../../../ui/sending/sending.js';
import type {Manageable} from '../signup/manageable.js';
import type {Settled} from '../signup/phase.js';
import {Changing} from './changing.js';
import {sendAgain} from './confirming.js';
import {askWhetherToGiveUp} from './giving-up.js';
import {phaseOf} from './look.js';

/** Does `act` with a signup that stands as `settled` says, as far as this page knows. */
export async function manage(signup: Manageable, act: Act, settled: Settled): Promise<void> {
  switch (act) {
    case 'look':
    case 'change':
      return look(signup, settled, act);
    case 'resend':
      return sendAgain(signup, settled);
    case 'giveUp':
      return askWhetherToGiveUp(signup, settled);
    case 'device':
      return signup.become(
        {is: 'settled', settled, device: (scene) => renderDevice(signup, scene, settled, 'signup')},
        '[part~="device"] button',
      );
  }
}

/** Shows what the endpoint has now, or opens the form with it: it may have been changed on another device meanwhile. */
async function look(signup: Manageable, known: Settled, act: 'look' | 'change'): Promise<void> {
  const managed = await ask(signup, known, act, readManaged);
  const {scene} = signup;
  if (!managed || !scene) return;
  const {status} = managed.receipt;
  if (act === 'look' || status === 'cancelled' || status === 'declined')
    return signup.become(phaseOf(managed, known, scene.l), HEADING);
  new Changing(signup, managed, known).show(HEADING);
}
