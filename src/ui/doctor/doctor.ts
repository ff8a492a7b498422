/**
 * The doctor: says under a widget what is wrong with it, for whoever put it there.
 *
 * Comes only with `debug`, or for every widget with `#ctg-debug` in the address. Asks again by itself, because what
 * went wrong before it came is nowhere kept; it only reads, and only where the widget itself would go.
 */
import {render, type LitElement} from 'lit';

import type {Result} from '../../base/result.js';
import {diagnose} from '../../endpoint/diagnose.js';
import type {Finding} from '../../endpoint/diagnosis/finding.js';
import {look, type Look} from '../../endpoint/diagnosis/look.js';
import {reportText, type Facts} from '../../endpoint/diagnosis/report.js';
import type {EndpointSet} from '../../endpoint/resolve.js';
import type {LoadFailure} from '../../protocol/outcome.js';
import {doctorStyles} from './doctor.styles.js';
import {factsOf} from './facts.js';
import {pageSeen} from './page-seen.js';
import {askedText, renderPanel} from './panel.js';

/** A widget, as far as its doctor looks. */
export interface Patient extends LitElement {
  readonly debug: boolean;
  endpointSet(): Result<EndpointSet, LoadFailure> | undefined;
}

const NOTHING: Look = {preflights: [], asked: []};

/** One panel. Without a patient it speaks of the page alone. */
export class Doctor {
  readonly #patient: Patient | undefined;
  readonly #place: ShadowRoot;
  #findings: readonly Finding[] | undefined;
  #facts: Facts = [];
  #look: Look = NOTHING;
  #text: string | undefined;
  #said = '';
  #asked = '';
  #run = 0;

  constructor(parent: ParentNode, patient: Patient | undefined) {
    const box = document.createElement('div');
    this.#patient = patient;
    this.#place = box.attachShadow({mode: 'open'});
    this.#place.adoptedStyleSheets = [doctorStyles.styleSheet!];
    parent.append(box);
    // What a widget is asked to read may change at any time; its own events tell when it has read.
    for (const name of ['ctg-load', 'ctg-error'])
      patient?.addEventListener(name, () => this.#asked !== this.#question() && void this.#examine());
    void this.#examine();
  }

  #question(): string {
    return JSON.stringify(this.#patient?.endpointSet());
  }

  async #examine(): Promise<void> {
    const run = ++this.#run;
    this.#findings = undefined;
    this.#draw();
    await this.#patient?.updateComplete;
    this.#asked = this.#question();
    const set = this.#patient?.endpointSet();
    const {origin} = location;
    const seen = set?.ok ? await look(set.value, origin) : NOTHING;
    // Browsers tell of a policy after they have refused.
    await new Promise((resolve) => setTimeout(resolve));
    if (run !== this.#run) return;
    const page = pageSeen(this.#patient);
    const {read, load, preflights} = seen;
    this.#look = seen;
    this.#findings = diagnose({
      eyes: 'page',
      origin,
      now: Date.now(),
      page,
      set: set?.ok ? set.value : undefined,
      ...(set && !set.ok && {setFailure: set.failure}),
      ...(read && {read}),
      ...(load && {load}),
      preflights,
    });
    this.#facts = factsOf(set?.ok ? set.value : undefined, seen);
    this.#draw();
  }

  readonly #copy = async (): Promise<void> => {
    const asked = this.#look.asked.map((each) => ['Asked', askedText(each)] as const);
    const text = reportText([...this.#facts, ...asked], this.#findings ?? []);
    try {
      await navigator.clipboard.writeText(text);
      this.#said = 'Copied. Paste it into an e-mail to whoever can mend it.';
    } catch {
      // Not on plain http, and not where the page forbids it: then by hand.
      this.#text = text;
      this.#said = 'Select the text above and copy it.';
    }
    this.#draw();
  };

  #draw(): void {
    const theme = this.#patient?.renderRoot.querySelector<HTMLElement>('[data-theme]')?.dataset['theme'];
    const scene = {
      theme,
      findings: this.#findings,
      facts: this.#facts,
      asked: this.#look.asked,
      text: this.#text,
      said: this.#said,
      copy: () => void this.#copy(),
      again: () => void this.#examine(),
    };
    render(renderPanel(scene), this.#place);
  }
}
