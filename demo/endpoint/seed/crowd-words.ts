/** Names and sentences of an invented crowd; none of them stands for anyone. */

/** First names from many places, some of them written from right to left. */
export const FIRST_NAMES: readonly string[] =
  'Ana Ben Clara Dev Elena Farid Grace Hannah Ivan Joy Kenji Lupe Marta Noah Olu Priya Quentin Rosa Samir Tess Uma Victor Wanda Ximena Yusuf Zoë Amir Bea Chidi Dana Emil Fern ليلى Gus Hope Ines Jonas Kaya Leila Mateo'.split(
    ' ',
  );

/** Last names, likewise. */
export const LAST_NAMES: readonly string[] =
  'Ruiz Okafor Lindqvist Patel Rossi Haddad Kim Weiss Petrov Mbeki Sato Morales Nowak Begay Adeyemi Nair Moreau Delgado Khan O’Brien Castro Dubois Eriksen Flores Gupta Hansen Ito Jensen Keller Larsen'.split(
    ' ',
  );

/** Where they live: towns of the demonstration's region. */
export const PLACES = ['Reno', 'Sparks', 'Carson City', 'Fernley', 'Fallon', 'Truckee'] as const;

/** Organisations with a website that belongs to nobody. */
export const ORGANISATIONS = [
  {name: 'Riverside Bakery', place: 'Sparks', url: 'https://bakery.example/'},
  {name: 'Juniper Books', place: 'Reno', url: 'https://juniper.example/'},
  {name: 'St Paul’s', place: 'Reno', url: 'https://stpaul.example/'},
  {name: 'Lark Lane School', place: 'Sparks', url: 'https://larklane.example/'},
  {name: 'High Desert Bikes', place: 'Carson City', url: 'https://bikes.example/'},
  {name: 'Neighbors’ Table', place: 'Reno'},
  {name: 'Tahoe Street Clinic', place: 'Truckee', url: 'https://clinic.example/'},
  {name: 'Fourth Street Choir', place: 'Reno'},
  {name: 'Sagebrush Repair Café', place: 'Fernley', url: 'https://repair.example/'},
] as const;

/** What some of them wrote in their own words. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  love: [
    'I greet the people I usually walk past.',
    'I cook for two more than live here.',
    'I ask my son how his day was, and wait for the answer.',
    'We leave the porch light on.',
  ],
  integrity: [
    'We pay our growers within a week.',
    'I say no when I mean no.',
    'I give back the change that was too much.',
    'We write the true weight on the bag.',
  ],
  courage: [
    'I say it in the meeting and not afterwards.',
    'I call my sister first.',
    'I speak up when someone is laughed at.',
    'We say so when we were wrong.',
  ],
  service: [
    'Every second Saturday I drive the van.',
    'I teach one person to mend a bicycle.',
    'We open our kitchen on Thursdays.',
    'I water the beds when others are away.',
  ],
  respect: [
    'I listen to my brother, all the way to the end.',
    'I learn the names of my neighbors’ children.',
    'We ask before we help.',
  ],
};
