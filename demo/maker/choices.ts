/** The five questions of the maker, and what can be answered to them. */

/** One thing to choose, with a line about it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly about: string;
}

/** What somebody has answered so far. */
export interface Choices {
  readonly look: string;
  readonly source: string;
  /** Where the gatherings can be read, as it was typed. */
  readonly address: string;
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

export const LOOKS: readonly Choice[] = [
  {value: 'list', label: 'A list', about: 'One below the other. The usual one.'},
  {value: 'cards', label: 'Cards', about: 'Side by side, where there is room.'},
  {value: 'calendar', label: 'A month', about: 'For many gatherings.'},
  {value: 'single', label: 'One gathering', about: 'Opened, inside an article.'},
  {value: 'button', label: 'A button', about: 'Opens the list over the page.'},
];

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

export const LANGUAGES: readonly Choice[] = [
  {value: '', label: 'As the page says', about: ''},
  {value: 'ar', label: 'العربية', about: ''},
  {value: 'de', label: 'Deutsch', about: ''},
  {value: 'en', label: 'English', about: ''},
  {value: 'es', label: 'Español', about: ''},
  {value: 'fr', label: 'Français', about: ''},
  {value: 'pt', label: 'Português', about: ''},
];

export const THEMES: readonly Choice[] = [
  {value: 'auto', label: 'As the page is', about: ''},
  {value: 'light', label: 'Light', about: ''},
  {value: 'dark', label: 'Dark', about: ''},
];

export const HOSTS: readonly Choice[] = [
  {value: 'wordpress', label: 'WordPress', about: ''},
  {value: 'squarespace', label: 'Squarespace', about: ''},
  {value: 'wix', label: 'Wix', about: ''},
  {value: 'joomla', label: 'Joomla', about: ''},
  {value: 'drupal', label: 'Drupal', about: ''},
  {value: 'html', label: 'Plain HTML', about: ''},
];
