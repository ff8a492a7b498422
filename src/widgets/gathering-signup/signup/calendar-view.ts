import {html, nothing, type TemplateResult} from 'lit';

import {safeUrl} from '../../../base/safe-url.js';
import type {SignupScene} from '../signup-scene.js';
import {gatheringLink} from './links.js';
import type {Settled} from './phase.js';

type Files = typeof import('../../../files/calendar.js');

let files: Files | undefined;

/** Draws the button that offers the calendar file and the links; they are made, and their code fetched, on press. */
export function renderCalendar(scene: SignupScene, settled: Settled): TemplateResult | typeof nothing {
  const {l, occasion} = scene;
  if (!occasion.standing.start) return nothing;
  const onToggle = async (event: Event): Promise<void> => {
    if (files || !(event.target as HTMLDetailsElement).open) return;
    try {
      files = await import('../../../files/calendar.js');
    } catch {
      // No connection just now: closed again, so that the next press asks again.
      (event.target as HTMLDetailsElement).open = false;
    }
    scene.changed();
  };
  return html`<details class="choices" @toggle=${onToggle}>
    <summary class="button" part="button" .textContent=${l.t('calendar')}></summary>
    <ul class="small">
      ${files ? renderChoices(files, scene, settled) : nothing}
    </ul>
  </details>`;
}

function renderChoices(
  {calendarFile, calendarLinks}: Files,
  scene: SignupScene,
  {receipt}: Settled,
): TemplateResult {
  const {l, occasion} = scene;
  const {gathering, standing} = occasion;
  const place = {...gathering.place, ...receipt.place};
  const url = safeUrl(gathering.url)?.href ?? gatheringLink(location.href, gathering.id);
  const event = {
    uid: `${gathering.id}@${location.host}`,
    title: gathering.name,
    description: url,
    location: [place.name, place.address].filter(Boolean).join(', '),
    start: standing.start!,
    ...(standing.end && {end: standing.end}),
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
  const link = (href: string, text: string): TemplateResult =>
    html`<li>
      <a
        href=${href}
        target="_blank"
        rel="noopener noreferrer"
        .textContent=${`${text} (${new URL(href).host})`}
      ></a>
    </li>`;
  return html`<li>
      <button
        class="textbutton"
        type="button"
        @click=${download}
        .textContent=${l.t('calendar.file')}
      ></button>
    </li>
    ${link(links.google, l.t('calendar.google'))} ${link(links.outlook, l.t('calendar.outlook'))}
    ${link(links.yahoo, l.t('calendar.yahoo'))}`;
}
