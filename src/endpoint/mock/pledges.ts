/** The pledges of one example, kept in the memory of the page and decided as a real endpoint decides. */
import {newId} from '../../base/id.js';
import type {Link} from '../../protocol/document.js';
import type {Pledge, PledgeSection, ShownPledge} from '../../protocol/pledge.js';
import type {ManagedPledge, Receipt} from '../../protocol/receipt.js';
import {refuse, type Reply} from './bookings.js';
import {chosenBy, CONSENTS, shownBefore, valuesOf} from './pledge-content.js';
import type {MockState} from './states.js';

interface Kept {
  readonly token: string;
  /** Public, of its badge and on the wall. */
  readonly badge: string;
  pledge: Pledge;
  status: Receipt['status'];
}

/** How many there are on a page of the wall. */
const PAGE = 20;
/** How many of those who pledged before want to be seen, where anybody did. */
const SEEN = 47;

/** The pledges of one example. */
export class Pledges {
  readonly #name: string;
  readonly #state: MockState;
  readonly #values: ReturnType<typeof valuesOf>;
  readonly #before: readonly ShownPledge[];
  /** By the id of the pledge, the earliest first. */
  readonly #kept = new Map<string, Kept>();

  constructor(name: string, state: MockState, now: number) {
    this.#name = name;
    this.#state = state;
    this.#values = valuesOf(state.values);
    this.#before = shownBefore(now, this.#people === 0 ? 0 : SEEN, this.#values);
  }

