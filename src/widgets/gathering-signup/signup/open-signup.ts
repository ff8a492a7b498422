import {targetOf} from '../../../endpoint/target.js';
import type {Writer} from '../../../endpoint/writing.js';
import {writerOf} from '../../../ui/sending/writer.js';
import type {Wayfinder} from '../navigation-host.js';
import {newDraft, type Draft} from './draft.js';
import {Signup} from './signup.js';

/**
 * Opens the form of a gathering with what was typed into the `last` one, or with what the page knows already.
 *
 * The last one itself, where a change is half made or on its way: a second one would not hear of it.
 */
export async function openSignup(way: Wayfinder, id: string, last?: Signup): Promise<Signup> {
  if (last?.id === id && last.phase.is === 'managed') return last;
  const writer = await signupWriter(way, id);
  const typed = last?.draft;
  const draft = typed ?? newDraft();
  await prefill(way, id, draft, !typed);
  return new Signup(way, id, {writer, draft});
}

/** What writes the signup for gathering `id`, where that is not simply our JSON. Rejects when it can't be had. */
export function signupWriter({host: {set, loaded}}: Wayfinder, id: string): Promise<Writer | undefined> {
  return writerOf(set, set && targetOf(loaded, set, 'signups', id), 'signups');
}

/** Fills in what the page or its address knows; `fresh` when nothing has been typed yet. */
export async function prefill({host}: Wayfinder, id: string, draft: Draft, fresh: boolean): Promise<void> {
  if (!host.prefill && !/[?&](ctg|utm)_/.test(location.search)) return;
  try {
    const {fillIn} = await import('../prefill/fill-in.js');
    fillIn(draft, host.all.find(({gathering}) => gathering.id === id)?.gathering, host.prefill, fresh);
  } catch {
    // No connection just now: the visitor fills it in.
  }
}
