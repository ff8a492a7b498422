import type {Site} from './documents.js';
import {networkOf} from './groups/section.js';
import {HOST_SECURITY, hostPaths} from './openapi-host.js';
import {groupPaths, pledgePaths} from './openapi-sections.js';
import {intentionOf} from './pledges/section.js';
import {jsonSchema} from '../../src/protocol/schemas.js';
import {VERSION} from './settings.js';

type Json = Record<string, unknown>;

const TOKEN = {
  name: 'token',
  in: 'path',
  required: true,
  schema: {type: 'string'},
  description: 'The private token out of a receipt. Knowing it is the whole permission.',
};
const GATHERING = {name: 'gathering', in: 'path', required: true, schema: {type: 'string'}};

/** What the buttons of the private page send. */
const PRESSED = {
  type: 'object',
  required: ['do'],
  properties: {
    do: {type: 'string', enum: ['resend', 'confirm', 'change', 'giveup']},
    adults: {type: 'integer'},
    children: {type: 'integer'},
  },
};

/** The description of the endpoint for a site (OpenAPI 3.1), from the very schemas that messages are checked with. */
export function openApiOf(site: Pick<Site, 'id' | 'publisher' | 'extra'>, base: string): Json {
  const has = {pledges: intentionOf(site) !== undefined, groups: networkOf(site) !== undefined};
  return {
    openapi: '3.1.0',
    info: {
      title: `What ${site.publisher.name} says and takes`,
      version: VERSION,
      description:
        'A ctg endpoint. The id of a message is its idempotency key: sent again, it gets the receipt of the ' +
        'first, whatever the second says, also after it was given up or taken back.',
    },
    servers: [{url: `${base}/${site.id}`}],
    paths: {
      '/ctg.json': {get: {summary: 'Everything this site says', responses: {200: json('Document')}}},
      '/gatherings': {
        get: {
          summary: 'The gatherings alone',
          responses: {
            200: {
              description: 'OK',
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: {gatherings: {type: 'array', items: ref('Gathering')}},
                  },
                },
              },
            },
          },
        },
      },
      '/gatherings/{gathering}/signups': {
        post: {
          summary: 'Sign up a party',
          description:
            'A gathering may ask by e-mail whether it is them: the receipt is then `pending` with `waitsFor: email`, and ' +
            'the places are kept for a day. ' +
            'Where fewer places are left than people, the answer is 409 `partial` with `places`, and nothing is ' +
            'booked; where none is left it is 409 `full`. The visitor then chooses: a smaller party, or the waiting list ' +
            'for all of them, said by `waitlist: true` in the message. Nobody is put on a waiting list unasked.',
          parameters: [GATHERING],
          requestBody: {
            required: true,
            content: {
              'application/json': {schema: ref('Signup')},
              'application/x-www-form-urlencoded': {schema: {type: 'object'}},
            },
          },
          responses: {
            201: json('Receipt', 'Signed up'),
            200: json('Receipt', 'Sent before: the first receipt'),
            ...refusals(400, 404, 409, 413, 415, 422, 429),
          },
        },
      },
      '/signups/{token}': {
        parameters: [TOKEN],
        get: {
          summary: 'A sign-up as it stands; a page when text/html is accepted',
          responses: {200: json('Managed'), ...refusals(404)},
        },
        put: {
          summary: 'Change a sign-up: the same id, another party or other words',
          description:
            'With the token out of a letter, it also confirms a sign-up that waits for the e-mail (`waitsFor: email`), ' +
            'unchanged as well. The token of the receipt does not: whoever signed up has not shown that the address is ' +
            'theirs.',
          requestBody: {required: true, content: {'application/json': {schema: ref('Signup')}}},
          responses: {200: json('Receipt'), ...refusals(400, 404, 409, 413, 415, 422, 429)},
        },
        post: {
          summary: 'A button of the private page; a receipt where application/json is accepted',
          description:
            '`do=resend` sends the letter again that asks whether it is them: once a minute and three times an hour, ' +
            '429 `slow-down` with `retryAfter` otherwise. `do=confirm` answers that letter, with the token in it. ' +
            '`do=change` takes `adults` and `children`, `do=giveup` gives up the places.',
          requestBody: {
            required: true,
            content: {'application/x-www-form-urlencoded': {schema: PRESSED}},
          },
          responses: {200: json('Receipt'), ...refusals(400, 404, 409, 413, 415, 422, 429)},
        },
        delete: {summary: 'Give up the places', responses: {200: json('Receipt'), ...refusals(404, 429)}},
      },
      ...(has.pledges && pledgePaths(refusals)),
      ...(has.groups && groupPaths(refusals)),
      ...hostPaths(refusals, has),
    },
    components: {
      securitySchemes: HOST_SECURITY,
      schemas: {
        Document: named('document'),
        Gathering: named('gathering'),
        Signup: named('signup'),
        Receipt: named('receipt'),
        Managed: named('managed'),
        ...(has.pledges && {Pledge: named('pledge'), ManagedPledge: named('managed-pledge')}),
        ...(has.groups && {GroupMessage: named('group-message'), ManagedGroup: named('managed-group')}),
        Problem: named('problem'),
      },
    },
  };
}

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'Cut off, not JSON, no button that there is, or a box that can not be read',
  404: 'Nothing is here',
  409: 'full, partial, closed, or altered since it was read',
  410: 'withdrawn: taken back, and nothing is left of it',
  413: 'Longer than 64 kB',
  415: 'Neither JSON nor a form',
  422: 'invalid: errors name the fields',
  429: 'slow-down: retryAfter says for how many seconds',
};

function refusals(...statuses: number[]): Json {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: REFUSALS[status],
        content: {'application/problem+json': {schema: ref('Problem')}},
      },
    ]),
  );
}

function json(name: string, description = 'OK'): Json {
  return {description, content: {'application/json': {schema: ref(name)}}};
}

function ref(name: string): Json {
  return {$ref: `#/components/schemas/${name}`};
}

function named(name: Parameters<typeof jsonSchema>[0]): Json {
  const {$schema: _, ...schema} = jsonSchema(name) as Json;
  return schema;
}
