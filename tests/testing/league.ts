import type {Pledge, ShownPledge} from '../../src/protocol/pledge.js';
import type {Receipt} from '../../src/protocol/receipt.js';
import {json, refusal} from './parish.js';

const DAY = 86_400_000;
let leagues = 0;

/** The five values, as documents give them. */
export const VALUES = [
  {id: 'love', label: 'Love', definition: 'Caring for the good of others', practice: 'Greet a stranger.'},
  {id: 'integrity', label: 'Integrity', definition: 'What I do matches what I say I value'},
  {id: 'courage', label: 'Courage', definition: 'Doing what is right when it is hard'},
  {id: 'service', label: 'Service', definition: 'Giving time and skill to the needs of others'},
  {id: 'respect', label: 'Respect', definition: 'Honouring the worth of every person'},
];

/** How many have pledged at a league, unless a test says otherwise. */
export const COUNTS = {
  people: 212,
  organisations: 9,
  byValue: {love: 180, integrity: 96, courage: 61, service: 143, respect: 118},
};

/** So many values, called Value 1, Value 2 and so on. */
export function values(count: number): object[] {
  return Array.from({length: count}, (_, index) => ({id: `v${index + 1}`, label: `Value ${index + 1}`}));
}

/** A time so many days ago, as an endpoint writes it. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY).toISOString();
}

/** A pledge on the wall; whatever matters to a test is given by it. */
export function shown(more: Partial<Record<keyof ShownPledge, unknown>> = {}): ShownPledge {
  return {
    id: 'ana',
    name: 'Ana R.',
    kind: 'person',
    place: 'Reno',
    values: ['love', 'service'],
    wording: 'I greet the people I usually walk past.',
    at: daysAgo(1),
    ...more,
  } as ShownPledge;
}

/** So many pledges on the wall, newest first, every tenth of an organisation. */
export function crowd(count: number): ShownPledge[] {
  return Array.from({length: count}, (_, index) => {
    const kind = index % 10 === 9 ? 'organisation' : 'person';
    const {id} = VALUES[index % VALUES.length]!;
    return shown({id: `p${index}`, name: `Person ${index}`, kind, values: [id], wording: `Words ${index}`});
  });
}

/** How a league differs from the usual one. */
export interface LeagueOptions {
  /** What its section `pledge` has besides values and counts, or in their place. */
  readonly pledge?: object;
  readonly publisher?: object;
  readonly links?: readonly object[];
  /** What is on its wall, newest first. */
  readonly wall?: readonly ShownPledge[];
}

/**
 * An endpoint that takes pledges, on an address of its own, answering whatever the page asks of it as the test wants,
 * and remembering it. Everything above `fetch` is real. `close` must be called after each test.
 */
export class League {
  /** Where the document is read. */
  readonly url = `https://league-${++leagues}.example/ctg.json`;
  /** The document. A test may change it between two reads. */
  document: {
    ctg: string;
    publisher?: object;
    pledge: Record<string, unknown>;
    links?: readonly object[];
  };
  /** What is on its wall, newest first. */
  wall: readonly ShownPledge[];
  /** Everything that was sent to it, in that order. */
  readonly sent: Pledge[] = [];
  /** The pledge that it has, as it was changed last; nothing once it was taken back. */
  kept: Pledge | undefined;
  /** Everything that was asked of it: method, path and query. */
  readonly asked: string[] = [];
  /** What of the cache each read of the document asked for. */
  readonly caches: (string | undefined)[] = [];
  /** No request reaches it, and none is answered. */
  down = false;
  /** Answers a read; the document unless a test says otherwise. */
  onRead: () => Response | Promise<Response> = () => json(this.document);
  /** Answers for a page of the wall, before it is made; `undefined` leaves it to the league. */
  onWall: (query: URLSearchParams) => Response | undefined | Promise<Response | undefined> = () => undefined;
  /** Answers whoever asks for the proof of a badge; with an entry of the wall unless a test says otherwise. */
  onBadge: (id: string) => Response = (id) => this.prove(this.wall.find((entry) => entry.id === id));
  /** Answers a pledge; with a confirmation unless a test says otherwise. */
  onPledge: (pledge: Pledge) => Response | Promise<Response> = (pledge) =>
    json({id: pledge.id, status: 'confirmed', token: 'secret'} satisfies Receipt, 201);

