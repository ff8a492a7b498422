import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Chosen, FacetName} from '../../../network/facets.js';
import type {Network, SourceDocument} from '../../../network/network.js';
import {copy, forOthers} from '../../../ui/sending/links.js';
import type {Atlas} from '../atlas.js';
import {VIEWS} from '../views.js';
import {shortName} from './group-name.js';

/** A map that an address can speak to. */
export interface FragmentHost extends ReactiveControllerHost, Element {
  readonly atlas: Atlas | undefined;
  readonly readings: readonly SourceDocument[];
  readonly chosen: Chosen;
  readonly selected: number | undefined;
  /** Its place among the maps of the page, from 1. */
  readonly place: number;
  view: string;
  selectById(id: string | undefined): void;
  choose(chosen: Chosen): void;
  announce(sentence: string): void;
}

/** What groups of a network have to be chosen by. */
const VALUES: Readonly<Record<FacetName, (network: Network) => ReadonlyArray<string | undefined>>> = {
  sector: ({groups}) => groups.map(({sector}) => sector ?? ''),
  need: ({groups}) => groups.flatMap(({needs}) => needs),
  value: ({groups}) => groups.flatMap(({values}) => values),
  tie: ({ties}) => ties.map(({kind}) => kind),
};
const NAMES = Object.keys(VALUES) as readonly FacetName[];
/** Characters of words to be found; nobody types more, and an address has to end. */
const LONGEST = 200;

/**
 * What the fragment of the page's address says to one map: `#ctg-map-2=group=ID&view=list` is for the second one, in
 * the order of the page, wherever maps are. So a link means the same map whenever the same page is opened.
 *
 * Reads the address and never writes it, since history belongs to the page and its router; links lead to such
 * fragments. Anything else in it is the page's own business.
 */
export class FragmentState implements ReactiveController {
  /** The link that was copied last, and whether that was allowed. */
  copied: {readonly link: string; readonly isCopied: boolean} | undefined;

  readonly #host: FragmentHost;
  /** What the address says that groups are chosen by; nothing once somebody has chosen otherwise. */
  #said: URLSearchParams | undefined;
  /** What was chosen because of it. */
  #chosen: Chosen | undefined;

  constructor(host: FragmentHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.read);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.read);
  }

  /** Does what the address says, if it says anything to this map. */
  readonly read = (): void => {
    const {hash} = location;
    const host = this.#host;
    if (!hash.startsWith(this.#start)) return;
    const said = new URLSearchParams(hash.slice(this.#start.length));
    // What was read out was of what was shown before.
    host.announce('');
    host.view = VIEWS.find((view) => view === said.get('view')) ?? host.view;
    host.selectById(said.get('group') ?? undefined);
    this.#said = said.has('text') || NAMES.some((name) => said.has(name)) ? said : undefined;
    this.#chosen = host.chosen;
    this.follow();
    const {top, bottom} = host.getBoundingClientRect();
    // What a link shows must not lie below what is seen of a page.
    if (top > innerHeight || bottom < 0) host.scrollIntoView();
  };

  /** Chooses what the address says, as far as any group has it; again where there are more, until somebody chooses. */
  follow(): void {
    const said = this.#said;
    const host = this.#host;
    if (!said || !host.atlas || this.#chosen !== host.chosen) return;
    const {network} = host.atlas;
    const facets = NAMES.flatMap((name) => {
      if (!said.has(name)) return [];
      const known = new Set(VALUES[name](network));
      return [[name, new Set(said.getAll(name).filter((value) => known.has(value)))] as const];
    });
    const text = said.get('text')?.slice(0, LONGEST) ?? '';
    this.#chosen = {...Object.fromEntries(facets), text};
    host.choose(this.#chosen);
  }

  /** The link that selects a group. */
  linkTo(group: number): string {
    // With the page's own address, since a page may have another base.
    return `${location.href.split('#')[0]}${this.#start}${written([['group', this.#idOf(group)]])}`;
  }

  /** The link to what is shown now: the view, the group, and what groups are chosen by. Never where somebody is. */
  linkHere(): string {
    const host = this.#host;
    const {chosen, selected, view} = host;
    const text = chosen.text?.trim().slice(0, LONGEST);
    const choice = NAMES.flatMap((name) => [...(chosen[name] ?? [])].map((value) => [name, value] as const));
    const said = [
      ...(selected === undefined ? [] : [['group', this.#idOf(selected)] as const]),
      ...(view === (host.getAttribute('view') ?? 'map') ? [] : [['view', view] as const]),
      ...choice,
      // Said also where nothing is chosen, if the page itself begins with a choice.
      ...(text || (choice.length === 0 && NAMES.some((name) => host.hasAttribute(name)))
        ? [['text', text ?? ''] as const]
        : []),
    ];
    return `${forOthers(location.href)}${this.#start}${written(said)}`;
  }

  /** Copies that link. Never rejects. */
  async copy(): Promise<boolean> {
    const link = this.linkHere();
    const isCopied = await copy(link);
    this.copied = {link, isCopied};
    this.#host.requestUpdate();
    return isCopied;
  }

  #idOf(group: number): string {
    return shortName(this.#host.atlas!.network.groups, this.#host.readings, group);
  }

  get #start(): string {
    return `#ctg-map-${this.#host.place}=`;
  }
}

/** As `encodeURIComponent` would write it, which throws at half a character: names come from anywhere. */
const written = (said: ReadonlyArray<readonly [name: string, value: string]>): string =>
  `${new URLSearchParams(said.map(([name, value]) => [name, value]))}`.replaceAll('+', '%20');
