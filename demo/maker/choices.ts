/** The five questions of the maker, and what can be answered to them. */

/** One thing to choose, with a line about it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly about: string;
}

/** What somebody has answered so far. */
export interface Choices {
  /** What it is about: `gatherings` or `pledge`. */
  readonly what: string;
  /** One of the looks that this has. */
  readonly look: string;
  readonly source: string;
  /** Where the gatherings or the pledge can be read, as it was typed. */
  readonly address: string;
  /** Public id of the pledge whose badge is shown. */
  readonly pledge: string;
  readonly lang: string;
  readonly accent: string;
  readonly theme: string;
  readonly host: string;
  /** Address of the website itself. */
  readonly site: string;
  /** Address of the widget's file. */
  readonly files: string;
}

/** The accent that widgets have by themselves. */
export const ACCENT = '#1b5b50';

export const WHATS: readonly Choice[] = [
  {value: 'gatherings', label: 'Gatherings', about: 'People sign up for them.'},
  {value: 'pledge', label: 'A pledge', about: 'People say which values they want to live by.'},
];

export const LOOKS: readonly Choice[] = [
  {value: 'list', label: 'A list', about: 'One below the other. The usual one.'},
  {value: 'cards', label: 'Cards', about: 'Side by side, where there is room.'},
  {value: 'calendar', label: 'A month', about: 'For many gatherings.'},
  {value: 'single', label: 'One gathering', about: 'Opened, inside an article.'},
  {value: 'button', label: 'A button', about: 'Opens the list over the page.'},
];

export const PLEDGE_LOOKS: readonly Choice[] = [
  {value: 'form', label: 'The pledge', about: 'The values, and a form.'},
  {value: 'counter', label: 'A counter', about: 'How many have pledged.'},
  {value: 'wall', label: 'A wall', about: 'Who pledged and wants to be seen.'},
  {value: 'badge', label: 'A badge', about: 'What one organisation pledged.'},
];

/** The looks of what it is about. */
export const looksOf = (what: string): readonly Choice[] => (what === 'pledge' ? PLEDGE_LOOKS : LOOKS);

export const SOURCES: readonly Choice[] = [
  {value: 'try', label: 'Nowhere yet', about: 'Made-up gatherings, to look around.'},
  {
    value: 'file',
    label: 'I write them down here',
    about: 'You get a file for your website. It shows them; it takes no sign-ups.',
  },
  {
    value: 'ours',
    label: 'In a spreadsheet, or on a host with PHP',
    about: 'With one file from here, which also takes sign-ups.',
  },
  {value: 'address', label: 'At an address', about: 'Of any other system, such as your calendar’s.'},
];

export const PLEDGE_SOURCES: readonly Choice[] = [
  {value: 'try', label: 'Nowhere yet', about: 'A made-up pledge, to look around.'},
  {value: 'address', label: 'At an address', about: 'Of an endpoint that takes pledges.'},
];

/** Where what it is about can come from. */
export const sourcesOf = (what: string): readonly Choice[] => (what === 'pledge' ? PLEDGE_SOURCES : SOURCES);

/** Choices whose name says everything. */
function named(all: readonly (readonly [value: string, label: string])[]): readonly Choice[] {
  return all.map(([value, label]) => ({value, label, about: ''}));
}

export const LANGUAGES = named([
  ['', 'As the page says'],
  ['ar', 'العربية'],
  ['de', 'Deutsch'],
  ['en', 'English'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['pt', 'Português'],
]);

export const THEMES = named([
  ['auto', 'As the page is'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]);

export const HOSTS = named([
  ['wordpress', 'WordPress'],
  ['squarespace', 'Squarespace'],
  ['wix', 'Wix'],
  ['joomla', 'Joomla'],
  ['drupal', 'Drupal'],
  ['html', 'Plain HTML'],
]);
