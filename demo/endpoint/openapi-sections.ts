/** What can be done with pledges, and with groups of the network: described for the sites that have them. */

type Json = Record<string, unknown>;
type Refusals = (...statuses: number[]) => Json;

const TOKEN = {
  name: 'token',
  in: 'path',
  required: true,
  schema: {type: 'string'},
  description: 'The private token out of a receipt. Knowing it is the whole permission.',
};
const BADGE = {
  name: 'badge',
  in: 'path',
  required: true,
  schema: {type: 'string'},
  description: 'The public id of a badge, out of the receipt of an organisation’s pledge.',
};
const HEARD = 'Any refusal of a message names its fields.';

/** Pledges: taken, read page by page, proven by a badge. */
export function pledgePaths(refusals: Refusals): Json {
  return {
    '/pledges': {
      get: {
        summary:
          'The wall, twenty at a time, as a document with counts and, unless it is the last, a link `older`',
        parameters: [
          query('page', {type: 'integer', minimum: 1}),
          query('value', {type: 'string'}, 'Only those who chose it.'),
          query('kind', {enum: ['person', 'organisation']}),
          query('after', {type: 'string'}, 'Out of a link `older`.'),
        ],
        responses: {200: answer('Document'), ...refusals(404)},
      },
      post: taken('Make a pledge', 'Pledge', 'Each person counts once, by their e-mail.', refusals),
    },
    '/pledges/{token}': {
      parameters: [TOKEN],
      ...own('pledge', 'Pledge', 'ManagedPledge', refusals),
    },
    '/pledges/{badge}/badge': {
      parameters: [BADGE],
      get: {
        summary: 'What an organisation pledged, as a document with this one pledge',
        responses: {200: answer('Document'), ...refusals(404)},
      },
    },
    '/pledges/{badge}/badge.svg': {
      parameters: [BADGE],
      get: {
        summary: 'The same as a picture',
        responses: {200: {description: 'OK', content: {'image/svg+xml': {}}}, ...refusals(404)},
      },
    },
  };
}

/** Groups: taken, and read by parts of the map. */
export function groupPaths(refusals: Refusals): Json {
  return {
    '/network': {
      get: {
        summary: 'Groups of a part of the map, as a document',
        description:
          'Of more than fit into an answer, some are given that lie all over the box; `groupsTotal` says how many there ' +
          'are. Whoever looks closer keeps those that they had. Without a box everything is given, also what has no place.',
        parameters: [
          query(
            'bbox',
            {type: 'string', examples: ['-120.5,39,-119,40']},
            'minLon,minLat,maxLon,maxLat in degrees. A box across 180 has its larger longitude first.',
          ),
          query('limit', {type: 'integer', minimum: 0, maximum: 2_000, default: 500}),
        ],
        responses: {200: answer('Document'), ...refusals(400, 404)},
      },
    },
    '/groups': {
      post: taken(
        'Add a group to the network',
        'GroupMessage',
        'The host reads it first: the receipt is `pending` with `waitsFor: host`. Documents call the group by an id of ' +
          'their own, and tell no more of its place than its precision.',
        refusals,
      ),
    },
    '/groups/{token}': {
      parameters: [TOKEN],
      ...own('group', 'GroupMessage', 'ManagedGroup', refusals),
    },
  };
}

/** A message that is acted upon once. */
function taken(summary: string, message: string, description: string, refusals: Refusals): Json {
  return {
    summary,
    description: `${description} ${HEARD}`,
    requestBody: sent(message),
    responses: {
      201: answer('Receipt', 'Taken'),
      200: answer('Receipt', 'Sent before: its receipt'),
      ...refusals(400, 404, 413, 415, 422, 429),
    },
  };
}

/** What whoever sent it may still do with it. */
function own(what: string, message: string, managed: string, refusals: Refusals): Json {
  const changed = {200: answer('Receipt'), ...refusals(400, 404, 409, 410, 413, 415, 422, 429)};
  return {
    get: {
      summary: `A ${what} as it stands; a page when text/html is accepted`,
      responses: {200: answer(managed), ...refusals(404, 410)},
    },
    put: {
      summary: `Change a ${what}: the same id, other words`,
      description: 'What others would read anew, the host reads first.',
      requestBody: sent(message),
      responses: changed,
    },
    post: {
      summary: 'A button of the private page; a receipt where application/json is accepted',
      description: '`do=change` takes the fields of the form, `do=withdraw` takes it back.',
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              required: ['do'],
              properties: {do: {type: 'string', enum: ['change', 'withdraw']}},
            },
          },
        },
      },
      responses: changed,
    },
    delete: {
      summary: 'Take it back: what it said is deleted at once',
      responses: {200: answer('Receipt'), ...refusals(404, 429)},
    },
  };
}

function sent(message: string): Json {
  return {
    required: true,
    content: {
      'application/json': {schema: ref(message)},
      'application/x-www-form-urlencoded': {schema: {type: 'object'}},
    },
  };
}

function query(name: string, schema: Json, description?: string): Json {
  return {name, in: 'query', schema, ...(description !== undefined && {description})};
}

function answer(name: string, description = 'OK'): Json {
  return {description, content: {'application/json': {schema: ref(name)}}};
}

function ref(name: string): Json {
  return {$ref: `#/components/schemas/${name}`};
}
