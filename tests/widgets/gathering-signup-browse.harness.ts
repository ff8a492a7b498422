import {GatheringSignupHarness} from './gathering-signup.harness.js';

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** What a visitor can see of cards, series, facets and the month, and do with them. Knows their markup alone. */
export class BrowseHarness extends GatheringSignupHarness {
  /** Where the gatherings of the list stand on the screen. */
  get boxes(): DOMRect[] {
    return this.#all('[part=item]').map((item) => item.getBoundingClientRect());
  }

  /** Whether the gatherings of the list are drawn as cards. */
  get areCards(): boolean {
    return this.#all('.cards').length > 0;
  }

  /** What can be read of the dates of the series that are open. */
  get dates(): string[] {
    return this.#all('[part=dates] li').map((date) => plain(date.innerText));
  }

  /** The facets with their values and counts: `Language: English 11, Spanish 1`. */
  get facets(): string[] {
    return this.#all('[part=facets] fieldset').map((set) => {
      const values = Array.from(set.querySelectorAll('label')).map((label) =>
        plain(label.textContent).replace(/ \d+ gatherings?$/, ''),
      );
      return `${plain(set.querySelector('legend')!.textContent)}: ${values.join(', ')}`;
    });
  }

  /** Ticks or unticks the box of a value. */
  async choose(value: string): Promise<void> {
    const label = this.#all('[part=facets] label').find((each) => plain(each.textContent).startsWith(value));
    if (!label) throw new Error(`One can't choose "${value}" among ${this.facets.join(' | ')}`);
    label.querySelector('input')!.click();
    await this.element.updateComplete;
  }

  #all(selector: string): HTMLElement[] {
    return Array.from(this.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []);
  }
}
