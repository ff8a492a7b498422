/** Finds the signup that a private link names. */
import {targetOf} from '../../../endpoint/target.js';
import {readManaged} from '../../../protocol/read-answers.js';
import {keepInStep} from '../../../ui/managing/look.js';
import {findBy, tokenIn} from '../../../ui/managing/private-link.js';
import type {Wayfinder} from '../navigation-host.js';
import {signupWriter} from '../signup/open-signup.js';
import {Signup} from '../signup/signup.js';
import {askWhetherComing} from './confirming.js';
import {phaseOf} from './look.js';

/**
 * Asks the endpoint for the signup that the page's address names and shows it, or tells what became of it. Only
 * looks: mail scanners open links, so whatever changes something needs a press.
 *
 * @param ready what the form and this device's memory are here with
 */
export async function findSignup(navigation: Wayfinder, ready: Promise<unknown>): Promise<void> {
  await ready;
  const found = await look(navigation);
  if (found) navigation.show(found);
}

async function look(navigation: Wayfinder): Promise<{id: string; signup: Signup} | undefined> {
  const {host, number} = navigation;
  const {loaded, kept, set} = host;
  const written = tokenIn(location.hash, 'signup', number);
  if (written === undefined || !loaded || !kept) return undefined;
  const asks = (): boolean => tokenIn(location.hash, 'signup', number) === written;
  const posted = set && targetOf(loaded, set, 'signups', 'any')?.href;
  const found = await findBy(written, {loaded, posted, rel: 'manage'}, readManaged);
  if (!asks()) return undefined;
  const id = 'managed' in found ? found.managed.signup.gathering : undefined;
  if (!('managed' in found) || !host.all.some(({gathering}) => gathering.id === id)) {
    const notice = 'notice' in found ? found.notice : 'private.gone';
    host.tell(notice);
    host.announce(host.scene().l.t(notice, {publisher: loaded.document.publisher?.name}));
    return undefined;
  }
  host.tell(undefined);
  const {managed, manage} = found;
  const {gathering} = managed.signup;
  const mine = kept.mine.get(gathering);
  const remembered = mine?.id === managed.receipt.id;
  if (remembered) {
    await keepInStep(kept.desk.outbox, mine, managed.receipt);
    if (!asks()) return undefined;
  }
  const phase = phaseOf(managed, {manage, remembered}, host.scene().l);
  const signup = new Signup(navigation, gathering, {
    writer: await signupWriter(navigation, gathering),
    phase,
  });
  // Whoever signed up on this device sees here what is still to do; whoever opens the link is the one to do it.
  if (phase.is === 'settled' && managed.receipt.waitsFor === 'email')
    askWhetherComing(signup, managed, phase.settled);
  return {id: gathering, signup};
}
