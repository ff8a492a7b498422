/** Finds the widgets that want a doctor, now and later, and the page that has lost its widget. */
import {watch} from '../watch.js';
import {Doctor, type Patient} from './doctor.js';
import {hasWidget, listen, WIDGETS} from './page-seen.js';

/** Marks what has its doctor, on the page itself: the file of another tag there has brought a doctor of its own. */
const SEEN = Symbol.for('ctg.doctor');
let isAttending = false;

/** Whether `patient` was met for the first time. */
function meet(patient: Node & {[SEEN]?: boolean}): boolean {
  const isNew = !patient[SEEN];
  patient[SEEN] = true;
  return isNew;
}

/** Opens a panel under every widget that wants one; without any widget, one at the end of the page. */
export function attend(): void {
  listen();
  // Where somebody asked again, a widget may have been told to want one after it was met.
  look(document);
  if (isAttending) return;
  isAttending = true;
  watch(WIDGETS, examine);
  // Those in the shadow roots of other components come to be known when they have something to say.
  for (const name of ['ctg-load', 'ctg-error'])
    document.addEventListener(name, (event) => {
      const [target] = event.composedPath();
      if (target instanceof Element) examine(target);
    });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', mourn, {once: true});
  else mourn();
}

function look(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(WIDGETS)) examine(element);
    if (element.shadowRoot) look(element.shadowRoot);
  }
}

function examine(element: Element): void {
  const patient = element as Patient;
  const isWanted = patient.debug || location.hash.startsWith('#ctg-debug');
  // One that is not defined here, such as a widget of another copy’s, has nothing to examine.
  if (!isWanted || !patient.endpointSet || !meet(patient)) return;
  new Doctor(patient.renderRoot, patient);
}

/** A tag that a builder took away leaves nothing that could ask for a doctor. */
function mourn(): void {
  if (location.hash.startsWith('#ctg-debug') && !hasWidget() && meet(document))
    new Doctor(document.body, undefined);
}
