import {html, nothing, type TemplateResult} from 'lit';

import {TIE_STATES} from '../../../network/network.js';
import {renderText} from '../../../ui/text.js';
import {hasPlace} from '../atlas.js';
import {labelOf} from '../kinds.js';
import type {MapHost} from '../map-host.js';
import {renderLine, renderMark} from '../mark-view.js';
import type {Hub, Question} from './questions.js';
import type {Turning} from './turning.js';

/** What there is beside a question. */
export interface Beside {
  /** Which question it is, from 0, and of how many. */
  readonly at: number;
  readonly all: number;
  /** How many names there is room for. */
  readonly lines: number;
  readonly turning: Turning;
  /** Asks another question, so many further on. */
  turn(by: number): void;
  end(): void;
}

/** A line of an answer. */
interface Line {
  readonly sign?: TemplateResult;
  readonly name: string;
  readonly note?: string | undefined;
}

/** What the picture is painted on, and where its colours are read. */
export const renderPicture = (): TemplateResult =>
  html`<canvas role="img"></canvas><i class="probe" hidden></i>`;

/** The question as it is read out. */
export function askedOf(host: MapHost, question: Question, at: number, all: number): string {
  const {words: l} = host;
  return [l.t('present.at', {n: at + 1, all}), sentenceOf(host, question), answerOf(host, question)].join(
    ' ',
  );
}

/** The question, its answer, and what turns to the next one. */
export function renderAsked(
  host: MapHost,
  question: Question | undefined,
  {at, all, lines, turning, turn, end}: Beside,
): TemplateResult {
  const {words: l} = host;
  return html`<div class="stack">
      ${question ? renderQuestion(host, question, {at, all, lines}) : renderText(l.t('map.noMatch'))}
    </div>
    <div class="hold">
      <div class="arrows">
        ${renderArrow(l.t('present.back'), 'M15 4 7 12l8 8', () => turn(-1))}
        ${renderArrow(l.t('present.on'), 'M9 4l8 8-8 8', () => turn(1))}
      </div>
      <div class="quiet">
        ${
          turning.isOffered
            ? html`<button
                class="textbutton"
                type="button"
                @click=${turning.toggle}
                .textContent=${l.t(turning.isOn ? 'present.stop' : 'present.turn')}
              ></button>`
            : nothing
        }
        <button class="textbutton" type="button" @click=${end} .textContent=${l.t('present.end')}></button>
      </div>
    </div>
    <p class="silent" role="status"></p>`;
}

function renderQuestion(
  host: MapHost,
  question: Question,
  {at, all, lines}: Pick<Beside, 'at' | 'all' | 'lines'>,
): unknown {
  const {words: l, atlas, heading} = host;
  const {groups} = atlas!.network;
  const isMap = question.about !== 'ties' && question.about !== 'hubs';
  const away = isMap ? question.groups.filter((group) => !hasPlace(groups[group]!)).length : 0;
  const {named, more} = linesOf(host, question, lines);
  return [
    renderText(l.t('present.at', {n: at + 1, all}), 'muted'),
    heading(sentenceOf(host, question), 'ask'),
    html`<p class="answer">
      ${question.about === 'kind' ? renderMark(question.mark) : nothing}<span
        .textContent=${answerOf(host, question)}
      ></span>
    </p>`,
    html`<ul class="names ${isCounted(question) ? 'counts' : ''}">
      ${named.map(
        ({sign, name, note}) =>
          html`<li>
            ${sign ?? nothing}<b .textContent=${name}></b>
            ${note ? html`<span class="muted" .textContent=${note}></span>` : nothing}
          </li>`,
      )}
    </ul>`,
    more > 0 ? renderText(l.t('present.more', {n: more}), 'muted') : nothing,
    away > 0 ? renderText(l.t('present.away', {n: away}), 'muted') : nothing,
  ];
}

/** Whether a number stands beside each name, not the name of a town. */
const isCounted = ({about}: Question): boolean => about === 'all' || about === 'ties' || about === 'hubs';

function sentenceOf({words: l, atlas}: MapHost, question: Question): string {
  if (question.about === 'kind') return l.t('present.kind', {kind: atlas!.kinds.label(l, question.mark)});
  if (question.about === 'need') return l.t('present.need', {need: labelOf(l, 'need', question.need)});
  return l.t(`present.${question.about}`);
}

function answerOf({words: l, atlas}: MapHost, question: Question): string {
  if (question.about === 'ties')
    return l.t('present.tied', {n: question.counts.reduce((sum, n) => sum + n, 0)});
  if (question.about === 'hubs') {
    const [{group, n}] = question.hubs as [Hub];
    return l.t('present.most', {name: atlas!.network.groups[group]!.name, n});
  }
  return l.t('map.hint', {n: question.groups.length});
}

/** What is listed below an answer, as much as there is room for, and how much more there is. */
function linesOf(
  {words: l, atlas}: MapHost,
  question: Question,
  room: number,
): {readonly named: readonly Line[]; readonly more: number} {
  const {groups} = atlas!.network;
  switch (question.about) {
    case 'all':
      return {
        named: question.kinds.map(({mark, n}) => ({
          sign: renderMark(mark),
          name: atlas!.kinds.label(l, mark),
          note: l.number(n),
        })),
        more: 0,
      };
    case 'ties':
      return {
        named: question.counts.flatMap((n, state) => {
          const name = TIE_STATES[state]!;
          return n > 0 && name !== 'declined'
            ? {sign: renderLine(name), name: l.t(`line.${name}`), note: l.number(n)}
            : [];
        }),
        more: 0,
      };
    case 'hubs':
      return {
        // The first one is the answer.
        named: question.hubs.slice(1).map(({group, n}) => ({
          sign: renderMark(atlas!.kinds.numbers[group]!),
          name: groups[group]!.name,
          note: l.t('map.hint', {n}),
        })),
        more: 0,
      };
    default: {
      const named = question.groups.slice(0, room).map((group) => ({
        ...(question.about === 'kind' ? {} : {sign: renderMark(atlas!.kinds.numbers[group]!)}),
        name: groups[group]!.name,
        note: groups[group]!.place?.label,
      }));
      return {named, more: question.groups.length - named.length};
    }
  }
}

function renderArrow(label: string, path: string, press: () => void): TemplateResult {
  return html`<button class="arrow" type="button" aria-label=${label} @click=${press}>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>
  </button>`;
}
