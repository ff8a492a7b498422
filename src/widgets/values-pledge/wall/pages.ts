import {client} from '../../../context/page.js';
import {linkedSet} from '../../../endpoint/linked.js';
import type {Loaded} from '../../../endpoint/loaded.js';
import type {EndpointSet} from '../../../endpoint/resolve.js';
import type {PledgeSection, ShownPledge} from '../../../protocol/pledge.js';

/** How many are shown at first, and how many come with a press. */
export const STEP = 20;
/** The most pages that are read for one press: a filter that hardly lets anything through must not read all of a wall. */
const READS = 5;

/** What of the wall is wanted; both left out: everything. */
export interface Filter {
  readonly value?: string | undefined;
  readonly kind?: 'person' | 'organisation' | undefined;
}

/** Whether a pledge is among those that are wanted. */
export const fits = ({value, kind}: Filter, pledge: ShownPledge): boolean =>
  (value === undefined || !!pledge.values?.includes(value)) &&
  (kind === undefined || (pledge.kind ?? 'person') === kind);

/**
 * The pledges that may be shown, newest first, as far as they have been read.
 *
 * The first page is what the document itself has where that is enough to begin with, and otherwise that of its `wall`
 * link; each page names the `older` one, and the document may.
 */
export class Pages {
  /** Whether the endpoint chooses by value or kind itself. */
  readonly chooses: boolean;
  /** What has been read. */
  entries: readonly ShownPledge[] = [];
  /** How many there are in all, whatever is chosen. */
  shown: NonNullable<PledgeSection['shown']> | undefined;
  readonly #set: EndpointSet;
  readonly #read = new Set<string | undefined>();
  /** What the document itself has, for where no page can be had. */
  readonly #recent: readonly ShownPledge[];
  /**
   * The first page, where the document took its place and does not say what comes after it. How long that page is
   * nobody knows, so it is read for what it has besides.
   */
  readonly #again: EndpointSet | undefined;
  #next: EndpointSet | undefined;
  #failed = false;

  constructor(set: EndpointSet, {document, url}: Loaded, filter: Filter) {
    const {pledge, links = []} = document;
    const {shown, recent = []} = pledge ?? {};
    const template = links.find(({rel}) => rel === 'wall')?.href;
    const slots: Record<string, string> = {page: '1', value: filter.value ?? '', kind: filter.kind ?? ''};
    // An empty slot stands for everything here, and elsewhere for an address that must not be used.
    const first = template?.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(slots[name] ?? ''));
    this.chooses = /\{(?:value|kind)\}/.test(template ?? '');
    this.#set = set;
    this.#next = first === undefined ? undefined : linkedSet(set, first, {}, url);
    this.shown = shown;
    this.#recent = recent;
    const isAll = recent.length >= (shown?.all ?? Infinity);
    // What has no id would be there twice once it comes again.
    const isPage = recent.length >= STEP && recent.every(({id}) => id !== undefined);
    if (this.#next && (slots['value'] || slots['kind'] || !(isAll || isPage))) return;
    this.entries = recent;
    const older = this.#after(document, url);
    if (!older) this.#again = this.#next;
    this.#next = isAll ? undefined : (older ?? this.#next);
  }

  /** Whether there is more to read. */
  get more(): boolean {
    return this.#next !== undefined;
  }

  /** Reads on until more than `count` fit, or there is no more; false where a page could not be had. */
  async fill(filter: Filter, count: number): Promise<boolean> {
    const fitting = (): number => this.entries.filter((entry) => fits(filter, entry)).length;
    let most = count;
    for (let reads = 0; this.#next && reads < READS && fitting() <= most; reads += 1) {
      const page = this.#next;
      if (!(await this.#readOn(page))) return false;
      // Who came since the document was read is not what somebody asks for who wants the next ones.
      if (page === this.#again) most = fitting();
    }
    return true;
  }

  async #readOn(page: EndpointSet): Promise<boolean> {
    const answer = await client.load(page, {fresh: this.#failed});
    this.#failed = !answer.ok;
    if (!answer.ok) {
      if (this.entries.length === 0) this.entries = this.#recent;
      return false;
    }
    // Another press has read it in the meantime.
    if (this.#next !== page) return true;
    this.#read.add(page.endpoint);
    const {document, url} = answer.value;
    const {pledge} = document;
    // Whoever was put on the wall meanwhile has moved others to the next page.
    const known = new Set(this.entries.map(({id}) => id));
    const news = (pledge?.recent ?? []).filter(({id}) => id === undefined || !known.has(id));
    this.entries = [...this.entries, ...news];
    this.shown = pledge?.shown ?? this.shown;
    const next = this.#after(document, url);
    // Pages that lead to each other would never end. One that adds nothing may: so many came meanwhile.
    this.#next = this.#read.has(next?.endpoint) ? undefined : next;
    return true;
  }

  /** The page after one, or after the document. */
  #after({links = []}: Loaded['document'], url: string): EndpointSet | undefined {
    const older = links.find(({rel}) => rel === 'older')?.href;
    return older === undefined ? undefined : linkedSet(this.#set, older, {}, url);
  }
}
