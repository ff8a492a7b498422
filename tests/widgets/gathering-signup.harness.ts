import type {GatheringSignup} from '../../src/widgets/gathering-signup/index.js';
import {eventually, frame} from '../testing/eventually.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a visitor can see of the widget and do with it. The only test file that knows the widget's markup. */
export class GatheringSignupHarness {
  readonly element: GatheringSignup;

  constructor(element: Element | null) {
    this.element = element as GatheringSignup;
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

  /** Names of the gatherings in the list, as they stand there. */
  get names(): string[] {
    return this.#all('[part=item] [role=heading]').map(textOf);
  }

  /** What stands in the list about one gathering. */
  item(name: string): string {
    return plain(this.#item(name).innerText);
  }

  /** Name of the gathering that is open, or what took its place as the heading. */
  get heading(): string {
    return textOf(this.#find('[part=opened] [role=heading]'));
  }

  /** True while a gathering is open and the list is not there. */
  get isOpen(): boolean {
    return this.#all('[part=opened]').length > 0;
  }

  /** True while there is a form to fill in. */
  get hasForm(): boolean {
    return this.#all('[part=form]').length > 0;
  }

  /** What can be pressed, by its words. */
  get buttons(): string[] {
    return this.#all('button, summary, a.button')
      .filter((each) => each.checkVisibility())
      .map(textOf);
  }

  /** Addresses that one can follow from here. */
  get links(): string[] {
    return this.#all<HTMLAnchorElement>('a[href]').map((link) => link.getAttribute('href')!);
  }

  /** Levels of the headings, in order. */
  get headingLevels(): number[] {
    return this.#all('[role=heading]').map((heading) => Number(heading.ariaLevel));
  }

  /** What has the focus, by its words: the label of a field, the text of a button, link or heading. */
  get focused(): string {
    const focused = this.element.shadowRoot?.activeElement as Control | null | undefined;
    if (!focused) return '';
    return focused.labels?.[0] ? textOf(focused.labels[0]) : (focused.ariaLabel ?? textOf(focused));
  }

  /** True when the summary of what has to be checked has the focus. */
  get summaryHasFocus(): boolean {
    return this.element.shadowRoot?.activeElement?.matches('[part=errors]') ?? false;
  }

  /** The sentences of the summary, in order. */
  get problems(): string[] {
    return this.#all('[part=errors] li').map(textOf);
  }

  /** The sentence beside a field, tied to it for screen readers; empty when the field is fine. */
  problemOf(label: string): string {
    const control = this.#control(label);
    if (control.getAttribute('aria-invalid') !== 'true') return '';
    return this.#described(control, '-problem');
  }

  /** The help beside a field. */
  helpOf(label: string): string {
    return this.#described(this.#control(label), '-help');
  }

  /** Labels of the fields and boxes of the form. */
  get labels(): string[] {
    return this.#all('[part=form] label, [part=form] legend').map(textOf);
  }

  /** What stands in a field. */
  value(label: string): string {
    return this.#control(label).value;
  }

  /** Whether a box is ticked. */
  isTicked(label: string): boolean {
    return (this.#control(label) as HTMLInputElement).checked;
  }

  /** The sum below the counts. */
  get sum(): string {
    return textOf(this.#find('.sum'));
  }

  /** What can be chosen where fewer places are left than people want to come. */
  get choices(): string[] {
    return this.#all('input[name=fewer]').map((input) => textOf(input.closest('label')!));
  }

  /** Where the data go. */
  get privacy(): string {
    return textOf(this.#find('[part=privacy]'));
  }

  /** `light` or `dark`, as it is drawn. */
  get scheme(): string {
    return getComputedStyle(this.#find('.root')).colorScheme;
  }

  /** True when nothing in it is wider than it is: nobody has to scroll sideways to read. */
  get fits(): boolean {
    const root = this.#find('.root');
    return root.scrollWidth <= root.clientWidth;
  }

  /** Language and direction that the inside declares. */
  get language(): string {
    const {lang, dir} = this.#find('.root');
    return `${lang} ${dir}`;
  }

  /** How many seats of the ring are drawn, by kind; none where there is no ring. */
  get seats(): Record<string, number> {
    const seats: Record<string, number> = {};
    for (const {classList} of this.#all('.seats circle:not(.dot)'))
      seats[classList.value] = (seats[classList.value] ?? 0) + 1;
    return seats;
  }

  /** Waits until `sentence` can be read. */
  async says(sentence: string): Promise<void> {
    // Without the marks of direction around a name: one engine leaves them out of what it says can be read.
    const bare = (text: string): string => plain(text).replaceAll(/[\u2066-\u2069]/g, '');
    await eventually(
      () => bare(this.text).includes(bare(sentence)),
      `"${sentence}" to be read in "${this.text.slice(0, 2_000)}"`,
    ).catch(() => {
      throw new Error(`"${sentence}" can't be read in: ${this.text}`);
    });
    await this.element.updateComplete;
  }

  /** Waits until `sentence` is read out. */
  async hears(sentence: string): Promise<void> {
    await eventually(() => this.said === sentence, `"${sentence}" to be read out`);
  }

  /** Waits until the list or an opened gathering is there. */
  async isReady(): Promise<void> {
    await eventually(
      () => this.#all('[part=list], [part=month], [part=opened], [part=empty]').length > 0,
      'a list',
    );
    await this.element.updateComplete;
  }

  /** Opens a gathering by its name. */
  async open(name: string): Promise<void> {
    await this.isReady();
    this.#find('a', this.#item(name)).click();
    await this.element.updateComplete;
  }

  /** Opens the form of a gathering, from the list or from the opened gathering, and waits for it. */
  async openForm(name?: string): Promise<void> {
    await this.isReady();
    const place = name === undefined ? undefined : this.#item(name);
    this.#find('.act button, [part=opened] > button', place).click();
    await eventually(() => this.hasForm, 'a form');
    await this.element.updateComplete;
  }

  /** Presses a button or follows a link by its words. */
  async press(words: string): Promise<void> {
    const found = await eventually(() => this.#pressable(words), `"${words}" to press in "${this.text}"`);
    found.click();
    await this.element.updateComplete;
    await frame();
  }

  /** Presses the button that sends, whatever it is called. */
  async send(): Promise<void> {
    this.#find('[part=form] [type=submit]').click();
    await this.element.updateComplete;
  }

  /** Presses Enter in a field of the form, which sends it. */
  async pressEnter(): Promise<void> {
    this.#find<HTMLFormElement>('form').requestSubmit();
    await this.element.updateComplete;
  }

  /** Types into fields by their labels, in place of what stands there. */
  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      const control = this.#control(label);
      control.focus();
      control.value = value;
      control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
      control.dispatchEvent(new Event('change', {bubbles: true}));
      await this.element.updateComplete;
    }
  }

  /** Ticks or unticks boxes, and chooses among buttons, by their labels. */
  async tick(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      this.#control(label).click();
      await this.element.updateComplete;
    }
  }

  /** Fills in as little as any host asks for. */
  async introduce(name = 'Ana Ruiz', email = 'ana@example.org'): Promise<void> {
    await this.fill({'Your name': name, 'E-mail': email});
  }

  /** Fills in as little as a host asks for, and sends it. */
  async signUp(name?: string): Promise<void> {
    await this.openForm(name);
    await this.introduce();
    await this.send();
  }

  /** The colours that a token of the look has come to, as the browser computes them, by the token's name. */
  color(token: string): string {
    const probe = document.createElement('span');
    probe.style.color = `var(--_${token})`;
    this.#find('.root').append(probe);
    const {color} = getComputedStyle(probe);
    probe.remove();
    return color;
  }

  #pressable(words: string): HTMLElement | undefined {
    return this.#all('button, summary, a').find(
      (each) => each.checkVisibility() && (textOf(each) === words || each.ariaLabel === words),
    );
  }

  #item(name: string): HTMLElement {
    const item = this.#all('[part=item]').find((each) => textOf(this.#find('[role=heading]', each)) === name);
    if (!item) throw new Error(`"${name}" is not in the list: ${this.names.join(', ')}`);
    return item;
  }

  #control(label: string): Control {
    const labels = this.#all<HTMLLabelElement>('label');
    const found = labels.find((each) => textOf(each).startsWith(label))?.control;
    if (!found)
      throw new Error(`No field is called "${label}". There are: ${labels.map(textOf).join(' | ')}`);
    return found as Control;
  }

  #described(control: Element, ending: string): string {
    const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
    const id = ids.find((each) => each.endsWith(ending));
    return id ? textOf(this.#find(`#${CSS.escape(id)}`)) : '';
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
