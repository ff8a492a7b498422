/** What a document counts, as far as it can be shown. */
import type {PledgeSection} from '../../protocol/pledge.js';

/** How many have pledged, those included who only want to be counted. */
export interface Tally {
  readonly people: number;
  readonly organisations: number;
  readonly all: number;
  /** Whether the document says anything about it. */
  readonly known: boolean;
}

/** The counts of a document's `pledge`. */
export function tallyOf({counts}: Pick<PledgeSection, 'counts'> = {}): Tally {
  const {people = 0, organisations = 0} = counts ?? {};
  return {people, organisations, all: people + organisations, known: counts !== undefined};
}
