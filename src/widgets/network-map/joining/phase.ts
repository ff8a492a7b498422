import type {TemplateResult} from 'lit';

import type {Group} from '../../../protocol/group.js';
import type {NetworkGroup} from '../../../network/network.js';
import type {Target} from '../../../endpoint/target.js';
import type {Consent} from '../../../ui/form/checks.js';
import type * as sending from '../../../ui/sending/phase.js';
import type {SendingScene} from '../../../ui/sending/scene.js';
import type {Spot} from './spot.js';

/** What adding a group needs of its map. */
export interface AddingScene extends SendingScene {
  /** Where groups are sent to; `undefined` where nobody takes them, so that only a file can be made. */
  readonly target: Target | undefined;
  readonly publisher: string | undefined;
  readonly consents: readonly Consent[];
  /** Groups of the network that a connection can name. */
  readonly others: readonly NetworkGroup[];
  /** Ids that others of the network use, with ours first. */
  readonly lists: Readonly<Record<'sector' | 'need' | 'value', readonly string[]>>;
  /** Addresses of the documents of the map. */
  readonly sites: readonly string[];
  /** The middle of what is looked at; `undefined` where no map is. */
  readonly middle: () => Spot | undefined;
  /** Where groups of the network say that a town is. */
  readonly townOf: (name: string) => (Spot & {readonly town: string}) | undefined;
  /** The widget's wrapper, for whoever looks into what is drawn. */
  readonly within: () => Element;
}

/** What was delivered, as far as it is known here. */
export interface Settled extends sending.Settled {
  readonly place?: Group['place'];
}

/** The endpoint has it. */
export type Confirmed = sending.Confirmed<AddingScene, Settled>;

/** A file is made of what was typed. */
export interface Filed {
  readonly is: 'file';
  readonly render: (scene: AddingScene) => TemplateResult;
}

/** Where one group stands. */
export type Phase = sending.Phase<AddingScene, Settled> | Filed;
