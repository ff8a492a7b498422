import type {Pledge} from '../../../protocol/pledge.js';
import type {FieldProblem} from '../../../ui/form/checks.js';
import type {FormControls} from '../../../ui/form/form-controls.js';
import type {KeptControls} from '../../../ui/sending/controls.js';
import type {Act} from '../../../ui/sending/phase.js';
import type * as sending from '../../../ui/sending/controls.js';
import type {Draft} from './draft.js';
import type {Phase, PledgingScene, Settled} from './phase.js';

/** What a form may do, of a new pledge or of one that is changed. */
export interface PledgeForm extends FormControls<Draft> {
  /** Who may pledge here: `person`, `organisation` or `both`. */
  readonly for: string;
  /** What the endpoint has, where that is changed: what is not changed is not asked for. */
  readonly before?: Pledge;
}

/** Whose own words are typed below the values. */
export interface OwnWords {
  readonly typed: Draft;
  readonly problems: readonly FieldProblem[];
}

/** What the views may read of a pledge and what their buttons do. */
export interface Controls extends PledgeForm, KeptControls {
  readonly phase: Phase;
  /** Has the chunk for people who change their mind do `act`. */
  manage(act: Act): Promise<void>;
}

/** A pledge as that chunk knows it: where the form ends and it begins. */
export interface Manageable extends sending.Manageable<PledgingScene, Settled> {
  /** Ids of the values that are ticked. */
  readonly chosen: ReadonlySet<string>;
  /** Ticks exactly these values. */
  choose(ids: Iterable<string>): void;
  /** Draws the values to choose from, with the own words of `own` below them: the form of a change has its own. */
  renderValues(own: OwnWords): unknown;
}
