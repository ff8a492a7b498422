/** Passing a gathering on: by the system's own sheet, or by copying. */
import {ShareEvent} from '../../../ui/share-event.js';
import type {SignupScene} from '../signup-scene.js';
import {gatheringLink} from './links.js';

/** Opens the system's sheet for sharing; where there is none, copies the link. */
export async function shareGathering(scene: SignupScene): Promise<void> {
  const {l, dates, occasion, announce, emit} = scene;
  const {gathering, standing} = occasion;
  const url = gatheringLink(location.href, gathering.id);
  const text = l.t('share.text', {name: gathering.name, when: dates.when(standing.start, standing.end)});
  try {
    if (typeof navigator.share === 'function') await navigator.share({title: gathering.name, text, url});
    else if (await copy(`${text} ${url}`)) announce(l.t('link.copied'));
    else prompt(l.t('link.byHand'), url);
    emit(new ShareEvent(gathering.id));
  } catch {
    // The visitor closed the sheet, which is an answer too.
  }
}

/** Copies `text`; false where that is not allowed. */
export async function copy(text: string): Promise<boolean> {
  try {
    // Missing on plain http, and refused where the page forbids it.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
