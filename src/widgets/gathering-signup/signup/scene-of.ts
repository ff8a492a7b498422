import {renderHeader} from '../opened-view.js';
import {SignupEvent} from '../gathering-signup.events.js';
import type {Wayfinder} from '../navigation-host.js';
import type {SignupScene} from '../signup-scene.js';

/** What the signup for gathering `id` draws from; `undefined` when the gathering has left the list. */
export function sceneOf(navigation: Wayfinder, id: string): SignupScene | undefined {
  const {host, back, number} = navigation;
  const {loaded, set, all, kept} = host;
  const occasion = all.find(({gathering}) => gathering.id === id);
  if (!loaded || !set || !occasion || !kept) return undefined;
  const scene = host.scene();
  const {start, state} = occasion.standing;
  return {
    ...scene,
    desk: kept.desk,
    loaded,
    set,
    occasion,
    mine: scene.mine.get(id),
    entry: kept.entries.find(({target}) => target === id),
    before: start && scene.dates.shortDay(start),
    past: state === 'past',
    header: () => renderHeader({...scene, back}, occasion),
    back,
    leave: back ?? (() => navigation.open(id, false)),
    place: number,
    changed: (focus) => {
      const {place} = navigation;
      // What comes late must not take the focus out of another form.
      navigation.focus(place.at === 'signup' && place.id !== id ? undefined : focus);
    },
    refresh: () => void host.refresh(),
    announce: (sentence) => host.announce(sentence),
    emit: (event) => {
      const goes = host.dispatchEvent(event);
      if (host.redirect && event instanceof SignupEvent) void goOn(host, event);
      return goes;
    },
  };
}

/** Goes to the page that the site names for afterwards. Without a connection the confirmation is where it ends. */
async function goOn(host: Wayfinder['host'], event: SignupEvent): Promise<void> {
  await import('../redirect/redirect.js').then(({redirect}) => redirect(host, event.detail)).catch(() => {});
}
