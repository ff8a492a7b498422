import {html, nothing, type TemplateResult} from 'lit';

import {safeUrl} from '../../../base/safe-url.js';
import type {Localizer} from '../../../i18n/localizer.js';
import {dayOf} from '../../../i18n/phrases.js';
import type {ShownPledge} from '../../../protocol/pledge.js';
import {renderRetry} from '../../../ui/loading-view.js';
import {renderText} from '../../../ui/text.js';
import type {PledgeScene} from '../pledge-host.js';
import type {Flowers} from './flowers.js';
import type {Filter, Pages} from './pages.js';

/** What the wall shows, and what its chips and buttons do. */
export interface WallState {
  readonly flowers: Flowers;
  readonly filter: Filter;
  /** What is to be seen now. */
  readonly entries: readonly ShownPledge[];
  /** How many there are to see in all, by the endpoint's account. */
  readonly shown: Pages['shown'];
  /** How many more a press shows; 0 where that is all. */
  readonly rest: number;
  /** Whether a page is on its way. */
  readonly busy: boolean;
  /** Whether the last page could not be had. */
  readonly failed: boolean;
  /** Shows what `filter` lets through. */
  readonly choose: (filter: Filter) => Promise<void>;
  /** Shows more of it, and leads to the first that is new. */
  readonly more: () => Promise<void>;
}

/** Draws the pledges that may be shown, with what one can choose among them by. */
export function renderWall(scene: PledgeScene, wall: WallState, now: number): TemplateResult {
  const {l, heading} = scene;
  const {entries} = wall;
  return html`<div class="card stack" part="wall" aria-busy=${wall.busy}>
    ${heading(l.t('wall.heading'), 'title')} ${renderChips(scene, wall)}
    ${
      entries.length === 0
        ? nothing
        : html`<ul class="wall">
            ${entries.map((entry, index) => renderEntry(scene, wall.flowers.of(entry, scene.section.values ?? []), entry, now, index))}
          </ul>`
    }
    ${renderEnd(scene, wall)}
  </div>`;
}

/** What stands below the entries: the way to more of them, or why there is none. */
function renderEnd({l}: PledgeScene, wall: WallState): unknown {
  const {entries, filter, busy, failed, rest, more} = wall;
  if (failed)
    return [
      renderText(l.t('wall.failed')),
      renderRetry(l, () => void (entries.length > 0 ? more() : wall.choose(filter))),
    ];
  const isAll = filter.value === undefined && filter.kind === undefined;
  return [
    entries.length > 0 || busy ? nothing : renderText(l.t(isAll ? 'pledge.first' : 'wall.noMatch')),
    rest <= 0
      ? nothing
      : html`<button
          class="button quiet"
          part="button"
          type="button"
          aria-disabled=${busy ? 'true' : nothing}
          @click=${more}
          .textContent=${l.t('wall.more', {n: rest})}
        ></button>`,
  ];
}

/** One row of chips: who, of which one is always pressed, then the values, of which one may be. */
function renderChips({l, section}: PledgeScene, {shown, filter, choose}: WallState): TemplateResult {
  const {all, person, organisation, byValue} = shown ?? {};
  const who = [
    ['wall.everyone', undefined, all],
    ['wall.people', 'person', person],
    ['wall.organisations', 'organisation', organisation],
  ] as const;
  const chip = (text: string, pressed: boolean, to: Filter): TemplateResult =>
    html`<button
      class="chip"
      type="button"
      aria-pressed=${pressed}
      @click=${() => choose(to)}
      .textContent=${text}
    ></button>`;
  return html`<div class="chips" role="group" aria-label=${l.t('wall.filter')}>
    ${who
      .filter(([, kind, count]) => kind === undefined || kind === filter.kind || count !== 0)
      .map(([key, kind, n]) => chip(l.t(key, {n}), filter.kind === kind, {...filter, kind}))}
    ${(section.values ?? [])
      .filter(({id}) => !byValue || id === filter.value || byValue[id] !== 0)
      .map(({id, label}) => {
        const pressed = filter.value === id;
        return chip(label, pressed, {...filter, value: pressed ? undefined : id});
      })}
  </div>`;
}

function renderEntry(
  {l, section}: PledgeScene,
  flower: Node,
  entry: ShownPledge,
  now: number,
  index: number,
): TemplateResult {
  const values = section.values ?? [];
  const {name, kind, place, at, wording, words = [], url} = entry;
  const chosen = new Set(entry.values);
  const labels = values.filter(({id}) => chosen.has(id)).map(({label}) => label);
  const about = [
    kind === 'organisation' && l.t('pledge.organisation'),
    place,
    at !== undefined && dayOf(l, Date.parse(at), now),
  ].filter((part) => typeof part === 'string');
  const texts = wording === undefined ? words.map((each) => each.wording) : [wording];
  const link = kind === 'organisation' ? safeUrl(url)?.href : undefined;
  return html`<li class="entry" part="entry" data-entry=${index} tabindex="-1">
    ${flower}
    <div class="who">
      <p class="strong">
        ${
          link
            ? html`<a href=${link} target="_blank" rel="noopener noreferrer" .textContent=${name}></a>`
            : html`<bdi .textContent=${name}></bdi>`
        }
      </p>
      <p class="small muted">${listed(l, about)}</p>
    </div>
    <div class="words stack-2">
      ${texts.map((text) => renderText(l.t('wall.quote', {text})))}
      ${labels.length > 0 ? html`<p class="small muted">${listed(l, labels)}</p>` : nothing}
    </div>
  </li>`;
}

/** One thing after the other, with what this language puts between them. */
function listed(l: Localizer, [first, ...rest]: readonly string[]): unknown {
  const isolated = (text: string): TemplateResult => html`<bdi .textContent=${text}></bdi>`;
  if (first === undefined) return nothing;
  return rest.reduce<unknown>(
    (before, next) => l.parts<unknown>('pledge.value', {label: before, people: isolated(next)}),
    isolated(first),
  );
}
