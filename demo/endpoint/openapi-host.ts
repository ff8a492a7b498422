type Json = Record<string, unknown>;

/** The host's token, in the header or, for links, in the query. */
export const HOST_SECURITY: Json = {
  host: {type: 'http', scheme: 'bearer', description: 'The token in the address of the host’s page.'},
  hostLink: {type: 'apiKey', in: 'query', name: 'token', description: 'The same, for links.'},
};

const security = [{host: []}, {hostLink: []}];
const UUID = {type: 'string', format: 'uuid'};
const STAMP = {type: 'string', format: 'date-time'};
const ID = {
  name: 'id',
  in: 'path',
  required: true,
  schema: {type: 'string'},
  description: 'Out of what waits; for a group that the site itself publishes, its id in the document.',
};
const EDITION = {
  name: 'edition',
  in: 'query',
  schema: {type: 'string'},
  description:
    'What was read of a pledge or a group. Where it was changed since, nothing is shown: 409 `altered`. Left out, only a pledge that was never changed is shown.',
};

/** What a site has besides gatherings. */
interface Sections {
  readonly pledges: boolean;
  readonly groups: boolean;
}

/** What programs may do for a host. Without the token there is nothing here (404). */
export function hostPaths(refusals: (...statuses: number[]) => Json, has: Sections): Json {
  const answer = (summary: string, answers: readonly (Json | false)[]) => ({
    post: {
      summary,
      description: 'Asked again, it answers the same. Refused to pages of other websites.',
      security,
      parameters: [ID, ...(has.pledges || has.groups ? [EDITION] : [])],
      responses: {
        200: {
          description: 'OK',
          content: {'application/json': {schema: {anyOf: answers.filter((each) => each !== false)}}},
        },
        403: {description: 'Sent by a page of another website'},
        ...refusals(404, 409, 429),
      },
    },
  });
  const pledge = (state: string) => has.pledges && object({id: UUID, state: {const: state}, ...COUNTED});
  const group = (state: string) =>
    has.groups && object({id: {type: 'string'}, state: {const: state}, group: {type: 'string'}});
  return {
    '/pending': {
      get: {
        summary: 'What waits for the host’s word',
        security,
        responses: {
          200: {
            description: 'OK',
            content: {
              'application/json': {
                schema: object({
                  pending: {
                    type: 'array',
                    items: object({
                      id: UUID,
                      gathering: {type: 'string'},
                      status: {const: 'pending'},
                      people: {type: 'integer'},
                      at: STAMP,
                      signup: {$ref: '#/components/schemas/Signup'},
                    }),
                  },
                  pledges: {type: 'array', ...(has.pledges && {items: WAITING_PLEDGE})},
                  groups: {type: 'array', ...(has.groups && {items: WAITING_GROUP})},
                }),
              },
            },
          },
          ...refusals(404),
        },
      },
    },
    '/pending/{id}/approve': answer('Give a place to somebody who asked or waits, or show what was read', [
      guest('confirmed'),
      pledge('shown'),
      group('shown'),
    ]),
    '/pending/{id}/decline': answer('Say no to somebody who asked or waits, or to what was read', [
      guest('declined'),
      pledge('declined'),
      group('declined'),
    ]),
    ...(has.pledges && {
      '/pending/{id}/hide': answer('Count a pledge and show nothing of it', [pledge('counted')]),
      '/pledges.csv': {
        get: {
          summary: 'All pledges, as a table',
          security,
          responses: {200: {description: 'OK', content: {'text/csv': {}}}, ...refusals(404)},
        },
      },
    }),
    '/signups.csv': {
      get: {
        summary: 'Everyone who signed up, as a table',
        security,
        parameters: [{name: 'gathering', in: 'query', schema: {type: 'string'}}],
        responses: {200: {description: 'OK', content: {'text/csv': {}}}, ...refusals(404)},
      },
    },
  };
}

const COUNTED = {counts: {type: 'object'}, shown: {type: 'object'}};

const WAITING_PLEDGE = object({
  id: UUID,
  kind: {enum: ['person', 'organisation']},
  at: STAMP,
  again: {type: 'boolean', description: 'Whether a person who was counted before sent it.'},
  edition: {type: 'string'},
  pledge: {$ref: '#/components/schemas/Pledge'},
});

const WAITING_GROUP = {
  ...object({
    id: UUID,
    at: STAMP,
    edition: {type: 'string'},
    group: {$ref: '#/components/schemas/GroupMessage'},
  }),
  description: 'With `asker`, the e-mail of whoever sent it, where they gave one and it is still kept.',
};

function guest(status: string): Json {
  return object({
    id: UUID,
    gathering: {type: 'string'},
    status: {const: status},
    counts: object({taken: {type: 'integer'}, waiting: {type: 'integer'}}),
  });
}

function object(properties: Json): Json {
  return {type: 'object', required: Object.keys(properties), properties};
}
