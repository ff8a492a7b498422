import type {ReactiveController} from 'lit';

import type {OutboxChange} from '../../outbox/entry.js';
import {gatheringIn, isPrivate} from './fragment.js';
import type {NavigationHost, Wayfinder} from './navigation-host.js';
import {takesSignups} from './occasion.js';
import type {Signup} from './signup/signup.js';

/** The chunk that holds form, confirmation and everything after. */
export type SignupChunk = typeof import('./signup/index.js');

/** What the visitor is looking at. */
export type Place =
  | {readonly at: 'list'}
  | {readonly at: 'gathering'; readonly id: string}
  /** `signup` is there once its chunk is; `missing` says that the chunk can't be loaded. */
  | {readonly at: 'signup'; readonly id: string; readonly signup?: Signup; readonly missing?: boolean};

/** Where the page itself may have the visitor's attention: in a field, or in what may have one inside. */
const TYPING = 'input, textarea, select, [contenteditable], iframe, ctg-gathering-signup';
/** What the focus goes to when something opens. */
const HEADING = '[part~="opened"] [role="heading"]';

/**
 * Where in the widget the visitor is, how they got there, and where the focus goes.
 *
 * Reads the page's address, and never writes it: history belongs to the page and its router.
 */
export class Navigation implements ReactiveController, Wayfinder {
  /** The signup chunk, once it is here. */
  chunk: SignupChunk | undefined;

  readonly host: NavigationHost;
  #place: Place = {at: 'list'};
  #focus: string | undefined;
  /** The last form that was open: what was typed in it is offered in the next one, and what was sent by it is awaited. */
  #form: Signup | undefined;

  constructor(host: NavigationHost) {
    this.host = host;
    host.addController(this);
  }

  get place(): Place {
    return this.#place;
  }

  /** The widget's place among those of its kind on the page, from 1. */
  get number(): number {
    return [...document.querySelectorAll(this.host.localName)].indexOf(this.host) + 1;
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#onFragment);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#onFragment);
  }

  hostUpdated(): void {
    const focus = this.#focus;
    if (focus === undefined) return;
    const target = this.host.shadowRoot?.querySelector<HTMLElement>(focus);
    if (!target) return;
    this.#focus = undefined;
    // Somebody who types elsewhere on the page meanwhile goes on typing.
    const {activeElement: at} = document;
    if (at === this.host || !at?.matches(TYPING)) target.focus();
  }

  /** Puts the focus on the first match of `selector` after the next drawing in which there is one. */
  focus(selector: string | undefined): void {
    this.#focus = selector ?? this.#focus;
    this.host.requestUpdate();
  }

  /** Opens what the page or its address names, or the only gathering there is. */
  arrive(): void {
    const {all, listed, layout, gathering} = this.host;
    const first = layout === 'single' ? (listed.find(takesSignups) ?? listed[0]) : undefined;
    const wanted = gatheringIn(location.hash) ?? gathering;
    const found =
      all.find(({gathering: {id}}) => id === wanted) ??
      first ??
      (listed.length === 1 ? listed[0] : undefined);
    if (found) this.#go({at: 'gathering', id: found.gathering.id});
    if (isPrivate(location.hash)) void this.#openPrivately();
  }

  /** Opens a gathering, to read or to sign up at once. */
  open(id: string, sign: boolean): void {
    this.#focus = HEADING;
    if (sign) void this.#sign(id);
    else this.#go({at: 'gathering', id});
  }

  /** Shows a form or what came of it, or keeps it while the gathering is shown. Moves no focus. */
  show(shown: {readonly id: string; readonly signup: Signup}, at: 'signup' | 'gathering' = 'signup'): void {
    this.#form = shown.signup;
    this.#go({at, ...shown});
  }

  /** The way back to the list; none where there is no list to go back to. */
  get back(): (() => void) | undefined {
    const {layout, listed} = this.host;
    if (layout === 'single' || listed.length < 2) return undefined;
    return () => {
      if (this.#place.at !== 'list') this.#focus = `[data-id="${CSS.escape(this.#place.id)}"] a`;
      this.#go({at: 'list'});
    };
  }

  /** Passes on what happened to something that was sent, also when the visitor looks at something else by now. */
  hear(change: OutboxChange): void {
    this.#form?.hear(change);
  }

  /** Fetches the chunk that signing up needs. Rejects when it can't be had. */
  async fetchChunk(): Promise<SignupChunk> {
    const chunk = await import('./signup/index.js');
    const sheets = this.host.shadowRoot?.adoptedStyleSheets;
    for (const {styleSheet} of chunk.chunkStyles) {
      if (sheets && styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
    }
    this.chunk = chunk;
    return chunk;
  }

  fetchManage(): Promise<typeof import('./manage/index.js')> {
    return import('./manage/index.js');
  }

  async #sign(id: string): Promise<void> {
    const asked: Place = {at: 'signup', id};
    this.#go(asked);
    try {
      const signup = await (await this.#fetchAll()).openSignup(this, id, this.#form);
      if (this.#place !== asked) return;
      // The form is drawn in place of what had the focus meanwhile.
      this.#focus = HEADING;
      this.show({id, signup});
    } catch {
      // A chunk that can't be fetched is a connection that is down; the visitor is told and may try again.
      if (this.#place === asked) this.#go({...asked, missing: true});
    }
  }

  /** Opens the signup that a private link names. Only looks: whatever changes something needs a press. */
  async #openPrivately(): Promise<void> {
    try {
      await (await this.fetchManage()).findSignup(this, this.#fetchAll());
    } catch {
      // As above: no chunk, no connection.
      this.host.tell(navigator.onLine ? 'load.wait' : 'offline');
    }
  }

  async #fetchAll(): Promise<SignupChunk> {
    const [chunk, kept] = await Promise.all([this.fetchChunk(), this.host.keep()]);
    await kept.read();
    return chunk;
  }

  #go(place: Place): void {
    this.#place = place;
    this.host.requestUpdate();
  }

  readonly #onFragment = (): void => {
    if (gatheringIn(location.hash) || isPrivate(location.hash)) this.arrive();
  };
}
