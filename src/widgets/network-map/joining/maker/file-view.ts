import {html, nothing, type TemplateResult} from 'lit';

import {download} from '../../../../ui/download.js';
import {renderButton, renderTextButton} from '../../../../ui/form/buttons.js';
import {renderCheck, renderSelect} from '../../../../ui/form/field-view.js';
import {copy} from '../../../../ui/sending/links.js';
import {renderText} from '../../../../ui/text.js';
import type {Said} from '../group-of.js';
import type {AddingScene} from '../phase.js';
import {documentOf, fileText} from './file.js';
import {HOSTS, renderSteps, type Builder} from './hosts-view.js';

/** What the file is called: any name does, and this is what others look for. */
const NAME = 'ctg.json';

/** A file under way. */
export interface FileDraft {
  readonly said: Said;
  /** Names the group where it has no website. */
  readonly id: string;
  readonly now: number;
  withPeers: boolean;
  /** Where the website lives; empty while nobody has said. */
  builder: Builder | '';
}

/** A file of what is said of a group, made now; `uuid` names it where it has no website. */
export function newFile(said: Said, uuid: string): FileDraft {
  return {said, id: said.url ?? `urn:uuid:${uuid}`, now: Date.now(), withPeers: false, builder: ''};
}

/** Draws the file, how it is put on a website and how it gets onto a map. */
export function renderFile(file: FileDraft, scene: AddingScene, back: () => void): TemplateResult {
  const {l, heading, sites, publisher, announce, changed} = scene;
  const {said, id, now, withPeers} = file;
  const text = fileText(documentOf({said, id, now, peers: withPeers ? sites : []}));
  const copyIt = async (): Promise<void> => {
    if (await copy(text)) return announce(l.t('file.copied'));
    // It can't be copied for them, so it is selected to be copied by hand.
    const shown = scene.within().querySelector('.joining pre');
    if (shown) getSelection()?.selectAllChildren(shown);
    return announce(l.t('file.byHand'));
  };
  const context = {l, problems: []};
  return html`<div class="stack">
      ${heading(l.t('file.heading', {name: NAME}), 'head')} ${renderText(l.t('file.said'))}
      ${renderCheck(
        {
          type: 'checkbox',
          name: 'peers',
          checked: withPeers,
          tick: (on) => {
            file.withPeers = on;
            changed();
          },
        },
        l.t('file.peers'),
      )}
      <div class="row">
        ${renderButton('', l.t('file.save'), () => download(new Blob([text], {type: 'application/json'}), NAME))}
        ${renderButton('quiet', l.t('file.copy'), () => void copyIt())}
      </div>
      <pre tabindex="0" role="region" dir="ltr" aria-label=${NAME} .textContent=${text}></pre>
    </div>
    <div class="stack">
      ${heading(l.t('file.place'), 'title')}
      ${renderSelect(
        {...context, id: 'builder', label: l.t('file.builder')},
        [
          {value: '', label: l.t('choose')},
          ...HOSTS.map((value) => ({value, label: l.t(`file.builder.${value}`)})),
        ],
        file.builder,
        (value) => {
          file.builder = value as FileDraft['builder'];
          changed();
        },
      )}
      ${file.builder === '' ? nothing : renderSteps(l, file.builder)}
    </div>
    <div class="stack">
      ${heading(l.t('file.map'), 'title')} ${renderText(l.t('file.map.how', {publisher}))}
      ${renderText(l.t('file.map.change'))}
      <p>${renderTextButton(l.t('file.back'), back)}</p>
    </div>`;
}
