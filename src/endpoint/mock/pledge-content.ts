/** What the built-in examples ask people to pledge, and who has pledged. */
import type {Consent} from '../../protocol/gathering.js';
import type {PledgeSection, ShownPledge} from '../../protocol/pledge.js';

type Value = NonNullable<PledgeSection['values']>[number];

/** Five values, then those that only the example with twelve has. */
const VALUES: readonly Value[] = [
  {
    id: 'love',
    label: 'Love',
    definition: 'Caring for the good of others, also those unlike me.',
    practice: 'Greet someone you usually walk past.',
  },
  {
    id: 'integrity',
    label: 'Integrity',
    definition: 'What I do matches what I say I value.',
    practice: 'Keep one small promise you made to someone.',
  },
  {
    id: 'courage',
    label: 'Courage',
    definition: 'Doing what is right when it is hard.',
    practice: 'Say one thing that should be said, and say it kindly.',
  },
  {
    id: 'service',
    label: 'Service',
    definition: 'Giving time and skill to the needs of others.',
    practice: 'Give one hour to someone who needs a hand.',
  },
  {
    id: 'respect',
    label: 'Respect',
    definition: 'Honouring the worth of every person.',
    practice: 'Listen to the end to someone you disagree with.',
  },
  ...['Patience', 'Honesty', 'Gratitude', 'Humour', 'Forgiveness', 'Hospitality', 'Simplicity'].map(
    (label) => ({
      id: label.toLowerCase(),
      label,
    }),
  ),
];
/** How many usually choose each value, as shares of all. */
const SHARES = [0.82, 0.45, 0.28, 0.67, 0.55, 0.4, 0.6, 0.35, 0.2, 0.5, 0.3, 0.15];
const USUAL = 5;

export const CONSENTS: Consent[] = [
  {
    id: 'pledge',
    text: 'You may count my pledge, and show others what I choose to show.',
    version: '2026-01',
    required: true,
    url: 'https://stpaul.example/privacy',
  },
];

/** Names of people who do not exist, as they may be seen. */
const NAMES =
  'Ana R.,Ben,Clara Lindqvist,Dev P.,Elena Rossi,Farid,Grace K.,Hannah Weiss,Ivan P.,Joy,Kenji S.,Lupe Morales,Marta'.split(
    ',',
  );
const PLACES = ['Reno', undefined, 'Sparks', 'Carson City', undefined] as const;
const SAID = [
  'I greet the people I usually walk past.',
  'I say no when I mean no.',
  'I call my sister first.',
  'Every second Saturday I drive the van.',
  'I listen to my brother, all the way to the end.',
];
const DAY = 86_400_000;

/** The first values, as many as an example has. */
export const valuesOf = (many = USUAL): readonly Value[] => VALUES.slice(0, many);

/** How many chose each value, where `all` have pledged. */
export function chosenBy(all: number, values: readonly Value[]): Record<string, number> {
  return Object.fromEntries(values.map(({id}, index) => [id, Math.round(all * SHARES[index]!)]));
}

/** Public id of the organisation whose badge an example confirms. */
export const BADGE = 'riverside-bakery';

/** Who wants to be seen, the newest first. */
export function shownBefore(now: number, many: number, values: readonly Value[]): readonly ShownPledge[] {
  const people = Array.from({length: many}, (_, index): ShownPledge => {
    const place = PLACES[index % PLACES.length];
    const about = values[index % values.length]!;
    const said = index % 3 === 1 ? undefined : SAID[index % SAID.length];
    const also = values[(index + 2) % values.length]!;
    return {
      id: `seen-${index + 1}`,
      name: NAMES[index % NAMES.length]!,
      kind: 'person',
      ...(place !== undefined && {place}),
      values: [...new Set([about.id, also.id])],
      ...(said !== undefined && {words: [{id: about.id, wording: said}]}),
      at: new Date(now - (index + 0.5) * 2.2 * DAY).toISOString(),
    };
  });
  const bakery: ShownPledge = {
    id: BADGE,
    name: 'Riverside Bakery',
    kind: 'organisation',
    place: 'Sparks',
    url: 'https://bakery.example/',
    values: values.slice(0, 2).map(({id}) => id),
    words: [{id: values[0]!.id, wording: 'We pay our growers within a week.'}],
    at: new Date(now - 5 * DAY).toISOString(),
  };
  return many === 0 ? [] : [...people.slice(0, 3), bakery, ...people.slice(3)];
}
