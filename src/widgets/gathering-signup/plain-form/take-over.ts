/** Takes the place of a form of the page's own, with what was typed into it. Fetched only where there is one. */
import {fetchableUrl} from '../../../base/safe-url.js';
import {targetOf} from '../../../endpoint/target.js';
import {LoadEvent} from '../../../ui/events.js';
import {attend} from '../../../ui/when-left.js';
import {gatheringIn, isPrivate} from '../fragment.js';
import {SignupEvent} from '../gathering-signup.events.js';
import type {NavigationHost, Wayfinder} from '../navigation-host.js';
import {takesSignups, type Occasion} from '../occasion.js';
import {newDraft} from '../signup/draft.js';
import {prefill, signupWriter} from '../signup/open-signup.js';
import {Signup} from '../signup/signup.js';
import {readForm, unknownFields} from './read-form.js';

/**
 * Resolves when `form` may go: the widget then shows the form of the same gathering, with the same in it. Never
 * resolves for a form that must stay: one that was sent, one that posts elsewhere, one with fields that the gathering
 * does not declare, since what is typed there could not be carried over.
 *
 * Everything that the widget's own form needs is fetched before, so that one takes the place of the other at once.
 */
export async function takeOver(way: Wayfinder, form: HTMLFormElement): Promise<void> {
  const {host} = way;
  const left = attend(form);
  const id = (await found(host, form))?.gathering.id;
  const gathering = (): Occasion | undefined => host.all.find((occasion) => occasion.gathering.id === id);
  const unknown = gathering() && unknownFields(form, gathering()!.gathering);
  if (id === undefined || !unknown) return stays(host, 'posts to no gathering of the document');
  if (unknown.length > 0) return stays(host, `has fields that ${id} does not declare: ${unknown.join(', ')}`);
  await (await host.keep()).read();
  const writer = await signupWriter(way, id);
  const draft = newDraft();
  await prefill(way, id, draft, true);
  await left();
  const occasion = gathering();
  if (!occasion) return stays(host, 'posts to a gathering that has left the document');
  readForm(form, occasion.gathering, draft);
  // What was typed here stays with the browser otherwise, and comes back with the next visit.
  host.addEventListener(SignupEvent.type, () => form.reset(), {once: true});
  // A link to something else is what the visitor came for.
  if (isPrivate(location.hash) || (gatheringIn(location.hash) ?? id) !== id) return;
  const fits = takesSignups(occasion) || host.scene().mine.has(id);
  way.show({id, signup: new Signup(way, id, {writer, draft})}, fits ? 'signup' : 'gathering');
}

/** The gathering whose signups `form` sends, once the document is here; the page's `gathering` if that is the only clue. */
async function found(host: NavigationHost, form: HTMLFormElement): Promise<Occasion | undefined> {
  if (!host.loaded)
    await new Promise((resolve) => host.addEventListener(LoadEvent.type, resolve, {once: true}));
  const {all, set, loaded, gathering} = host;
  // Read from the attribute, because a field called `action` hides the property.
  const action = fetchableUrl(form.getAttribute('action'), document.baseURI)?.href;
  const named = (id: string): boolean =>
    set !== undefined && targetOf(loaded, set, 'signups', id)?.href === action;
  return (
    all.find((occasion) => named(occasion.gathering.id)) ??
    all.find((occasion) => occasion.gathering.id === gathering)
  );
}

function stays(host: NavigationHost, why: string): Promise<void> {
  console.warn(`<${host.localName}>`, `The form inside stays as it is: it ${why}.`);
  return new Promise(() => {});
}
