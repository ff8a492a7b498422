import {newId} from '../../../base/id.js';
import type {Writer} from '../../../endpoint/writing.js';
import {hostOf, targetOf} from '../../../endpoint/target.js';
import {datesFor} from '../../../i18n/dates.js';
import type {Entry} from '../../../outbox/entry.js';
import type {Problem} from '../../../protocol/problem.js';
import {strictGroup} from '../../../protocol/read-group.js';
import type {DeskController} from '../../../ui/desk-controller.js';
import type {FieldProblem} from '../../../ui/form/checks.js';
import type {ManageChunk} from '../../../ui/sending/controls.js';
import {entryOf, messageIn} from '../../../ui/sending/message.js';
import {HEADING, Sending, type Delivery, type Prepared} from '../../../ui/sending/sending.js';
import {withWords} from '../../../ui/sending/words.js';
import type {MapHost} from '../map-host.js';
import {BeforeJoinEvent, GroupJoinEvent} from '../network-map.events.js';
import {aboutOf, problemFields} from './about.js';
import type {Controls, Manageable} from './controls.js';
import {check, draftOf, newDraft, type Draft} from './draft.js';
import {messageOf, saidOf, type Said} from './group-of.js';
import {idIn, listsOf, middleOf, othersOf, ownOf, townIn} from './ground.js';
import {newFile, renderFile} from './maker/file-view.js';
import type {AddingScene, Filed, Phase, Settled} from './phase.js';
import {renderPhase} from './phase-view.js';
import {titleOf} from './ties-view.js';
import {WORDS} from './words.js';

/** How long a device remembers a delivered group, in milliseconds. */
const YEAR = 366 * 86_400_000;

/** What a form begins with that is not empty. */
export interface Beginning {
  /** What this device remembers the group by. */
  readonly about: string;
  readonly typed?: Draft | undefined;
  /** Where it stands, if that is known from elsewhere than this device. */
  readonly phase?: Phase | undefined;
}

/** One visitor's group, from the empty form to its being taken off the map. */
export class Adding extends Sending<AddingScene, Draft, Settled, Filed> implements Controls, Manageable {
  readonly about: string;
  readonly #host: MapHost;
  readonly #kept: DeskController;
  readonly #writer: Writer | undefined;
  readonly #another: () => void;
  /** Kept for every file that is made of it: others name the group by it. */
  readonly #uuid = newId();

  /**
   * @param writer what writes the message, where that is not simply our JSON
   * @param another opens an empty form in the place of this one
   */
  constructor(
    {
      host,
      kept,
      writer,
      another,
    }: {host: MapHost; kept: DeskController; writer: Writer | undefined; another: () => void},
    {about, typed = newDraft(), phase}: Beginning,
  ) {
    super(typed);
    this.about = about;
    this.#host = host;
    this.#kept = kept;
    this.#writer = writer;
    this.#another = another;
    this.begin(phase as Exclude<Phase, Filed> | undefined);
  }

  render(): unknown {
    const {scene} = this;
    return scene && renderPhase(this, scene);
  }

  send(): Promise<void> {
    this.#tidy();
    // Where nobody takes groups, the one button makes a file.
    if (this.scene && !this.scene.target) return Promise.resolve(this.makeFile());
    return this.dispatch((scene) => this.#prepare(scene));
  }

  makeFile(): void {
    this.#tidy();
    const {scene} = this;
    if (!scene || this.phase.is === 'sending') return;
    const problems = check(this.typed);
    if (problems.length > 0) return this.become({is: 'filling', problems}, '[part~="errors"]');
    const file = newFile(this.said(scene), this.#uuid);
    const back = (): void => this.reopen('[part~="form"] button[type="submit"]');
    this.become({is: 'file', render: (now) => renderFile(file, now, back)}, HEADING);
  }

  another(): void {
    this.#another();
  }

  /** What is said of the group, for everybody to read. */
  said(scene: AddingScene): Said {
    return saidOf(this.typed, (list, word) => idIn(scene, list, word));
  }

  #tidy(): void {
    const {ties} = this.typed;
    for (let at = ties.length; at-- > 0;) if (!ties[at]!.name.trim()) ties.splice(at, 1);
  }

  #prepare(scene: AddingScene): Prepared {
    const {typed} = this;
    const {loaded, target, consents} = scene;
    const problems = check(typed, scene);
    if (problems.length > 0) return {problems};
    if (!target) return {refusal: {code: 'closed'}};
    const asked = new BeforeJoinEvent(typed.kind);
    if (!scene.emit(asked)) return {refusal: {code: 'stopped', title: asked.reason}};
    const now = Date.now();
    const {lang: language} = scene.l;
    const message = messageOf(typed, this.said(scene), {consents, language, page: location.href, now});
    const entry = entryOf(message, {
      kind: 'groups',
      about: this.about,
      target,
      writer: this.#writer,
      loaded,
      rel: 'manage-group',
      now,
      over: now + YEAR,
    });
    return {entry};
  }

  protected override look(): AddingScene | undefined {
    const host = this.#host;
    const {atlas, set, words} = host;
    const kept = this.#kept;
    if (!atlas) return undefined;
    const {loaded, isRead} = ownOf(host);
    const target = set && targetOf(isRead ? loaded : undefined, set, 'groups');
    const {join, publisher} = loaded.document;
    return {
      l: withWords(words, WORDS),
      loaded,
      target,
      publisher: publisher?.name ?? (target && hostOf(target.href)),
      consents: join?.consents ?? [],
      others: othersOf(host, loaded.url),
      lists: listsOf(atlas),
      sites: host.readings.map(({url}) => url),
      middle: () => middleOf(host),
      townOf: (name) => townIn(atlas, name),
      dates: datesFor(words),
      desk: kept.desk,
      set: set ?? ({} as NonNullable<typeof set>),
      mine: kept.mine.get(this.about),
      entry: kept.entries.find((entry) => entry.target === this.about),
      before: undefined,
      past: false,
      place: host.place,
      header: () => host.heading(words.t('join.heading'), 'head'),
      heading: host.heading,
      changed: (focus) => host.changed(focus),
      refresh: () => void host.refresh(),
      announce: (sentence) => host.announce(sentence),
      emit: (event) => host.dispatchEvent(event),
      within: () => host.shadowRoot!.querySelector('.root')!,
    };
  }

  protected override draftIn(entry: Entry): Draft | undefined {
    const message = messageIn(entry, strictGroup);
    return message && draftOf(message, (id) => nameIn(this.#host, id));
  }

  protected override aboutOf(entry: Entry): Omit<Settled, 'receipt' | 'remembered'> {
    const message = messageIn(entry, strictGroup);
    return message ? aboutOf(message) : {};
  }

  protected override eventOf({id}: Entry, status: string, delivery: Delivery): GroupJoinEvent {
    return new GroupJoinEvent(id, status, delivery);
  }

  protected override problemsOf(problem: Problem): readonly FieldProblem[] {
    return problemFields(problem);
  }

  protected override fetchManage(): Promise<ManageChunk<Manageable, Settled>> {
    return import('./manage/index.js');
  }
}

/** What the field of a connection says for the group with this id. */
export function nameIn({atlas}: MapHost, id: string): string {
  const found = atlas?.network.groups.find((group) => group.id === id);
  return found ? titleOf(found) : id;
}
