import type {ValuesPledge} from '../../src/widgets/values-pledge/index.js';
import {eventually, frame} from '../testing/eventually.js';

/** What a visitor can see of the widget and do with it. The only test file that knows the markup of its views. */
export class ValuesPledgeHarness {
  readonly element: ValuesPledge;

  constructor(element: Element | null) {
    this.element = element as ValuesPledge;
  }

  /** Everything that can be read in it, in one line. */
  get text(): string {
    return plain((this.#all('.root')[0] as HTMLElement | undefined)?.innerText ?? '');
  }

  /** What is read out. */
  get said(): string {
    return plain(this.#find('.said').textContent);
  }

  /** True while the link that the page's author wrote is what there is. */
  get showsFallback(): boolean {
    return !this.#find<HTMLSlotElement>('slot').hidden;
  }

  /** What a screen reader says at each box: its name, and whether it is checked. */
  get boxes(): string[] {
    return this.#all<HTMLInputElement>('[part=value] input[type=checkbox]').map(
      (box) => `${this.#spoken(box, 'labelledby')}, ${box.checked ? 'checked' : 'not checked'}`,
    );
  }

  /** What a screen reader adds at the box of a value. */
  definitionOf(label: string): string {
    return this.#spoken(this.#box(label), 'describedby');
  }

  /** Each value as it can be seen: its name, definition and number. */
  get values(): string[] {
    return this.#all('[part=value]').map((value) =>
      [...value.querySelectorAll<HTMLElement>('b, .what > .muted, .count')]
        .map((each) => plain(each.innerText))
        .filter(Boolean)
        .join(' | '),
    );
  }

  /** Whether the petal of each value is ticked, in the order of the list. */
  get petals(): boolean[] {
    // Ticks are drawn in that order too, each in place of a number.
    return this.#all('[part=flower] .token').map((token) => token.querySelector('.tick') !== null);
  }

  /** How many petals or bars the picture has. */
  get shapes(): number {
    return this.#all('[part=flower] > .petal').length;
  }

  /** The value whose petal or bar is lit. */
  get lit(): string | undefined {
    const at = this.#all('[part=flower] > .ring')[0]?.getAttribute('transform');
    const index = this.#all('[part=flower] > .petal').findIndex(
      (petal) => petal.getAttribute('transform') === at,
    );
    return index < 0 ? undefined : nameOf(this.#all('[part=value]')[index]!);
  }

  /** What stands in the heart of the flower. */
  get heart(): string {
    return this.#all('[part=flower] :is(.total, .word)').map(textOf).join(' ');
  }

  /** What can be pressed, by its words. */
  get buttons(): string[] {
    return this.#all('button')
      .filter((each) => each.checkVisibility())
      .map(textOf);
  }

  /** What is pressed of what can be chosen. */
  get pressed(): string[] {
    return this.#all('[aria-pressed=true]').map(textOf);
  }

  /** Addresses that one can follow from here. */
  get links(): string[] {
    return this.#all<HTMLAnchorElement>('a[href]').map((link) => link.getAttribute('href')!);
  }

  /** Levels of the headings, in order. */
  get headingLevels(): number[] {
    return this.#all('[role=heading]').map((heading) => Number(heading.ariaLevel));
  }

  /** What each entry of the wall says, in one line. */
  get entries(): string[] {
    return this.#all('[part=entry]').map((entry) => plain(entry.textContent));
  }

  /** What has the focus: the name of a value or a field, the words of a button, or of an entry of the wall. */
  get focused(): string {
    const focused = this.element.shadowRoot?.activeElement as HTMLInputElement | null | undefined;
    if (!focused) return '';
    if (focused.hasAttribute('aria-labelledby')) return this.#spoken(focused, 'labelledby');
    return textOf(focused.labels?.[0] ?? focused);
  }

  /** How far the bar has come, 0 to 100; `undefined` where there is none. */
  get bar(): number | undefined {
    const [bar] = this.#all('[part=bar]');
    return bar && Number(bar.querySelector('.done')?.getAttribute('width') ?? 0);
  }

  /** True while there is a form to fill in. */
  get hasForm(): boolean {
    return this.#all('[part=form]').length > 0;
  }

  /** True when nothing in it is wider than it is: nobody has to scroll sideways to read. */
  get fits(): boolean {
    const root = this.#find('.root');
    return root.scrollWidth <= root.clientWidth;
  }

  /** Whether there is anything of ours to be seen at all. */
  get isBlank(): boolean {
    return this.text === '' && !this.showsFallback;
  }

  /** Waits until `sentence` can be read. */
  async says(sentence: string): Promise<void> {
    const bare = (text: string): string => plain(text).replaceAll(/[\u2066-\u2069]/g, '');
    await eventually(() => bare(this.text).includes(bare(sentence))).catch(() => {
      throw new Error(`"${sentence}" can't be read in: ${this.text.slice(0, 2_000)}`);
    });
    await this.element.updateComplete;
  }

  /** Waits until `sentence` is read out. */
  async hears(sentence: string): Promise<void> {
    await eventually(() => this.said === sentence, `"${sentence}" to be read out`);
  }

  /** Waits until it shows nothing of its own, and what the page's author wrote instead. */
  async hides(): Promise<void> {
    await eventually(() => this.text === '' && this.showsFallback, 'nothing but the link of the page');
  }

  /** Waits until the wall has so many entries. */
  async shows(count: number): Promise<void> {
    await eventually(() => this.entries.length === count, `${count} entries`);
    await this.element.updateComplete;
    await frame();
  }

  /** Waits until there is something of the document to be seen. */
  async isReady(): Promise<void> {
    await eventually(
      () => this.#all('[part=opened], [part=counter], [part=wall], [part=badge], [part=empty]').length > 0,
      'a view',
    );
    await this.element.updateComplete;
  }

  /** Ticks or unticks values by their names. */
  async tick(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      this.#box(label).click();
      await this.element.updateComplete;
    }
  }

