/** A reminder of what one pledged, as a calendar file at a rhythm that one chooses. It never leaves the device. */
import {html, type TemplateResult} from 'lit';

import {calendarFile} from '../../../files/calendar.js';
import {listOf} from '../../../i18n/phrases.js';
import {parseMoment} from '../../../protocol/moment.js';
import {renderTextButton} from '../../../ui/form/buttons.js';
import {forOthers} from '../../../ui/sending/links.js';
import {renderText} from '../../../ui/text.js';
import type {PledgingScene, Settled} from '../pledge/phase.js';
import {download} from '../../../ui/download.js';

const DAY = 86_400_000;

/** How often, as a rule of a calendar, and after how many days for the first time. */
const RHYTHMS = {
  weekly: {repeats: 'FREQ=WEEKLY', days: 7},
  fortnightly: {repeats: 'FREQ=WEEKLY;INTERVAL=2', days: 14},
  monthly: {repeats: 'FREQ=MONTHLY', days: 28},
} as const;

/** Draws the rhythms to choose from. */
export function renderRhythms(scene: PledgingScene, settled: Settled): TemplateResult {
  const {l} = scene;
  return html`${renderText(l.t('pledge.remind.how'), 'small')}
    <ul class="small">
      ${(Object.keys(RHYTHMS) as (keyof typeof RHYTHMS)[]).map(
        (rhythm) =>
          html`<li>
            ${renderTextButton(l.t(`pledge.remind.${rhythm}`), () =>
              download(
                new Blob([reminderFile(scene, settled, rhythm, Date.now())], {
                  type: 'text/calendar;charset=utf-8',
                }),
                'reminder.ics',
              ),
            )}
          </li>`,
      )}
    </ul>`;
}

/** The calendar file: at nine in the morning wherever one is, with what one wants to do this month. */
export function reminderFile(
  {l, section, loaded}: PledgingScene,
  {values: ids = [], month, receipt}: Settled,
  rhythm: keyof typeof RHYTHMS,
  now: number,
): string {
  const {repeats, days} = RHYTHMS[rhythm];
  const first = new Date(now + days * DAY);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${first.getFullYear()}-${two(first.getMonth() + 1)}-${two(first.getDate())}`;
  const chosen = (section.values ?? []).filter(({id}) => ids.includes(id));
  const practices = chosen.map(({label, practice}) => (practice ? `${label}: ${practice}` : label));
  return calendarFile(
    {
      uid: `${receipt.id}@${new URL(loaded.url, location.href).host}`,
      title: l.t('pledge.remind.title', {
        values: listOf(
          l,
          chosen.map(({label}) => label),
        ),
      }),
      description: [month && l.t('pledge.remind.month', {month}), ...practices].filter(Boolean).join('\n'),
      start: parseMoment(`${day}T09:00:00`)!,
      end: parseMoment(`${day}T09:15:00`)!,
      url: forOthers(location.href),
      repeats,
    },
    now,
  );
}
