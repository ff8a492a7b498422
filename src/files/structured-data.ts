/** Gatherings as search engines read them: schema.org Events, as JSON-LD. */
import {safeUrl} from '../base/safe-url.js';
import type {Publisher} from '../protocol/document.js';
import type {Gathering} from '../protocol/gathering.js';
import type {Moment} from '../protocol/moment.js';
import type {Standing} from '../protocol/standing.js';

/** The most events in one page; a search engine reads no calendar of a year from one. */
const MOST = 100;
const SCHEMA = 'https://schema.org/';

/** One gathering, where it stands, and the address of the page that opens it. */
export interface Listed {
  readonly gathering: Gathering;
  readonly standing: Standing;
  readonly url: string;
}

/**
 * The first hundred of `listed` as JSON-LD, or an empty text when there is nothing to say.
 *
 * A gathering without a date is left out, since that is no event yet. What only those may know who have a place, the
 * address of a home and the room of an online gathering, is left out too. `<` is escaped, so that no text in it can
 * end the script it stands in, wherever the page is saved to.
 */
export function structuredData(listed: readonly Listed[], publisher?: Publisher): string {
  const events = listed.filter(({standing}) => standing.start).slice(0, MOST);
  if (events.length === 0) return '';
  const organizer = publisher && {
    '@type': 'Organization',
    name: publisher.name,
    url: safeUrl(publisher.url)?.href,
    telephone: publisher.phone,
  };
  const graph = events.map((event) => ({...eventOf(event), organizer}));
  return JSON.stringify({'@context': SCHEMA, '@graph': graph}).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function eventOf({gathering, standing, url}: Listed): Record<string, unknown> {
  const {id, name, description, place, capacity, language, image} = gathering;
  const {start, end, state, left} = standing;
  const online = Boolean(place?.online);
  const here = Boolean(place?.name || place?.address);
  return {
    '@type': 'Event',
    identifier: id,
    name,
    description,
    startDate: start && written(start),
    endDate: end && written(end),
    eventStatus: `${SCHEMA}Event${state === 'cancelled' ? 'Cancelled' : state === 'postponed' ? 'Postponed' : 'Scheduled'}`,
    eventAttendanceMode:
      here || online
        ? `${SCHEMA}${here && online ? 'Mixed' : online ? 'Online' : 'Offline'}EventAttendanceMode`
        : undefined,
    location: [
      ...(here ? [{'@type': 'Place', name: place?.name, address: addressOf(gathering)}] : []),
      // The page, not the room: who has signed up gets that.
      ...(online ? [{'@type': 'VirtualLocation', url}] : []),
    ],
    maximumAttendeeCapacity: capacity,
    remainingAttendeeCapacity: capacity === undefined ? undefined : left,
    inLanguage: language,
    image: safeUrl(image)?.href,
    url: safeUrl(gathering.url)?.href ?? url,
  };
}

function addressOf({place}: Gathering): string | undefined {
  return place?.revealed === 'confirmed' ? undefined : place?.address;
}

/** What the publisher's clock shows, with its distance from UTC where that is known. */
function written({wall, offset}: Moment): string {
  const clock = new Date(wall).toISOString().slice(0, 19);
  if (offset === undefined) return clock;
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.round(Math.abs(offset) % 60)];
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${clock}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}
