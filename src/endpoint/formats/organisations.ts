/** Organisations of schema.org as groups. People are left out: whoever wants to be on a map says so themselves. */
import type {Draft} from './draft.js';
import {addressIn, textOf, typesOf} from './linked-data.js';
import {addressText, placeOf} from './places.js';
import {idText, line, listOf, own, plain, relativeUrl, webUrl} from './raw.js';
import {stampOf} from './times.js';

type Get = (node: unknown, key: string) => unknown;

/** Types of organisations and of houses that stand for their community, whose names do not end in "Organization". */
const TYPES = new Set(
  (
    'NGO Corporation LocalBusiness Church CatholicChurch Mosque Synagogue HinduTemple BuddhistTemple PlaceOfWorship ' +
    'School College CollegeOrUniversity Library Store Restaurant CafeOrCoffeeShop Cooperative Consortium ' +
    'CommunityCenter SportsClub PerformingGroup MusicGroup FundingScheme Project ResearchProject Museum Bakery ' +
    'FoodEstablishment ProfessionalService ChildCare EmploymentAgency AnimalShelter'
  ).split(' '),
);

/** Which of their ties says what; the two sides of a pair have different words. */
const TIES: Readonly<Record<string, string>> = {
  memberOf: 'member-of',
  member: 'has-member',
  parentOrganization: 'part-of',
  subOrganization: 'has-part',
  department: 'has-part',
  sponsor: 'sponsored-by',
  funder: 'funded-by',
};

/** Whether a node is an organisation. */
export function isOrganisation(node: unknown): boolean {
  return typesOf(node).some((type) => type.endsWith('Organization') || TYPES.has(type));
}

/** Adds an organisation. */
export function addOrganisation(draft: Draft, node: unknown, path: string, get: Get, url: string): void {
  const site = webUrl(addressIn(get(node, 'url')), url);
  const written = idText(own(node, '@id'));
  const id = written && URL.canParse(written, url) ? new URL(written, url).href : written;
  const {place, code} = placeOf([get(node, 'location'), node].flat(), get, url);
  if (code) draft.leave(path, code);
  const name = line(textOf(get(node, 'name'))) ?? line(textOf(get(node, 'legalName')));
  const contact = listOf(get(node, 'contactPoint'))[0];
  const email = idText(listOf(get(node, 'email') ?? get(contact, 'email'))[0])?.replace(/^mailto:/i, '');
  draft.add('groups', path, [id, site], {
    name,
    kind: 'organisation',
    description: plain(textOf(get(node, 'description'))),
    url: site,
    place: {
      label: addressText(get(node, 'address'), get) ?? place['address'],
      lat: place['lat'],
      lon: place['lon'],
    },
    contact: {email, url: webUrl(addressIn(get(contact, 'url')), url)},
    image: relativeUrl(addressIn(get(node, 'logo') ?? get(node, 'image')), url),
    connections: connectionsOf(node, get, url),
    updated: stampOf(get(node, 'dateModified')),
  });
}

function connectionsOf(
  node: unknown,
  get: Get,
  url: string,
): readonly {readonly to: string; readonly kind: string}[] {
  return Object.entries(TIES).flatMap(([key, kind]) =>
    listOf(get(node, key))
      .slice(0, 50)
      .flatMap((each) => {
        const isPerson = typesOf(each).includes('Person');
        const to = isPerson ? undefined : webUrl(own(each, '@id') ?? addressIn(each), url);
        return to ? [{to, kind}] : [];
      }),
  );
}
