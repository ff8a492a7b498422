import type {TemplateResult} from 'lit';

import {renderNote} from '../note.js';
import type {SendingScene} from '../sending/scene.js';
import type {NotDone} from './put.js';

/** Draws why a change was not done; `still` says that what was sent before stands. */
export function renderTrouble(
  {l, dates, heading, loaded}: SendingScene,
  last: NotDone,
  still: string,
): TemplateResult {
  const publisher = loaded.document.publisher?.name;
  const title = heading(l.t(last.is === 'unsure' ? 'unclear.heading' : 'change.not'), 'title', 1);
  const kept = l.t('error.kept');
  if (last.is === 'refused') {
    const {detail} = last.problem;
    const said = detail ? l.t('refused.detail', {detail}) : '';
    return renderNote('attention', title, l.t('change.refused', {publisher}), said, still, kept);
  }
  if (last.is === 'unsure') return renderNote('attention', title, l.t('change.unsure'), kept);
  const time = last.after === undefined ? undefined : dates.stamp(Date.now() + last.after);
  const offline = navigator.onLine ? '' : l.t('offline');
  return renderNote('attention', title, offline, l.t('change.later', {time}), still, kept);
}
