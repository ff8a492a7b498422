import {html, type TemplateResult} from 'lit';

import {Circle, type CircleOptions} from '../testing/circle.js';
import {forgetDevice} from '../testing/device.js';
import {eventually} from '../testing/eventually.js';
import {MapVisit} from './network-map.harness.js';

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Somebody before a map who adds their own group. */
export class JoiningVisit extends MapVisit {
  readonly circle: Circle;

  constructor(options: CircleOptions = {}) {
    super();
    this.circle = new Circle(options);
  }

  /** Opens the page with the map of the circle; everything an earlier visit left is still on the device. */
  async come(page?: TemplateResult): Promise<void> {
    const {url} = this.circle;
    await this.arrive(page ?? html`<ctg-network-map view="list" endpoint=${url}></ctg-network-map>`);
    await this.isReady();
  }

  /** The same with the form opened. */
  async open(page?: TemplateResult): Promise<void> {
    await this.come(page);
    await this.press('Add your group');
    await this.hasForm();
  }

  /** Goes away and comes back, as with a new page. */
  async comeBack(): Promise<void> {
    await this.stage.show(html``);
    await this.come();
  }

  /** Waits until there is a form to fill in. */
  async hasForm(): Promise<void> {
    await eventually(() => this.root.querySelector('[part~=form]'), `a form in: ${this.text}`);
    await this.stage.settled();
  }

  /** Types into fields of the form by their labels, in place of what stands there. */
  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      const control = this.control(label);
      control.value = value;
      control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
      control.dispatchEvent(new Event('change', {bubbles: true}));
      await this.stage.settled();
    }
  }

  /** Ticks a box, or chooses among buttons, by its label. */
  async tick(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      this.control(label).click();
      await this.stage.settled();
    }
  }

  /** Fills in as little as is needed. */
  async introduce(name = 'River Beds'): Promise<void> {
    await this.fill({Name: name});
    await this.tick('I may speak for this group.');
  }

  /** Presses the button that sends, whatever it is called. */
  async send(): Promise<void> {
    const button = this.root.querySelector<HTMLElement>('[part~=form] [type=submit]')!;
    button.focus();
    button.click();
    await this.stage.settled();
  }

  /** The sentences of the summary of what has to be looked at again. */
  get problems(): readonly string[] {
    return [...this.root.querySelectorAll('[part~=errors] li')].map((item) => plain(item.textContent));
  }

  /** What is read out. */
  get said(): string {
    return plain(this.root.querySelector('.said')!.textContent);
  }

  /** What has the focus: the label of a field, or the words of a button or heading. */
  get focused(): string {
    const focused = this.root.activeElement as HTMLInputElement | null;
    return plain(
      (focused?.labels?.[0]?.querySelector('span') ?? focused?.labels?.[0] ?? focused)?.textContent ?? '',
    );
  }

  /** A control of the form by its label. */
  control(label: string): HTMLInputElement {
    const all = [
      ...this.root.querySelectorAll<HTMLInputElement>(':is([part~=joining] :is(input, textarea, select))'),
    ];
    const found = all.find((control) =>
      [...(control.labels ?? [])].some((each) => {
        const [name] = each.querySelectorAll('span');
        return plain((name ?? each).textContent) === label;
      }),
    );
    if (!found) throw new Error(`Nothing is called "${label}" in: ${this.text}`);
    return found;
  }

  /** Everything that `type` said on this page so far: the details of the events. */
  listen<Detail>(type: string): Detail[] {
    const details: Detail[] = [];
    this.stage.root.addEventListener(type, (event) => details.push((event as CustomEvent<Detail>).detail));
    return details;
  }

  override end(): void {
    super.end();
    this.circle.close();
    history.replaceState(null, '', location.pathname + location.search);
  }

  /** As `end`, and the device forgets everything. */
  async leave(): Promise<void> {
    this.end();
    await forgetDevice();
  }
}
