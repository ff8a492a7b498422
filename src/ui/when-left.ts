/** How often it is looked whether somebody is still at a form, in milliseconds. No event says that they are done. */
const LOOK = 250;

/**
 * Watches `form`; what it gives back resolves when nobody is at it, and never once it was sent.
 *
 * Somebody is at it while the focus is in it, also in a window behind others, or something in it is being pressed, and, after the first letter typed,
 * while the mouse is over it: then the next press is probably its button. Looked at again and again, because Safari
 * gives buttons no focus, and because a focus that leaves may be on its way to the next field.
 */
export function attend(form: HTMLFormElement): () => Promise<void> {
  let touched = isTouched(form);
  let sent = false;
  form.addEventListener('input', () => (touched = true));
  form.addEventListener('submit', () => (sent = true));
  const mouse = matchMedia('(hover: hover)').matches;
  const isBusy = (): boolean =>
    form.contains(document.activeElement) ||
    form.matches(':active') ||
    (mouse && touched && form.matches(':hover'));
  return () =>
    new Promise((resolve) => {
      const look = (): void => {
        if (sent) return;
        if (isBusy()) setTimeout(look, LOOK);
        else resolve();
      };
      look();
    });
}

/** Whether anything in `form` is not as its page was written: typed, or restored by the browser. */
function isTouched(form: HTMLFormElement): boolean {
  return Array.from(form.elements).some((control) => {
    if (control instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(control.type))
      return control.checked !== control.defaultChecked;
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
      return control.value !== control.defaultValue;
    return (
      control instanceof HTMLSelectElement &&
      Array.from(control.options).some(({selected, defaultSelected}) => selected && !defaultSelected) &&
      control.selectedIndex > 0
    );
  });
}