  readonly #connection = window.fetch;

  constructor({pledge, publisher, links, wall = []}: LeagueOptions = {}) {
    this.wall = wall;
    this.document = {
      ctg: '1',
      publisher: {name: 'St Paul’s', url: 'https://stpaul.example/', ...publisher},
      pledge: {values: VALUES, counts: COUNTS, ...pledge},
      links: links ?? [
        {rel: 'pledges', href: 'pledges', idempotent: true},
        {rel: 'wall', href: 'pledges?page={page}&value={value}&kind={kind}'},
        {rel: 'manage-pledge', href: 'pledges/{token}'},
        {rel: 'badge', href: 'pledges/{badge}/badge'},
      ],
    };
    const {origin} = new URL(this.url);
    window.fetch = async (input, init) => {
      const url = new URL(String(input), location.href);
      return url.origin === origin
        ? this.#answer(url, init)
        : this.#connection.call(window, input as RequestInfo, init);
    };
  }

  /** Says how many have pledged from now on. */
  count(counts: object): void {
    this.document = {...this.document, pledge: {...this.document.pledge, counts}};
  }

  /** The proof of a badge. */
  prove(entry: ShownPledge | undefined): Response {
    return entry ? json({ctg: '1', pledge: {recent: [entry]}}) : refusal(404, 'not-found');
  }

  /** Gives the page its own connection back. */
  close(): void {
    window.fetch = this.#connection;
  }

  async #answer(url: URL, {method = 'GET', body, cache}: RequestInit = {}): Promise<Response> {
    const {pathname, search, searchParams} = url;
    this.asked.push(`${method} ${pathname}${search}`);
    if (this.down) throw new TypeError('Failed to fetch');
    if (pathname === '/ctg.json') {
      this.caches.push(cache);
      return this.onRead();
    }
    const badge = /^\/pledges\/(.+)\/badge$/.exec(pathname)?.[1];
    if (badge !== undefined) return this.onBadge(decodeURIComponent(badge));
    const token = /^\/pledges\/([^/]+)$/.exec(pathname)?.[1];
    if (token !== undefined) return this.#manage(token, method, body);
    if (method === 'POST') {
      const pledge = JSON.parse(String(body)) as Pledge;
      this.sent.push(pledge);
      this.kept = pledge;
      return this.onPledge(pledge);
    }
    return (await this.onWall(searchParams)) ?? this.#page(searchParams);
  }

  /** Answers whoever comes back: the one pledge that was sent last has the token `secret`. */
  #manage(token: string, method: string, body: BodyInit | null | undefined): Response {
    const pledge = this.kept;
    if (token !== 'secret' || !pledge) return refusal(404, 'not-found');
    const receipt: Receipt = {id: pledge.id, status: 'confirmed', token};
    if (method === 'DELETE') {
      this.kept = undefined;
      return json({...receipt, status: 'cancelled'});
    }
    if (method !== 'PUT') return json({receipt, pledge});
    this.kept = JSON.parse(String(body)) as Pledge;
    return json(receipt);
  }

  #page(query: URLSearchParams): Response {
    const [page, value, kind] = ['page', 'value', 'kind'].map((name) => query.get(name) ?? '');
    const fitting = this.wall.filter(
      (entry) => (!value || entry.values?.includes(value)) && (!kind || entry.kind === kind),
    );
    const first = (Number(page) - 1) * 20;
    const older = {rel: 'older', href: `pledges?page=${Number(page) + 1}&value=${value}&kind=${kind}`};
    const organisation = this.wall.filter((entry) => entry.kind === 'organisation').length;
    return json({
      ctg: '1',
      pledge: {
        shown: {all: this.wall.length, person: this.wall.length - organisation, organisation},
        recent: fitting.slice(first, first + 20),
      },
      links: fitting.length > first + 20 ? [older] : [],
    });
  }
}
