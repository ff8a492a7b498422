import type * as sending from '../../../ui/sending/phase.js';
import type {SendingScene} from '../../../ui/sending/scene.js';
import type {PledgeScene} from '../pledge-host.js';

/** What pledging needs of its widget. */
export interface PledgingScene extends SendingScene, Omit<PledgeScene, keyof SendingScene> {
  /** The widget's wrapper, for whoever draws with its font and colours. */
  readonly within: () => Element;
}

/** What was delivered, as far as it is known here. */
export interface Settled extends sending.Settled {
  /** Ids of the values; none known until the endpoint could be asked. */
  readonly values?: readonly string[] | undefined;
  readonly kind?: string | undefined;
  /** What the visitor wants to do this month. */
  readonly month?: string | undefined;
  /** Whether a name or words wait to be read before they are shown. */
  readonly shows?: boolean | undefined;
}

/** The endpoint has it. */
export type Confirmed = sending.Confirmed<PledgingScene, Settled>;

/** Where one pledge stands. */
export type Phase = sending.Phase<PledgingScene, Settled>;
