import {html, type ReactiveController, type TemplateResult} from 'lit';

import {targetOf} from '../../../endpoint/target.js';
import {DeskController} from '../../../ui/desk-controller.js';
import {renderRetry} from '../../../ui/loading-view.js';
import {tokenIn} from '../../../ui/managing/private-link.js';
import {writerOf} from '../../../ui/sending/writer.js';
import {renderText} from '../../../ui/text.js';
import type {MapHost} from '../map-host.js';
import type {JoiningPart} from '../parts.js';
import {Adding, type Beginning} from './adding.js';
import {ownOf} from './ground.js';
import {WORD} from './words.js';

/** What a device remembers groups by: the first by this, others with a number. */
const FIRST = 'group';

/**
 * Adding one's own group: the form, what became of it, and what an earlier visit has left.
 *
 * Owns what was typed for as long as the widget lives, whatever is opened, moved or read anew meanwhile.
 */
export class Joining implements JoiningPart, ReactiveController {
  readonly #host: MapHost;
  readonly #kept: DeskController;
  #adding: Adding | undefined;
  #opening: Promise<void> | undefined;
  /** Whether what the form needs could not be had. */
  #isMissing = false;
  /** The document that what is kept was looked for. */
  #seen: string | undefined;
  /** Whether the map itself was looked at for what an earlier visit left. */
  #isRecalling = false;
  /** Ids of the messages whose group was shown on the map, and for which the documents were read anew. */
  #shown = '';
  #asked = '';

  constructor(host: MapHost) {
    this.#host = host;
    this.#kept = new DeskController(
      host,
      'groups',
      () => ownOf(host).loaded.url,
      (change) => change && this.#adding?.hear(change),
    );
    host.addController(this);
  }

  recall(): void {
    this.#isRecalling = true;
    this.#seen = undefined;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const {loaded, isRead} = ownOf(this.#host);
    if (this.#host.atlas && (isRead || this.#adding) && loaded.url !== this.#seen) {
      this.#seen = loaded.url;
      void this.#lookFor();
    }
    this.#showIt();
  }

  render(): TemplateResult {
    const {words: l, heading} = this.#host;
    if (!this.#adding && !this.#isMissing) void this.#open();
    return html`<div class="room stack-5 joining" part="joining">
      ${
        this.#adding
          ? this.#adding.render()
          : this.#isMissing
            ? html`${heading(l.t('join.open'), 'head')}
              ${renderText(l.t(navigator.onLine ? 'load.wait' : 'offline'))}
              ${renderRetry(l, () => void this.#open())}`
            : renderText(l.t('join.looking'))
      }
    </div>`;
  }

  /** There is another document: what this device has of it is shown, and what was typed stays. */
  async #lookFor(): Promise<void> {
    await this.#kept.read();
    const isLinked = tokenIn(location.hash, WORD, this.#host.place) !== undefined;
    const isLeft = this.#isRecalling && (isLinked || this.#kept.entries.length > 0);
    this.#isRecalling = false;
    if (this.#adding || isLeft) {
      const typed = this.#adding?.draft;
      this.#opening = undefined;
      await this.#open(isLinked, typed && {about: this.#adding!.about, typed});
    }
    if (isLeft && this.#host.panel !== 'joining') this.#host.toggle('joining');
  }

  #open(isLinked = false, beginning?: Beginning): Promise<void> {
    this.#opening ??= this.#begin(isLinked, beginning).catch(() => {
      // A chunk that can't be fetched is a connection that is down.
      this.#opening = undefined;
      this.#isMissing = true;
      this.#host.requestUpdate();
    });
    return this.#opening;
  }

  async #begin(isLinked: boolean, beginning?: Beginning): Promise<void> {
    const host = this.#host;
    const {set} = host;
    const {loaded, isRead} = ownOf(host);
    const target = set && targetOf(isRead ? loaded : undefined, set, 'groups');
    const writer = await writerOf(set, target, 'groups');
    await this.#kept.read();
    const phase = isLinked
      ? await (await import('./manage/index.js')).findGroup(host, this.#kept)
      : undefined;
    const parts = {host, kept: this.#kept, writer, another: () => this.#another()};
    this.#adding = new Adding(parts, beginning ?? {about: this.#aboutOfKept(), phase});
    this.#isMissing = false;
    host.changed();
  }

  /** What waits comes first, then what was delivered last. */
  #aboutOfKept(): string {
    const {entries, mine} = this.#kept;
    return entries[0]?.target ?? [...mine.keys()].at(-1) ?? FIRST;
  }

  #another(): void {
    const {entries, mine} = this.#kept;
    const taken = new Set([...entries.map(({target}) => target), ...mine.keys()]);
    let about = FIRST;
    for (let n = 2; taken.has(about); n++) about = `${FIRST}-${n}`;
    this.#opening = undefined;
    void this.#open(false, {about}).then(() => this.#host.changed('#name'));
  }

  /** Selects the group once it is on the map. */
  #showIt(): void {
    const {phase} = this.#adding ?? {};
    if (phase?.is !== 'settled' || phase.settled.receipt.status !== 'confirmed') return;
    const {receipt, name, place} = phase.settled;
    const found = this.#host.atlas?.network.groups.find(
      (group) => group.name === name && group.place?.label === place?.label,
    );
    if (this.#shown === receipt.id) return;
    if (!found && this.#asked !== receipt.id) {
      // Its host has shown it since the document was read.
      this.#asked = receipt.id;
      queueMicrotask(() => void this.#host.refresh());
    }
    if (!found) return;
    this.#shown = receipt.id;
    // Not in the middle of drawing.
    queueMicrotask(() => this.#host.select(found.index));
  }
}