  /** Puts the focus on the box of a value, as the Tab key does. */
  async reach(label: string): Promise<void> {
    this.#box(label).focus();
    await this.element.updateComplete;
  }

  /** Puts the focus elsewhere. */
  async leave(): Promise<void> {
    (this.element.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    await this.element.updateComplete;
  }

  /** Presses the petal, or the bar, of a value. */
  async pressPetal(label: string): Promise<void> {
    const petal = this.#all('[part=flower] > .petal')[this.#index(label)];
    petal!.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
    await this.element.updateComplete;
  }

  /** Presses a button or follows a link by its words. */
  async press(words: string): Promise<void> {
    const found = await eventually(
      () => this.#all('button, a').find((each) => each.checkVisibility() && textOf(each) === plain(words)),
      `"${words}" to press in "${this.text}"`,
    );
    found.focus();
    found.click();
    await this.element.updateComplete;
    await frame();
  }

  /** Opens what is folded below `words`. */
  async unfold(words: string): Promise<void> {
    const found = await eventually(
      () => this.#all('summary').find((each) => textOf(each) === plain(words)),
      `"${words}" to unfold in "${this.text}"`,
    );
    found.click();
    await this.element.updateComplete;
  }

  /** Types into fields of the form by their labels, in place of what stands there. */
  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      const control = this.#control(label);
      control.value = value;
      control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
      control.dispatchEvent(new Event('change', {bubbles: true}));
      await this.element.updateComplete;
    }
  }

  /** What stands in a field. */
  value(label: string): string {
    return this.#control(label).value;
  }

  /** Ticks a box of the form or chooses among buttons, by the label. */
  async choose(label: string): Promise<void> {
    this.#control(label).click();
    await this.element.updateComplete;
  }

  /** Fills in as little as a pledge needs. */
  async introduce(): Promise<void> {
    await this.fill({'Your name': 'Ana Ruiz', 'E-mail': 'ana@example.org'});
  }

  /** Presses the button that sends, whatever it is called. */
  async send(): Promise<void> {
    this.#find('[part=form] [type=submit]').click();
    await this.element.updateComplete;
  }

  /** The sentences of the summary of what has to be looked at again. */
  get problems(): string[] {
    return this.#all('[part=errors] li').map(textOf);
  }

  #control(label: string): HTMLInputElement {
    const found = this.#all<HTMLInputElement>('input, textarea').find((control) =>
      [...(control.labels ?? [])].some((each) => {
        const [name] = each.querySelectorAll('span');
        return textOf(name ?? each).startsWith(plain(label));
      }),
    );
    if (!found) throw new Error(`Nothing is called "${label}" in: ${this.text}`);
    return found;
  }

  /** Waits until the form is there. */
  async isOpen(): Promise<void> {
    await eventually(() => this.hasForm, 'a form');
    await this.element.updateComplete;
  }

  #index(label: string): number {
    const index = this.#all('[part=value]').findIndex((value) => nameOf(value) === label);
    if (index < 0) throw new Error(`No value is called "${label}" in: ${this.text}`);
    return index;
  }

  #box(label: string): HTMLInputElement {
    return this.#find<HTMLInputElement>('input', this.#all('[part=value]')[this.#index(label)]);
  }

  #spoken(element: Element, by: 'labelledby' | 'describedby'): string {
    const ids = element.getAttribute(`aria-${by}`)?.split(' ') ?? [];
    return ids.map((id) => textOf(this.#find(`#${CSS.escape(id)}`))).join(' ');
  }

  #all<E extends HTMLElement = HTMLElement>(selector: string, from?: Element): E[] {
    const root = from ?? this.element.shadowRoot;
    return root ? Array.from(root.querySelectorAll<E>(selector)) : [];
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string, from?: Element): E {
    const [found] = this.#all<E>(selector, from);
    if (!found) throw new Error(`Nothing in the widget matches ${selector}; it says: ${this.text}`);
    return found;
  }
}

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
const textOf = (element: Element): string => plain(element.textContent);
const nameOf = (value: Element): string => textOf(value.querySelector('b span:last-child')!);
