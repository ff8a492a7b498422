import {targetOf} from '../../../endpoint/target.js';
import type {Writer} from '../../../endpoint/writing.js';
import {datesFor} from '../../../i18n/dates.js';
import type {Entry} from '../../../outbox/entry.js';
import type {Problem} from '../../../protocol/problem.js';
import {strictPledge} from '../../../protocol/read-pledge.js';
import type {FieldProblem} from '../../../ui/form/checks.js';
import type {ManageChunk} from '../../../ui/sending/controls.js';
import {entryOf, messageIn} from '../../../ui/sending/message.js';
import {Sending, type Delivery, type Prepared} from '../../../ui/sending/sending.js';
import {withWords} from '../../../ui/sending/words.js';
import type {PledgeFlow, PledgeHost} from '../pledge-host.js';
import {BeforePledgeEvent, PledgeEvent} from '../values-pledge.events.js';
import {check, chosenOf, draftOf, newDraft, type Draft} from './draft.js';
import {messageOf} from './message.js';
import type {Phase, PledgingScene, Settled} from './phase.js';
import {renderPhase} from './phase-view.js';
import {aboutOf, problemFields} from './about.js';
import type {Controls, Manageable, OwnWords} from './controls.js';
import {renderOwnWords} from './own-words-view.js';
import {WORDS} from './words.js';

/** What a device remembers a pledge by: a page has one to keep. */
export const PLEDGE = 'pledge';
/** How long a device remembers a delivered pledge, in milliseconds. */
const YEAR = 366 * 86_400_000;

/** One visitor's pledge, from the first tick to its being taken back. */
export class Pledging
  extends Sending<PledgingScene, Draft, Settled>
  implements PledgeFlow, Controls, Manageable
{
  readonly #host: PledgeHost;
  readonly #writer: Writer | undefined;
  /** Of a change, while one is being made. */
  #own: OwnWords | undefined;

  /**
   * @param writer what writes the message, where that is not simply our JSON
   * @param phase where it stands, if that is known from elsewhere than this device
   */
  constructor(host: PledgeHost, writer: Writer | undefined, phase?: Phase) {
    super(newDraft(host.for === 'organisation' ? 'organisation' : 'person'));
    this.#host = host;
    this.#writer = writer;
    this.begin(phase);
  }

  get choosing(): boolean {
    return this.phase.is === 'filling' || this.phase.is === 'sending';
  }

  /** Ids of the values that are ticked. */
  get chosen(): ReadonlySet<string> {
    return this.#host.chosen;
  }

  /** Ticks exactly these values. */
  choose(ids: Iterable<string>): void {
    this.#host.choose(ids);
  }

  /** Draws the values to choose from, with the own words of `own` below them: the form of a change has its own. */
  renderValues(own: OwnWords): unknown {
    this.#own = own;
    return this.#host.drawValues();
  }

  /** Who may pledge here. */
  get for(): string {
    return this.#host.for;
  }

  renderUnder(id: string): unknown {
    const {scene} = this;
    const {typed, phase} = this;
    const own = this.#own ?? {typed, problems: phase.is === 'filling' ? phase.problems : []};
    return scene && renderOwnWords(own, scene, id);
  }

  render(): unknown {
    const {scene} = this;
    this.#own = undefined;
    return scene && renderPhase(this, scene);
  }

  send(): Promise<void> {
    return this.dispatch((scene) => this.#prepare(scene));
  }

  #prepare(scene: PledgingScene): Prepared {
    const {typed, chosen} = this;
    const {loaded, set, section, publisher} = scene;
    const problems = check(typed, chosen, section, publisher);
    if (problems.length > 0) return {problems};
    const target = targetOf(loaded, set, 'pledges');
    if (!target) return {refusal: {code: 'closed'}};
    const asked = new BeforePledgeEvent(typed.kind, chosenOf(chosen, section));
    if (!scene.emit(asked)) return {refusal: {code: 'stopped', title: asked.reason}};
    const now = Date.now();
    const message = messageOf(typed, {chosen, section, language: scene.l.lang, page: location.href, now});
    const entry = entryOf(message, {
      kind: 'pledges',
      about: PLEDGE,
      target,
      writer: this.#writer,
      loaded,
      rel: 'manage-pledge',
      now,
      over: now + YEAR,
      own: typed.month.trim() || undefined,
    });
    return {entry};
  }

  protected override look(): PledgingScene | undefined {
    const host = this.#host;
    const {set, kept} = host;
    const scene = host.scene();
    if (!scene || !set || !kept) return undefined;
    return {
      ...scene,
      l: withWords(scene.l, WORDS),
      dates: datesFor(scene.l),
      desk: kept.desk,
      set,
      mine: kept.mine.get(PLEDGE),
      entry: kept.entries.find(({target}) => target === PLEDGE),
      before: undefined,
      past: false,
      header: () => scene.heading(scene.section.title ?? scene.l.t('pledge.heading'), 'head'),
      place: host.place,
      changed: (focus) => host.changed(focus),
      refresh: () => void host.refresh(),
      announce: (sentence) => host.announce(sentence),
      emit: (event) => host.dispatchEvent(event),
      within: () => host.shadowRoot!.querySelector('.root')!,
    };
  }

  protected override draftIn(entry: Entry): Draft | undefined {
    const message = messageIn(entry, strictPledge);
    if (!message) return undefined;
    this.#host.choose(message.values.map(({id}) => id));
    return {...draftOf(message), month: entry.own ?? ''};
  }

  protected override aboutOf(entry: Entry): Omit<Settled, 'receipt' | 'remembered'> {
    const message = messageIn(entry, strictPledge);
    return message ? {...aboutOf(message), month: entry.own} : {};
  }

  protected override eventOf({id}: Entry, status: string, delivery: Delivery): PledgeEvent {
    return new PledgeEvent(id, status, delivery);
  }

  protected override problemsOf(problem: Problem, scene: PledgingScene): readonly FieldProblem[] {
    return problemFields(problem, scene);
  }

  protected override fetchManage(): Promise<ManageChunk<Manageable, Settled>> {
    return import('../manage/index.js');
  }
}
