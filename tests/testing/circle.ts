import type {Group} from '../../src/protocol/group.js';
import type {GroupMessage} from '../../src/protocol/group-message.js';
import type {Receipt} from '../../src/protocol/receipt.js';
import {json, refusal} from './parish.js';

let circles = 0;

/** Groups of a circle, unless a test says otherwise. */
export const GROUPS: readonly Group[] = [
  {
    id: 'https://garden.example/',
    name: 'Riverside Garden',
    sector: 'social-service',
    needs: ['local-food'],
    place: {label: 'Reno', lat: 39.52, lon: -119.81, precision: 'town'},
  },
  {
    id: 'https://choir.example/',
    name: 'Valley Choir',
    sector: 'religious',
    needs: ['quiet-evenings'],
    place: {label: 'Truckee', lat: 39.33, lon: -120.18, precision: 'town'},
  },
];

/** How a circle differs from the usual one. */
export interface CircleOptions {
  readonly groups?: readonly Group[];
  readonly links?: readonly object[];
  readonly consents?: readonly object[];
}

/**
 * An endpoint that takes groups, on an address of its own, answering whatever the page asks of it as the test wants,
 * and remembering it. Everything above `fetch` is real. `close` must be called after each test.
 */
export class Circle {
  /** Where the document is read. */
  readonly url = `https://circle-${++circles}.example/ctg.json`;
  /** The document. A test may change it between two reads. */
  document: Record<string, unknown> & {groups: readonly Group[]};
  /** Everything that was sent to it, in that order. */
  readonly sent: GroupMessage[] = [];
  /** The group that it has, as it was changed last; nothing once it was taken back. */
  kept: GroupMessage | undefined;
  /** What has become of that. */
  status: Receipt['status'] = 'pending';
  /** No request reaches it, and none is answered. */
  down = false;
  /** Answers a group; as one that is read first unless a test says otherwise. */
  onGroup: (group: GroupMessage) => Response | Promise<Response> = (group) => json(this.receipt(group), 202);

  readonly #connection = window.fetch;

  constructor({groups = GROUPS, links, consents}: CircleOptions = {}) {
    this.document = {
      ctg: '1',
      publisher: {name: 'The Circle', privacy: {keepDays: 30}},
      groups,
      ...(consents && {join: {consents}}),
      links: links ?? [
        {rel: 'join', href: 'groups', idempotent: true},
        {rel: 'manage-group', href: 'groups/{token}'},
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

  /** What it answers to a group. */
  receipt({id}: GroupMessage): Receipt {
    return {
      id,
      status: this.status,
      ...(this.status === 'pending' && {waitsFor: 'host'}),
      token: 'secret',
    };
  }

  /** Its host shows the group that was sent. */
  show(): void {
    const {
      ctg: _,
      email: __,
      speaks: ___,
      consents: ____,
      language: _l,
      page: _p,
      at: _a,
      ...said
    } = this.kept!;
    this.status = 'confirmed';
    this.document = {
      ...this.document,
      groups: [...this.document.groups, {...said, id: `urn:uuid:${said.id}`}],
    };
  }

  /** Gives the page its own connection back. */
  close(): void {
    window.fetch = this.#connection;
  }

  async #answer({pathname}: URL, {method = 'GET', body}: RequestInit = {}): Promise<Response> {
    if (this.down) throw new TypeError('Failed to fetch');
    if (pathname === '/ctg.json') return json(this.document);
    if (method === 'POST') {
      const group = JSON.parse(String(body)) as GroupMessage;
      this.sent.push(group);
      this.kept = group;
      return this.onGroup(group);
    }
    const {kept} = this;
    if (pathname !== '/groups/secret' || !kept) return refusal(404, 'not-found');
    if (method === 'DELETE') {
      this.kept = undefined;
      return json({...this.receipt(kept), status: 'cancelled'});
    }
    if (method !== 'PUT') return json({receipt: this.receipt(kept), group: kept});
    this.kept = JSON.parse(String(body)) as GroupMessage;
    return json(this.receipt(this.kept));
  }
}
