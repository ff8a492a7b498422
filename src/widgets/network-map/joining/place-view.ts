import {html, nothing, type TemplateResult} from 'lit';

import {renderButton} from '../../../ui/form/buttons.js';
import {problemOf, renderCheck, renderGroup, renderInput} from '../../../ui/form/field-view.js';
import {renderTyped} from '../../../ui/form/form-view.js';
import {renderText} from '../../../ui/text.js';
import {askBrowser, canAsk} from '../near/ask-browser.js';
import type {Context, GroupForm} from './controls.js';
import {placeOf} from './group-of.js';
import type {AddingScene} from './phase.js';
import {pastedSpot, type Spot} from './spot.js';

/** Draws where the group is, and what of that the map may show. */
export function renderPlace(form: GroupForm, scene: AddingScene, context: Context): TemplateResult {
  const {l, middle, announce, changed} = scene;
  const {typed} = form;
  const take = (spot: Spot): void => {
    // Degrees of a metre, as they are read; what is told of them is rounded by `placeOf`.
    typed.lat = `${+spot.lat.toFixed(5)}`;
    typed.lon = `${+spot.lon.toFixed(5)}`;
    const said = shown();
    if (said) announce(said);
    form.edited();
  };
  const here = async (): Promise<void> => {
    const answer = await askBrowser();
    if (answer.ok) take(answer.value);
    else announce(l.t('join.spot.none'));
  };
  const atMiddle = middle();
  const town = scene.townOf(typed.label);
  return renderGroup(
    {...context, id: 'place', label: l.t('join.place')},
    html`<div class="stack">
      ${renderTyped(
        form,
        {...context, id: 'label', label: l.t('join.town'), help: l.t('join.town.help'), optional: true},
        {type: 'text'},
      )}
      ${renderPrecision()} ${renderText(l.t('join.spot.help'), 'small')}
      <div class="row">
        ${atMiddle ? renderButton('quiet', l.t('join.spot.middle'), () => take(middle() ?? atMiddle)) : nothing}
        ${town ? renderButton('quiet', l.t('join.spot.town', {town: town.town}), () => take(town)) : nothing}
        ${canAsk() ? renderButton('quiet', l.t('join.spot.here'), () => void here()) : nothing}
      </div>
      <div class="halves">${renderDegrees('lat')} ${renderDegrees('lon')}</div>
      ${renderText(shown() ?? '', 'strong small')}
    </div>`,
    'place',
  );

  /** What the map will show, in numbers: what is sent is not more than that. */
  function shown(): string | undefined {
    const {lat, lon} = placeOf(typed) ?? {};
    if (lat === undefined || lon === undefined) return undefined;
    return l.t('join.spot.shown', {lat: `${lat}`, lon: `${lon}`});
  }

  function renderDegrees(id: 'lat' | 'lon'): TemplateResult {
    const write = (value: string): void => {
      const both = pastedSpot(value);
      if (both) [typed.lat, typed.lon] = both;
      else typed[id] = value;
      form.edited();
    };
    const help = l.t(id === 'lat' ? 'join.lat.help' : 'join.lon.help');
    return renderInput(
      {...context, id, label: l.t(`join.${id}`), help, optional: true},
      {type: 'text', inputmode: 'text', autocomplete: 'off', value: typed[id], write},
    );
  }

  function renderPrecision(): TemplateResult {
    if (typed.kind === 'person') return renderText(l.t('join.place.person')) as TemplateResult;
    const problem = problemOf(context.problems, 'precision', l);
    return renderGroup(
      {...context, id: 'precision', label: l.t('join.place.show'), help: l.t('join.place.help')},
      (['town', 'exact'] as const).map((value, at) =>
        renderCheck(
          {
            ...(at === 0 && {id: 'precision'}),
            type: 'radio',
            name: 'precision',
            value,
            checked: typed.precision === value,
            problem,
            tick: () => {
              typed.precision = value;
              form.edited();
              changed();
            },
          },
          l.t(`join.place.${value}`),
        ),
      ),
    );
  }
}
