/** What a page knows about its visitor already, filled in before they type. */
import {LIMITS} from '../../../protocol/limits.js';
import type {Gathering, Question} from '../../../protocol/gathering.js';
import {countOf, type Draft} from '../signup/draft.js';

/** The fields that are text, with their longest, in UTF-16 code units. */
const TEXTS = {name: LIMITS.name, email: LIMITS.email, phone: LIMITS.phone, note: LIMITS.text} as const;
/** What an address says about the campaign it came from; longer than this is no name of one. */
const CAMPAIGN = 200;

/** A `prefill` attribute, or the same as an object. */
export type Prefill = string | Readonly<Record<string, string>> | undefined;

/**
 * Fills `draft` with what `given` says (`name=Ana&adults=2&answer_diet=veg`) and what the address of the page says
 * (`?ctg_name=Ana`), the address first; and with the `utm_…` of the address where the gathering asks for them.
 *
 * Lenient: what makes no sense is left out. Nothing that was typed is touched: the fields are filled only in a
 * `fresh` draft, answers only where there is none. Nobody agrees to anything by an address, so consents are left to
 * the visitor.
 */
export function fillIn(draft: Draft, gathering: Gathering | undefined, given: Prefill, fresh: boolean): void {
  const address = new URLSearchParams(location.search);
  const own = new URLSearchParams(typeof given === 'object' ? onlyKnown(given) : given);
  const about = (name: string): string => address.get(`ctg_${name}`) ?? own.get(name) ?? '';
  if (fresh) {
    for (const name of ['name', 'email', 'phone', 'note'] as const) {
      draft[name] = cut(about(name), TEXTS[name]) || draft[name];
    }
    for (const name of ['adults', 'children'] as const) {
      const count = countOf(about(name));
      if (count <= LIMITS.party && count >= (name === 'adults' ? 1 : 0)) draft[name] = String(count);
    }
  }
  for (const question of gathering?.questions ?? []) {
    const {id} = question;
    if (draft.answers.has(id)) continue;
    const campaign = id.startsWith('utm_') ? (address.get(id) ?? '') : '';
    const answer = answerOf(question, campaign.length > CAMPAIGN ? '' : campaign || about(`answer_${id}`));
    if (answer !== undefined) draft.answers.set(id, answer);
  }
}

/** What is not known of a visitor is often there without a value, and would be filled in as `undefined`. */
function onlyKnown(given: object): Array<[string, string]> {
  return Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
}

/** `text` as an answer to `question`; several ticks stand with commas between them. */
function answerOf({type, options = []}: Question, text: string): string | readonly string[] | undefined {
  const values = options.map(({value}) => value);
  if (type === 'checkbox' && options.length > 0) {
    const ticked = text.split(',').filter((value) => values.includes(value));
    return ticked.length > 0 ? ticked : undefined;
  }
  if (type === 'checkbox') return /^(?:yes|true|1|on)$/i.test(text) ? ['yes'] : undefined;
  if (type === 'select' || type === 'radio') return values.includes(text) ? text : undefined;
  return cut(text, LIMITS.answer) || undefined;
}

/** At most `most` code units, and no half of a character at the end. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}
