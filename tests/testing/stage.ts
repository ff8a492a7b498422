import {LitElement, render, type TemplateResult} from 'lit';

/** A page for one test: renders a template into the document, and cleans up after itself. */
export class Stage {
  /** What stands for the page's body; a test may put plain elements into it. */
  readonly root = document.createElement('div');

  constructor() {
    document.body.append(this.root);
  }

  /** Renders `template` and waits until every Lit element in it has settled, those in shadow roots included. */
  async show(template: TemplateResult): Promise<void> {
    render(template, this.root);
    await this.settled();
  }

  /** Waits until no Lit element under the root has a render pending. */
  async settled(): Promise<void> {
    for (const element of elementsUnder(this.root))
      if (element instanceof LitElement) await element.updateComplete;
  }

  /** The first element that matches, looked for in shadow roots too. Fails the test when there is none. */
  find<E extends Element = HTMLElement>(selector: string): E {
    const [first] = this.findAll<E>(selector);
    if (!first) throw new Error(`Nothing on the stage matches ${selector}`);
    return first;
  }

  /** All elements that match, shadow roots included, in the order a reader meets them. */
  findAll<E extends Element = HTMLElement>(selector: string): E[] {
    return [...elementsUnder(this.root)].filter((element) => element.matches(selector)) as E[];
  }

  /** Takes everything off the page, so that the next test starts from nothing. */
  strike(): void {
    this.root.remove();
  }
}

function* elementsUnder(root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsUnder(element.shadowRoot);
  }
}
