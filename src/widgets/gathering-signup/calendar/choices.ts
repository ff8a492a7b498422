import {html, type TemplateResult} from 'lit';

import {safeUrl} from '../../../base/safe-url.js';
import {calendarFile, calendarLinks, type CalendarEvent} from '../../../files/calendar.js';
import type {SignupScene} from '../signup-scene.js';
import {renderTextButton, renderWayOut} from '../../../ui/form/buttons.js';
import {gatheringLink} from '../signup/share.js';
import type {Settled} from '../signup/phase.js';

/** Draws the ways into a calendar: a file, and links to those most people have. Fetched when somebody asks for them. */
export function renderChoices({l, occasion}: SignupScene, {receipt}: Settled): TemplateResult {
  const {gathering, standing} = occasion;
  const place = {...gathering.place, ...receipt.place};
  const url = safeUrl(gathering.url)?.href ?? gatheringLink(location.href, gathering.id);
  const event: CalendarEvent = {
    uid: `${gathering.id}@${location.host}`,
    title: gathering.name,
    description: url,
    location: [place.name, place.address].filter(Boolean).join(', '),
    start: standing.start!,
    end: standing.end,
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
  return html`<ul class="small">
    <li>${renderTextButton(l.t('calendar.file'), download)}</li>
    ${(['google', 'outlook', 'yahoo'] as const).map(
      (name) => html`<li>${renderWayOut(links[name], l.t(`calendar.${name}`))}</li>`,
    )}
  </ul>`;
}
