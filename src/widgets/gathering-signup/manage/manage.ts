import type {Manageable} from '../signup/manageable.js';
import type {Act, Settled} from '../signup/phase.js';
import {renderDevice} from './device-view.js';
import {askWhetherToGiveUp} from './giving-up.js';
import {look} from './look.js';

/** Does `act` with a signup that stands as `settled` says, as far as this page knows. */
export async function manage(signup: Manageable, act: Act, settled: Settled): Promise<void> {
  switch (act) {
    case 'look':
      return look(signup, settled);
    case 'giveUp':
      return askWhetherToGiveUp(signup, settled);
    case 'device':
      return signup.become(
        {is: 'settled', settled, device: (scene) => renderDevice(signup, scene, settled)},
        '[part~="device"] button',
      );
  }
}
