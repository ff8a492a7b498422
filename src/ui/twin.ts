import {watch} from './watch.js';

/**
 * Turns every `<div data-ctg="NAME" data-endpoint="…">` of the page, now and later, into the element `ctg-NAME`.
 *
 * WordPress leaves a `div` with `data-…` standing where it removes unknown tags, so this is the form that most
 * people can paste. The element is put inside the `div`, which keeps its id, class and reserved height; children
 * move into the element and stay the path without script. A pasted `<a data-ctg>` is wrapped instead.
 */
export function adoptTwins(name: string): void {
  watch(`[data-ctg="${name}"]:not(script)`, (twin) => adopt(twin, `ctg-${name}`));
}

function adopt(twin: HTMLElement, tag: string): void {
  if (twin.closest(tag) || twin.querySelector(`:scope > ${tag}`)) return;
  // Moved, a form would take the caret from whoever types in it, and the press from its button.
  if (twin.contains(document.activeElement) || twin.matches(':active')) {
    const again = setTimeout(adopt, 250, twin, tag);
    twin.onsubmit = () => clearTimeout(again);
    return;
  }
  const element = document.createElement(tag);
  const {observedAttributes = []} = element.constructor as {observedAttributes?: readonly string[]};
  for (const name of observedAttributes) {
    // Nothing else: a builder that removes `onclick` leaves `data-onclick` standing, and it must stay harmless.
    const value = twin.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  if (twin.localName === 'a') {
    twin.replaceWith(element);
    element.append(twin);
  } else {
    element.append(...twin.childNodes);
    twin.append(element);
  }
}
