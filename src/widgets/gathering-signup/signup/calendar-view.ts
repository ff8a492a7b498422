import {html, nothing, type TemplateResult} from 'lit';

import {safeUrl} from '../../../base/safe-url.js';
import {calendarFile, calendarLinks} from '../../../files/calendar.js';
import type {SignupScene} from '../signup-scene.js';
import {renderTextButton, renderWayOut} from './buttons.js';
import {gatheringLink} from './links.js';
import type {Settled} from './phase.js';

/** Draws the button that offers the calendar file and the links; nothing where there is no date to put in. */
export function renderCalendar(scene: SignupScene, {receipt}: Settled): TemplateResult | typeof nothing {
  const {l, occasion} = scene;
  const {gathering, standing} = occasion;
  const {start, end} = standing;
  if (!start) return nothing;
  const place = {...gathering.place, ...receipt.place};
  const url = safeUrl(gathering.url)?.href ?? gatheringLink(location.href, gathering.id);
  const event = {
    uid: `${gathering.id}@${location.host}`,
    title: gathering.name,
    description: url,
    location: [place.name, place.address].filter(Boolean).join(', '),
    start,
    end,
    url,
  };
  const links = calendarLinks(event);
  const download = (): void => {
    const href = URL.createObjectURL(new Blob([calendarFile(event)], {type: 'text/calendar;charset=utf-8'}));
    const anchor = Object.assign(document.createElement('a'), {href, download: 'gathering.ics'});
    anchor.click();
    // The download has its own hold on the data by the next task.
    setTimeout(() => URL.revokeObjectURL(href));
  };
  return html`<details class="choices">
    <summary class="button" part="button" .textContent=${l.t('calendar')}></summary>
    <ul class="small">
      <li>${renderTextButton(l.t('calendar.file'), download)}</li>
      ${(['google', 'outlook', 'yahoo'] as const).map(
        (name) => html`<li>${renderWayOut(links[name], l.t(`calendar.${name}`))}</li>`,
      )}
    </ul>
  </details>`;
}
