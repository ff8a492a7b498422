import type {Consent, Gathering, Question} from '../../../src/protocol/gathering.js';
import type {GatheringRow} from '../documents.js';
import {NEEDS} from '../groups/words.js';
import type {Choice} from '../pages/fields.js';

/** What kind of organisation invites. */
export const SECTORS: readonly Choice[] = [
  {value: 'religious', label: 'Faith community'},
  {value: 'social-service', label: 'Nonprofit and social service'},
  {value: 'business', label: 'Business'},
  {value: 'political', label: 'Civic and government'},
  {value: 'resident', label: 'Residents and neighbours'},
];

/** Languages that are offered; any other that a gathering has already is offered with them. */
const LANGUAGES =
  'ar am bn de el en es fa fr he hi ht it ja ko nl pa pl pt ro ru so sw ta tl tr uk ur vi yo zh';

/** The questions that hosts ask most; others stay as they are. */
export const QUESTIONS = {
  food: {
    id: 'diet',
    type: 'select',
    label: 'Food',
    help: 'For anyone in your group. Only the host sees this.',
    options: [
      {value: 'any', label: 'We eat everything'},
      {value: 'veg', label: 'Vegetarian'},
      {value: 'vegan', label: 'Vegan'},
      {value: 'gluten', label: 'No gluten'},
      {value: 'other', label: 'Something else: I write it in the note'},
    ],
    required: false,
  },
  access: {
    id: 'access',
    type: 'textarea',
    label: 'Access needs',
    help: 'For anyone in your group. Only the host sees this.',
    required: false,
  },
} as const satisfies Record<string, Question>;
/** A question that the form offers. */
export type Asked = keyof typeof QUESTIONS;

/** What a site without any gathering may ask its guests to agree to. */
const CONSENTS: readonly Consent[] = [
  {
    id: 'contact',
    text: 'The host may contact me about this gathering.',
    version: '2026-01',
    required: true,
  },
  {id: 'news', text: 'Tell me about other gatherings nearby.', version: '2026-01', required: false},
];

/** What the form offers for one site: learnt from the gatherings that it has. */
export interface Offers {
  readonly consents: readonly Consent[];
  readonly languages: readonly Choice[];
  readonly needs: readonly Choice[];
  readonly sectors: readonly Choice[];
  readonly zones: readonly Choice[];
  /** What most gatherings of the site have. */
  readonly usual: {readonly zone: string; readonly language: string; readonly sector: string};
}

/** Reads out of a site's gatherings what its next one may be like. */
export function offersOf(rows: readonly GatheringRow[]): Offers {
  const all = <Value>(read: (details: Partial<Gathering>) => Value | undefined): Value[] =>
    rows.flatMap(({details}) => read(details) ?? []);
  const zones = rows.map((row) => row.time_zone);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const languages = all((details) => details.language);
  const language = mostOf(languages) ?? 'en';
  // Of several wordings, the newest in the site's usual language stands.
  const consents = new Map<string, Consent>(CONSENTS.map((consent) => [consent.id, consent]));
  const worded = all((details) => ((details.language ?? language) === language ? details.consents : []));
  for (const consent of worded.flat()) {
    const known = consents.get(consent.id);
    if (!known || (consent.version ?? '') >= (known.version ?? '')) consents.set(consent.id, consent);
  }
  return {
    consents: [...consents.values()],
    languages: choicesOf([...LANGUAGES.split(' '), ...languages], languageName).toSorted((one, other) =>
      one.label.localeCompare(other.label, 'en'),
    ),
    needs: withOthers(NEEDS, all((details) => details.needs).flat()),
    sectors: withOthers(
      SECTORS,
      all((details) => details.sector),
    ),
    zones: choicesOf([...zones, here, ...Intl.supportedValuesOf('timeZone')], (zone) =>
      zone.replaceAll('_', ' '),
    ),
    usual: {
      zone: mostOf(zones) ?? here,
      language,
      sector: mostOf(all((details) => details.sector)) ?? '',
    },
  };
}

/** The name of a language in English. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', {type: 'language'}).of(tag) ?? tag;
  } catch {
    // No language tag at all: it stands as it was written.
    return tag;
  }
}

function withOthers(known: readonly Choice[], used: readonly string[]): readonly Choice[] {
  const others = new Set(used.filter((id) => !known.some(({value}) => value === id)));
  return [...known, ...[...others].map((id) => ({value: id, label: id.replaceAll('-', ' ')}))];
}

function choicesOf(values: readonly string[], name: (value: string) => string): Choice[] {
  return [...new Set(values)].map((value) => ({value, label: name(value)}));
}

function mostOf(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
