import {html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {Result} from '../base/result.js';
import {scriptTag} from '../context/script-tag.js';
import type {Site} from '../context/site-context.js';
import {resolveSet, type EndpointSet} from '../endpoint/resolve.js';
import {loadLocale, localizerFor, onMessages} from '../i18n/locales.js';
import type {Messages} from '../i18n/messages.js';
import type {LoadFailure} from '../protocol/outcome.js';
import {debug} from './debug.js';
import {attributesOf} from './endpoint-attributes.js';
import {onPageChange} from './page-changes.js';
import {hostStyles} from './styles/host.styles.js';
import {partStyles} from './styles/part.styles.js';
import {tokenStyles} from './styles/token.styles.js';
import {themeOf} from './theme.js';

/** How long words in another language are waited for, in milliseconds. */
const PATIENCE = 2_000;

/**
 * What every widget shares: the endpoint set, language, theme, the wrapper, and the line that is read out.
 *
 * A base class of ours rather than a controller, because these are attributes, and attributes belong to the element.
 * It asks nothing of the network and keeps nothing; that is each widget's.
 *
 * @slot - The path without script: a link, shown until there is something better.
 */
export abstract class WidgetElement extends LitElement {
  static override styles: CSSResultGroup = [hostStyles, tokenStyles, partStyles];

  static override get observedAttributes(): string[] {
    // `lang` is the page's own attribute, so it stays the browser's property and is only listened to.
    return [...super.observedAttributes, 'lang'];
  }

  /** URL of the document to read, or `mock:NAME` to try a state. */
  @property() endpoint: string | undefined;

  /** URI template to post to, with `{gathering}` and `{kind}`; the document's links otherwise. */
  @property() action: string | undefined;

  /** Name of the format the endpoint speaks; found out by itself when left away. */
  @property() format: string | undefined;

  /** How a message is written: `json`, `form` or `multipart`. */
  @property() encoding: string | undefined;

  /** What counts as arrived: `receipt` (default) or `status`. */
  @property() ack: string | undefined;

  /** What to do with a redirected write: `refuse` (default) or `follow`. */
  @property() redirects: string | undefined;

  /** How to read and write an endpoint that speaks another JSON: a mapping, as JSON or as an object. */
  @property() mapping: string | object | undefined;

  /** What the endpoint can't say: questions, consents, privacy; as JSON or as an object. */
  @property() defaults: string | object | undefined;

  /** Headers for every request, as JSON or as an object: `{"X-Parish": "stpaul"}`. */
  @property() headers: string | object | undefined;

  /** `auto` follows the page; `light` and `dark` decide. */
  @property() theme = 'auto';

  /** Level of the widget's headings, 1 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** Sentences of one's own, as JSON: `{"button.open": "Join us"}`. */
  @property() text: string | undefined;

  /** Says below the widget, and in the console, what is wrong and which line mends it. */
  @property({type: Boolean}) debug = false;

  /** What the `<ctg-site>` around us gives, once it has spoken. */
  #site: Site | undefined;
  #consuming = false;
  /** Sentences in the language of the page around the widget. */
  protected l = localizerFor('en');

  #unwatch: ReadonlyArray<() => void> = [];
  /** How many files with words are waited for before anything is said. */
  #held = 0;
  /** What `l` was made from, so that it is made anew only when that changed. */
  #wording = '';

  /**
   * A browser takes longer over its first formatter than we over a first view: in a task of its own, while the document
   * is on its way.
   */
  protected warmUp(): void {
    this.l.number(1_000);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    debug(this.debug);
    setTimeout(() => this.warmUp());
    this.#unwatch = [
      onPageChange(() => this.requestUpdate()),
      onMessages(() => {
        this.#wording = '';
        this.requestUpdate();
      }),
    ];
    // A page's sentences may be parsed after us.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.requestUpdate(), {once: true});
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch.forEach((stop) => stop());
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const lang = this.#language();
    const texts = this.#texts(lang);
    const wording = [lang, ...texts].join('\n');
    if (wording === this.#wording) return;
    this.#wording = wording;
    this.#speak(lang);
    const late = loadLocale(lang);
    if (late) this.#holdBack(late);
    if (texts.length === 0) return;
    const own = import('../i18n/overrides.js').then(
      ({readTexts}) => {
        if (wording === this.#wording) this.#speak(lang, readTexts(texts));
      },
      () => undefined, // No connection just now: our own sentences say the same.
    );
    this.#holdBack(own);
  }

  protected override render(): TemplateResult {
    const theme = this.theme === 'auto' ? (this.#site?.theme ?? 'auto') : this.theme;
    return html`<slot
        ?hidden=${!(this.#held || this.showsFallback())}
        @slotchange=${this.#onSlotChange}
      ></slot>
      <div
        class="root"
        part="root"
        lang=${this.l.lang}
        dir=${this.l.dir}
        data-theme=${(theme === 'auto' ? themeOf(this) : theme) ?? nothing}
        @click=${this.#hush}
      >
        ${this.#held ? nothing : this.renderBody()}
        <p class="silent said" role="status"></p>
      </div>`;
  }

  /** Draws the inside of the wrapper. */
  protected abstract renderBody(): unknown;

  /** True while the light-DOM children are the best there is to show. */
  protected abstract showsFallback(): boolean;

  /** Draws a heading `below` levels under `heading-level`. Text is set as a property, so that translators can't cut it off. */
  protected renderHeading(content: unknown, className: string, below = 0): TemplateResult {
    const level = (this.headingLevel || 3) + below;
    return typeof content === 'string'
      ? html`<div
          class=${className}
          role="heading"
          aria-level=${level}
          tabindex="-1"
          .textContent=${content}
        ></div>`
      : html`<div class=${className} role="heading" aria-level=${level} tabindex="-1">${content}</div>`;
  }

  /** The endpoint set in force, `undefined` while an enclosing `<ctg-site>` has not spoken yet. */
  protected endpointSet(): Result<EndpointSet, LoadFailure> | undefined {
    // Still being parsed: a mapping inside may be on its way, and without it the endpoint would be misunderstood.
    if (document.readyState === 'loading' && !this.nextSibling) return undefined;
    const own = attributesOf(this);
    if (this.closest('ctg-site')) {
      this.#consume();
      if (!own.endpoint && !own.action && !this.#site) return undefined;
    }
    const tag = scriptTag();
    const levels = [own, this.#site?.attributes ?? {}, tag.attributes];
    return resolveSet(levels, document.baseURI, tag.allow);
  }

  /** @internal Has `sentence` read out once, also when the same one was read before. */
  announce(sentence: string): void {
    const line = this.renderRoot.querySelector('.said');
    if (!line) return;
    line.textContent = '';
    // Screen readers speak a change, and see none when text is cleared and set within one frame.
    requestAnimationFrame(() => (line.textContent = sentence));
  }

  /** What was read out is over with the next press: a screen reader must not come upon it later as if it still stood. */
  readonly #hush = (): void => {
    this.renderRoot.querySelector('.said')!.textContent = '';
  };

  /** Says nothing before `words` are here, or two seconds have passed: a page that changes language jumps. */
  #holdBack(words: Promise<void>): void {
    if (this.hasUpdated) return;
    this.#held++;
    void Promise.race([words, new Promise((resolve) => setTimeout(resolve, PATIENCE))]).then(() => {
      this.#held--;
      this.requestUpdate();
    });
  }

  #speak(lang: string, overrides?: Messages): void {
    this.l = localizerFor(lang, overrides);
    this.requestUpdate();
  }

  /** Listens to the site around us. Fetched only then, because most pages paste one tag and nothing around it. */
  #consume(): void {
    if (this.#consuming) return;
    this.#consuming = true;
    import('../context/site-context.js').then(
      ({consumeSite}) =>
        consumeSite(this, (site) => {
          this.#site = site;
          this.requestUpdate();
        }),
      // No connection just now: the next drawing asks again, and until then the widget says that it loads.
      () => (this.#consuming = false),
    );
  }

  #onSlotChange(): void {
    this.requestUpdate();
  }

  #language(): string {
    return (
      (this.closest<HTMLElement>('[lang]') ?? document.documentElement).lang || navigator.language || 'en'
    );
  }

  /** The page's own sentences, nearest last: every text script whose parent holds us, then our attribute. */
  #texts(lang: string): readonly string[] {
    const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[data-ctg="text"]')];
    const ours = scripts.filter(
      ({parentElement: parent, lang: only}) =>
        (parent === document.head || parent?.contains(this)) && (only === '' || lang.startsWith(only)),
    );
    return [...ours.map((script) => script.text), this.text ?? ''].filter((text) => text.trim() !== '');
  }
}
