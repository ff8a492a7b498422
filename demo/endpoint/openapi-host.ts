type Json = Record<string, unknown>;

/** The host's token, in the header or, for links, in the query. */
export const HOST_SECURITY: Json = {
  host: {type: 'http', scheme: 'bearer', description: 'The token in the address of the host’s page.'},
  hostLink: {type: 'apiKey', in: 'query', name: 'token', description: 'The same, for links.'},
};

const security = [{host: []}, {hostLink: []}];
const ID = {name: 'id', in: 'path', required: true, schema: {type: 'string', format: 'uuid'}};

/** What programs may do for a host. Without the token there is nothing here (404). */
export function hostPaths(refusals: (...statuses: number[]) => Json): Json {
  const answer = (summary: string, status: string) => ({
    post: {
      summary,
      description: 'Asked again, it answers the same. Refused to pages of other websites.',
      security,
      parameters: [ID],
      responses: {
        200: {
          description: 'OK',
          content: {
            'application/json': {
              schema: object({
                id: {type: 'string'},
                gathering: {type: 'string'},
                status: {const: status},
                counts: object({taken: {type: 'integer'}, waiting: {type: 'integer'}}),
              }),
            },
          },
        },
        403: {description: 'Sent by a page of another website'},
        ...refusals(404, 409, 429),
      },
    },
  });
  return {
    '/pending': {
      get: {
        summary: 'Sign-ups that wait for the host’s word',
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
                      id: {type: 'string', format: 'uuid'},
                      gathering: {type: 'string'},
                      status: {const: 'pending'},
                      people: {type: 'integer'},
                      at: {type: 'string', format: 'date-time'},
                      signup: {$ref: '#/components/schemas/Signup'},
                    }),
                  },
                }),
              },
            },
          },
          ...refusals(404),
        },
      },
    },
    '/pending/{id}/approve': answer('Give a place to somebody who asked or waits', 'confirmed'),
    '/pending/{id}/decline': answer('Say no to somebody who asked or waits', 'declined'),
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

function object(properties: Json): Json {
  return {type: 'object', required: Object.keys(properties), properties};
}
