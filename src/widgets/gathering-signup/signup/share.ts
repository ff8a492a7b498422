/** Passing a gathering on, and keeping the private link: by the system's own sheet, or by copying. */
import {ShareEvent} from '../../../ui/share-event.js';
import type {SignupScene} from '../signup-scene.js';
import {gatheringLink, privateLink} from './links.js';

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

/** Copies the link that opens this signup on any device; the button says so for as long as it has the focus. */
export async function copyPrivateLink(
  {l, place, announce}: SignupScene,
  token: string,
  event: Event,
): Promise<void> {
  const button = event.currentTarget as HTMLElement;
  const url = privateLink(location.href, place, token);
  if (!(await copy(url))) {
    prompt(l.t('link.byHand'), url);
    return;
  }
  const before = button.textContent;
  button.textContent = l.t('link.copied');
  announce(l.t('link.copied'));
  button.addEventListener('blur', () => (button.textContent = before), {once: true});
}

async function copy(text: string): Promise<boolean> {
  try {
    // Missing on plain http, and refused where the page forbids it.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
