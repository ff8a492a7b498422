import {targetOf} from '../../../endpoint/target.js';
import type {Writer} from '../../../endpoint/writing.js';
import {isAnswer} from '../../../protocol/form-rules.js';
import type {Prepared} from '../../../ui/sending/sending.js';
import {BeforeSubmitEvent} from '../gathering-signup.events.js';
import type {SignupScene} from '../signup-scene.js';
import {check, typedAs, type Draft} from './draft.js';
import {entryOf} from './message.js';

/** Checks what was typed, asks the page whether it has anything to say, and writes the message. */
export function prepare(
  draft: Draft,
  scene: SignupScene,
  waitlist: boolean,
  writer: Writer | undefined,
): Prepared {
  const {occasion, loaded, set, l, emit} = scene;
  const {gathering, standing} = occasion;
  const problems = check(draft, gathering);
  if (problems.length > 0) return {problems};
  const target = targetOf(loaded, set, 'signups', gathering.id);
  if (!target) return {refusal: {code: 'closed'}};
  const asked = new BeforeSubmitEvent(gathering.id, standing.state, waitlist);
  if (!emit(asked)) return {refusal: {code: 'stopped', title: asked.reason}};
  // Only what the gathering asks for: the visitor reads what is sent in the form, and the endpoint takes no more.
  for (const {id} of gathering.questions ?? []) {
    const added = asked.added.get(id);
    // Called from pages without types, where `null` and the like are easily passed on.
    if (isAnswer(added)) draft.answers.set(id, typedAs(added!));
  }
  const more = asked.added.size > 0 ? check(draft, gathering) : [];
  if (more.length > 0) return {problems: more};
  const [language, page, now] = [l.lang, location.href, Date.now()];
  return {entry: entryOf(draft, {occasion, target, writer, loaded, language, page, now, waitlist})};
}
