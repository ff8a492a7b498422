import {readManagedPledge} from '../../../protocol/read-pledge.js';
import {renderDevice} from '../../../ui/managing/device-view.js';
import {askWhetherToGo} from '../../../ui/managing/going.js';
import {ask} from '../../../ui/managing/look.js';
import type {Act} from '../../../ui/sending/phase.js';
import {HEADING} from '../../../ui/sending/sending.js';
import type {Manageable} from '../pledge/controls.js';
import type {Settled} from '../pledge/phase.js';
import {PledgeWithdrawEvent} from '../values-pledge.events.js';
import {Changing} from './changing.js';
import {phaseOf} from './phase-of.js';

/** Does `act` with a pledge that stands as `settled` says, as far as this page knows. */
export async function manage(pledging: Manageable, act: Act, settled: Settled): Promise<void> {
  switch (act) {
    case 'look':
    case 'change':
    case 'resend':
      return look(pledging, settled, act);
    case 'giveUp':
      return askWhetherToGo(
        pledging,
        settled,
        (l) => ({
          question: l.t('pledge.back.question'),
          help: '',
          yes: l.t('pledge.back'),
          no: l.t('pledge.back.keep'),
          trouble: l.t('pledge.back.offline'),
          done: l.t('pledge.back.done'),
        }),
        () => new PledgeWithdrawEvent(settled.receipt.id),
      );
    case 'device':
      return pledging.become(
        {is: 'settled', settled, device: (scene) => renderDevice(pledging, scene, settled, 'pledge')},
        '[part~="device"] button',
      );
  }
}

/** Shows what the endpoint has now, or opens the form with it: it may have been changed on another device meanwhile. */
async function look(pledging: Manageable, known: Settled, act: Act): Promise<void> {
  const managed = await ask(pledging, known, act, readManagedPledge);
  const {scene} = pledging;
  if (!managed || !scene) return;
  const {status} = managed.receipt;
  if (act !== 'change' || status === 'cancelled' || status === 'declined')
    return pledging.become(phaseOf(managed, known, scene.l.t('pledge.back.already')), HEADING);
  new Changing(pledging, managed, known).show(HEADING);
}
