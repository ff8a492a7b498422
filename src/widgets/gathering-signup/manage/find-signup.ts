/** Finds the signup that a private link names. */
import {manageHref} from '../../../endpoint/manage-href.js';
import {readSignup} from '../../../endpoint/manage.js';
import {targetOf} from '../../../endpoint/target.js';
import {isId} from '../../../protocol/rules.js';
import {decode} from '../fragment.js';
import type {Wayfinder} from '../navigation-host.js';
import {Signup} from '../signup/signup.js';
import {writerOf} from '../signup/writer.js';
import {askWhetherComing} from './confirming.js';
import {keepInStep, phaseOf} from './look.js';

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
  const written = tokenIn(location.hash, number);
  if (written === undefined || !loaded || !kept) return undefined;
  // Cut off by a mail program, or nothing that a token could be: nobody has to be asked.
  const token = decode(written);
  const posted = set && targetOf(loaded, set, 'signups', 'any')?.href;
  const manage = isId(token) ? manageHref({token}, loaded, posted ?? loaded.url) : undefined;
  const outcome = manage ? await readSignup(manage) : undefined;
  if (tokenIn(location.hash, number) !== written) return undefined;
  const id = outcome?.kind === 'found' ? outcome.managed.signup.gathering : undefined;
  if (outcome?.kind !== 'found' || !host.all.some(({gathering}) => gathering.id === id)) {
    const notice = outcome?.kind === 'retry' ? 'manage.unreachable' : 'private.gone';
    host.tell(notice);
    host.announce(host.scene().l.t(notice, {publisher: loaded.document.publisher?.name}));
    return undefined;
  }
  host.tell(undefined);
  const {managed} = outcome;
  const {gathering} = managed.signup;
  const mine = kept.mine.get(gathering);
  const remembered = mine?.id === managed.receipt.id;
  if (remembered) {
    await keepInStep(kept.desk.outbox, mine, managed.receipt);
    if (tokenIn(location.hash, number) !== written) return undefined;
  }
  const phase = phaseOf(managed, {manage, remembered}, host.scene().l);
  const signup = new Signup(navigation, gathering, {writer: await writerOf(navigation, gathering), phase});
  // Whoever signed up on this device sees here what is still to do; whoever opens the link is the one to do it.
  if (phase.is === 'settled' && managed.receipt.waitsFor === 'email')
    askWhetherComing(signup, managed, phase.settled);
  return {id: gathering, signup};
}

/** The token of a private link as it is written, if it is meant for the `place`-th signup widget of the page, from 1. */
function tokenIn(hash: string, place: number): string | undefined {
  const [, n, token] = /^#ctg-signup-(\d+)=(.*)$/s.exec(hash) ?? [];
  return Number(n) === place ? token : undefined;
}
