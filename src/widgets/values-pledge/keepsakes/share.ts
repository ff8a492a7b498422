/** Passing one's flower on: by the system's own sheet, or as a picture in the downloads and a copied link. */
import {listOf} from '../../../i18n/phrases.js';
import {drawPicture} from '../../../ui/flower/picture.js';
import {copy, forOthers} from '../../../ui/sending/links.js';
import {ShareEvent} from '../../../ui/share-event.js';
import type {PledgingScene, Settled} from '../pledge/phase.js';
import {download} from '../../../ui/download.js';

/** Shares the flower of a pledge: what was chosen, and never a name. `within` is the widget's wrapper. */
export async function shareFlower(
  scene: PledgingScene,
  {values: ids = [], receipt}: Settled,
  within: Element,
): Promise<void> {
  const {l, section, announce, emit} = scene;
  const values = section.values ?? [];
  const chosen = new Set(ids);
  const labels = values.filter(({id}) => chosen.has(id)).map(({label}) => label);
  const title = listOf(l, labels);
  const url = forOthers(location.href);
  const text = l.t('pledge.share.text', {values: title});
  const picture = await drawPicture(
    {
      values: values.map(({id}) => id),
      chosen,
      title,
      sentence: l.t('pledge.picture', {n: labels.length}),
      host: location.host,
      direction: l.dir,
    },
    within,
  );
  const file = picture.ok ? new File([picture.value], 'flower.png', {type: 'image/png'}) : undefined;
  try {
    if (typeof navigator.share === 'function') {
      const files = file ? [file] : [];
      await navigator.share({text, url, ...(navigator.canShare?.({files}) && {files})});
    } else {
      if (file) download(file, file.name);
      const copied = await copy(`${text} ${url}`);
      if (file) announce(l.t(copied ? 'pledge.picture.saved' : 'pledge.picture.savedOnly'));
      else announce(`${l.t('pledge.picture.none')} ${copied ? l.t('link.copied') : ''}`.trim());
      if (!file && !copied) prompt(l.t('link.byHand'), url);
    }
    emit(new ShareEvent(receipt.id));
  } catch {
    // The visitor closed the sheet, which is an answer too.
  }
}