  get #people(): number {
    return this.#state.people ?? 212;
  }

  /** The section of the document, counted as of now. */
  section(): PledgeSection {
    return {
      values: [...this.#values],
      goal: 250,
      counts: this.#counts(),
      ...this.#wall(this.#shown()),
      consents: CONSENTS,
    };
  }

  /** Where pledges are sent to, unless this example takes none, and where they are read. */
  links(): readonly Link[] {
    const here = `mock:${this.#name}/pledges`;
    const older = this.#shown().length > PAGE ? [{rel: 'older', href: `${here}?page=2`}] : [];
    return [
      ...older,
      ...(this.#state.readOnly
        ? []
        : [{rel: 'pledges', href: here, encoding: 'json', idempotent: true} as const]),
      {rel: 'wall', href: `${here}?page={page}&value={value}&kind={kind}`},
      {rel: 'manage-pledge', href: `${here}/{token}`},
      {rel: 'badge', href: `${here}/{badge}/badge`},
    ];
  }

  /** A page of the wall: the newest first, of a value or a kind if one is asked for. */
  page(query: URLSearchParams): Reply {
    const page = Math.max(1, Math.trunc(Number(query.get('page'))) || 1);
    const [value, kind] = [query.get('value'), query.get('kind')];
    const all = this.#shown().filter(
      (each) => (!value || each.values?.includes(value)) && (!kind || each.kind === kind),
    );
    const recent = all.slice((page - 1) * PAGE, page * PAGE);
    const older = new URLSearchParams({...Object.fromEntries(query), page: String(page + 1)});
    const links =
      all.length > page * PAGE
        ? [{rel: 'older', href: `mock:${this.#name}/pledges?${older.toString()}`}]
        : [];
    return {
      status: 200,
      body: {ctg: '1', pledge: {counts: this.#counts(), ...this.#wall(this.#shown()), recent}, links},
    };
  }

  /** What proves a badge. */
  proof(badge: string): Reply {
    const shown = this.#shown().find(({id, kind}) => id === badge && kind === 'organisation');
    if (!shown) return refuse(404, 'not-found');
    const values = this.#values.filter(({id}) => shown.values?.includes(id));
    return {status: 200, body: {ctg: '1', pledge: {values, recent: [shown]}}};
  }

  /** Takes a pledge, or repeats the first answer to the same id. */
  take(pledge: Pledge): Reply {
    const known = this.#kept.get(pledge.id);
    if (known) return {status: 200, body: this.#receipt(known)};
    if (this.#state.readOnly) return refuse(409, 'closed');
    if (this.#state.invalid) return refuse(422, 'invalid', {errors: wrongFieldsOf(pledge)});
    const kept: Kept = {
      token: newId().replaceAll('-', ''),
      badge: newId().replaceAll('-', ''),
      pledge,
      status: this.#statusOf(pledge),
    };
    this.#kept.set(pledge.id, kept);
    return {status: 201, body: this.#receipt(kept)};
  }

  /** What somebody with a token sees. */
  look(token: string): Reply {
    const kept = this.#byToken(token);
    if (!kept) return refuse(404, 'not-found');
    const {pledge} = kept;
    return {status: 200, body: {receipt: this.#receipt(kept), pledge} satisfies ManagedPledge};
  }

  /** Changes a pledge; what is new waits to be read as before. */
  change(token: string, pledge: Pledge): Reply {
    const kept = this.#byToken(token);
    if (!kept || kept.pledge.id !== pledge.id) return refuse(404, 'not-found');
    if (kept.status === 'cancelled') return refuse(409, 'closed');
    if (this.#state.invalid) return refuse(422, 'invalid', {errors: wrongFieldsOf(pledge)});
    Object.assign(kept, {pledge, status: this.#statusOf(pledge)});
    return {status: 200, body: this.#receipt(kept)};
  }

  /** Takes a pledge back; doing so again changes nothing. */
  takeBack(token: string): Reply {
    const kept = this.#byToken(token);
    if (!kept) return refuse(404, 'not-found');
    kept.status = 'cancelled';
    return {status: 200, body: this.#receipt(kept)};
  }

  /** Only what is to be seen waits to be read. */
  #statusOf({display}: Pledge): Receipt['status'] {
    return this.#state.waitsFor === 'host' && display !== 'anonymous' ? 'pending' : 'confirmed';
  }

  #standing(): Kept[] {
    return [...this.#kept.values()].filter(({status}) => status !== 'cancelled');
  }

  #counts(): NonNullable<PledgeSection['counts']> {
    const ours = this.#standing();
    const of = (kind: Pledge['kind']): number => ours.filter(({pledge}) => pledge.kind === kind).length;
    const before = this.#people === 0 ? 0 : 9;
    const byValue = chosenBy(this.#people + before, this.#values);
    for (const {pledge} of ours) for (const {id} of pledge.values) if (id in byValue) byValue[id]! += 1;
    return {people: this.#people + of('person'), organisations: before + of('organisation'), byValue};
  }

  /** Everyone who wants to be seen and may be, the newest first. */
  #shown(): readonly ShownPledge[] {
    const ours = this.#standing().filter(
      ({pledge, status}) => pledge.display !== 'anonymous' && status === 'confirmed',
    );
    return [...ours.reverse().map(shownOf), ...this.#before];
  }

  #wall(all: readonly ShownPledge[]): Pick<PledgeSection, 'shown' | 'recent'> {
    const organisation = all.filter(({kind}) => kind === 'organisation').length;
    return {
      shown: {
        all: all.length,
        person: all.length - organisation,
        organisation,
        byValue: Object.fromEntries(
          this.#values.map(({id}) => [id, all.filter(({values}) => values?.includes(id)).length]),
        ),
      },
      recent: all.slice(0, PAGE),
    };
  }

  #receipt({token, badge, pledge, status}: Kept): Receipt {
    const {people, organisations} = this.#counts();
    const seen = pledge.kind === 'organisation' && pledge.display !== 'anonymous' && status !== 'cancelled';
    return {
      id: pledge.id,
      status,
      token,
      manage: `mock:${this.#name}/pledges/${token}`,
      ...(status === 'pending' && {waitsFor: 'host'}),
      ...(seen && {badge}),
      counts: {people: people ?? 0, organisations: organisations ?? 0},
    };
  }

  #byToken(token: string): Kept | undefined {
    return [...this.#kept.values()].find((each) => each.token === token);
  }
}

/** What everyone may read of a pledge. */
function shownOf({badge, pledge}: Kept): ShownPledge {
  const {kind, name, display, place, url, values, at} = pledge;
  const [first = name, ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return {
    id: badge,
    name:
      display === 'initial' && kind === 'person' && last
        ? `${first} ${String.fromCodePoint(last.codePointAt(0)!)}.`
        : name,
    kind,
    ...(place !== undefined && {place}),
    ...(kind === 'organisation' && url !== undefined && {url}),
    values: values.map(({id}) => id),
    words: values.flatMap(({id, wording}) => (wording === undefined ? [] : [{id, wording}])),
    at,
  };
}

/** What a fussy endpoint might say: about the name, the e-mail and the first of the values. */
function wrongFieldsOf({email, values}: Pledge): {pointer: string; detail: string}[] {
  return [
    {pointer: '/name', detail: 'We need your full name.'},
    ...(email === undefined ? [] : [{pointer: '/email', detail: 'Nothing can be sent to this address.'}]),
    ...(values[0]?.wording === undefined
      ? []
      : [{pointer: '/values/0/wording', detail: 'Please say this in other words.'}]),
  ];
}
