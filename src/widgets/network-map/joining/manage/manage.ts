import {readManagedGroup} from '../../../../protocol/read-group.js';
import {renderDevice} from '../../../../ui/managing/device-view.js';
import {askWhetherToGo} from '../../../../ui/managing/going.js';
import {ask} from '../../../../ui/managing/look.js';
import type {Act} from '../../../../ui/sending/phase.js';
import {HEADING} from '../../../../ui/sending/sending.js';
import {GroupWithdrawEvent} from '../../network-map.events.js';
import type {Manageable} from '../controls.js';
import type {Settled} from '../phase.js';
import {WORD} from '../words.js';
import {Changing} from './changing.js';
import {phaseOf} from './phase-of.js';

/** Does `act` with a group that stands as `settled` says, as far as this page knows. */
export async function manage(adding: Manageable, act: Act, settled: Settled): Promise<void> {
  switch (act) {
    case 'look':
    case 'change':
    case 'resend':
      return look(adding, settled, act);
    case 'giveUp':
      return askWhetherToGo(
        adding,
        settled,
        (l) => ({
          question: l.t('join.back.question'),
          help: '',
          yes: l.t('join.back'),
          no: l.t('join.back.keep'),
          trouble: l.t('join.back.offline'),
          done: l.t('join.back.done'),
        }),
        () => new GroupWithdrawEvent(settled.receipt.id),
      );
    case 'device':
      return adding.become(
        {is: 'settled', settled, device: (scene) => renderDevice(adding, scene, settled, WORD)},
        '[part~="device"] button',
      );
  }
}

/** Shows what the endpoint has now, or opens the form with it: it may have been changed on another device meanwhile. */
async function look(adding: Manageable, known: Settled, act: Act): Promise<void> {
  const managed = await ask(adding, known, act, readManagedGroup);
  const {scene} = adding;
  if (!managed || !scene) return;
  const {status} = managed.receipt;
  if (act !== 'change' || status === 'cancelled' || status === 'declined')
    return adding.become(phaseOf(managed, known, scene.l.t('join.back.already')), HEADING);
  new Changing(adding, managed, known, scene).show(HEADING);
}
