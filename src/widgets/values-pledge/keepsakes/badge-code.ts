/** What an organisation pastes into its own website to show its badge. */
import {html, nothing, type TemplateResult} from 'lit';

import {addressOf} from '../../../endpoint/target.js';
import {listOf} from '../../../i18n/phrases.js';
import {renderTextButton} from '../../../ui/form/buttons.js';
import {copy, forOthers} from '../../../ui/sending/links.js';
import {renderText} from '../../../ui/text.js';
import type {PledgingScene, Settled} from '../pledge/phase.js';

/** Draws the two forms of the badge, to copy: the tag, and a picture for websites that take no script. */
export function renderBadgeCode(scene: PledgingScene, settled: Settled): TemplateResult {
  const {l} = scene;
  const {tag, image} = badgeCode(scene, settled);
  return html`<div class="stack-2">
    ${renderText(l.t('badge.get.help'), 'small')} ${renderCode(scene, tag)}
    ${image === undefined ? nothing : [renderText(l.t('badge.get.image'), 'small'), renderCode(scene, image)]}
  </div>`;
}

function renderCode({l, announce}: PledgingScene, code: string): TemplateResult {
  const onCopy = async (): Promise<void> => {
    if (await copy(code)) announce(l.t('link.copied'));
    else prompt(l.t('link.byHand'), code);
  };
  return html`<div>
    <pre class="small" dir="ltr" tabindex="0"><code .textContent=${code}></code></pre>
    ${renderTextButton(l.t('badge.copy'), () => void onCopy())}
  </div>`;
}

/** The tag, and the picture where the document says where pictures of badges are. */
export function badgeCode(
  {l, loaded, section}: PledgingScene,
  {receipt, values: ids = []}: Settled,
): {readonly tag: string; readonly image: string | undefined} {
  const badge = receipt.badge ?? '';
  const labels = (section.values ?? []).filter(({id}) => ids.includes(id)).map(({label}) => label);
  const sentence = l.t('badge.text', {values: listOf(l, labels)});
  const page = forOthers(location.href);
  const link = loaded.document.links?.find(({rel}) => rel === 'badge-image')?.href;
  const picture = link && addressOf(link, {badge}, loaded.url);
  return {
    tag: `<script type="module" src="${attribute(scriptFile())}"></script>
<ctg-values-pledge view="badge" endpoint="${attribute(loaded.url)}" pledge="${attribute(badge)}"><a href="${attribute(page)}">${attribute(sentence)}</a></ctg-values-pledge>`,
    image:
      picture &&
      `<a href="${attribute(page)}"><img src="${attribute(picture)}" alt="${attribute(sentence)}"></a>`,
  };
}

/** The file that this page has the widget from, so that the badge comes from the same place. */
function scriptFile(): string {
  const files = [...document.scripts].map(({src}) => src.split(/[?#]/)[0]!);
  return files.find((src) => /\/(?:values-pledge|ctg)\.js$/.test(src)) ?? 'values-pledge.js';
}

const attribute = (text: string): string =>
  text.replace(/[&"<>]/g, (sign) => `&${{'&': 'amp', '"': 'quot', '<': 'lt', '>': 'gt'}[sign]};`);
