// What a visitor does on the page with the widget: looks at it, types, and finds the button to press.
/**
 * What is seen: the form, that it is done, that it is unclear, that somebody was faster, the gathering in a list, or
 * something under way.
 */
export type Seen = 'form' | 'done' | 'unclear' | 'faster' | 'closed' | 'busy';

/** Looks and types; the press itself comes from outside, as from a finger. */
export interface Eyes {
  look(): Seen;
  type(name: string, email: string): void;
  /** The button that goes with what is seen; undefined when the page has changed meanwhile. */
  button(seen: Seen): HTMLElement | undefined;
}

declare global {
  var eyes: Eyes;
}

const DONE = /^You(['’]re in| are (number \d+ )?on the waiting list)/;
const BUTTONS: Readonly<Partial<Record<Seen, RegExp>>> = {
  unclear: /^Send it again$/,
  form: /^(Sign me up|Put me on the waiting list)$/,
  // The last place went while this one was on its way: nothing is booked, and the page says so. One may wait for one.
  faster: /^Change my answers$/,
  closed: /^(Sign up|Join the waiting list)$/,
};

const all = (selector: string, root: ParentNode = document): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(selector) && element.checkVisibility() ? [element] : []),
    ...(element.shadowRoot ? all(selector, element.shadowRoot) : []),
  ]);
const words = (element: HTMLElement) => (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
const button = (seen: Seen) => all('button').find((element) => BUTTONS[seen]?.test(words(element)));

globalThis.eyes = {
  look: () => {
    if (all('*').some((element) => DONE.test(words(element)))) return 'done';
    return (['unclear', 'form', 'faster', 'closed'] as const).find((seen) => button(seen)) ?? 'busy';
  },
  button,
  type: (name, email) => {
    for (const [field, text] of Object.entries({name, email})) {
      const input = all(`input[name="${field}"]`)[0] as HTMLInputElement | undefined;
      if (!input) continue;
      input.value = text;
      input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      input.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
    }
  },
};
