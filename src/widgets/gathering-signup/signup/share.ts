/** Passing a gathering on: by the system's own sheet, or by copying. */
import {copy, forOthers} from '../../../ui/sending/links.js';
import {ShareEvent} from '../../../ui/share-event.js';
import type {SignupScene} from '../signup-scene.js';

/** The address of this page that opens a gathering: what sharing links to. */
export function gatheringLink(page: string, id: string): string {
  return `${forOthers(page)}#ctg-gathering=${encodeURIComponent(id)}`;
}

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
