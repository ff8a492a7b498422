/** Sites that a map names, and what they answer: one is up to date, one is old, one is not there, and others are worse. */
import {json} from './parish.js';

const DOCUMENT = 'ctg.json';

const site = (name: string, updated: string): object => ({
  ctg: '1',
  publisher: {id: `https://${name}.example/`, name: `The ${name}`},
  updated,
  groups: [{id: `https://${name}.example/`, name, place: {label: 'Reno', lat: 39.5, lon: -119.8}}],
  links: [
    {rel: 'join', href: `https://${name}.example/groups`},
    ...['https://attic.example/ctg.json', 'https://down.example/ctg.json', 'http://10.0.0.1/ctg.json'].map(
      (href) => ({rel: 'peer', href}),
    ),
  ],
});

/** What nobody can make use of: without a name, at no place, tied to itself, over. */
const FAULTY = {
  ctg: '1',
  publisher: {id: 'https://faulty.example/', name: 'The attempt'},
  groups: [
    {id: 'https://faulty.example/', name: 'attempt', url: 7, connections: [{to: 'https://faulty.example/'}]},
    {id: 'https://faulty.example/2'},
    {id: 'https://faulty.example/3', name: 'attempt', place: {label: 'Reno', lat: 999, lon: 0}},
    {id: 'https://faulty.example/4', name: 'attempt', connections: [{to: 'https://nobody.example/'}]},
  ],
};

/** What each host answers; the others can't be reached. */
const ANSWERS: Readonly<Record<string, () => Response | Promise<Response>>> = {
  oven: () => json(site('oven', new Date().toISOString())),
  attic: () => json(site('attic', '2020-01-01T00:00:00Z')),
  faulty: () => json(FAULTY),
  shut: () => json({}, 403),
  gone: () => json({}, 410),
  huge: () => new Response('{}', {headers: {'Content-Length': '900000000'}}),
  garbled: () => new Response('{}'),
  slow: () => new Promise(() => undefined),
};

/** Answers for these sites; `real` does for all others. */
export function answerSites(real: typeof fetch): typeof fetch {
  return async (input, init) => {
    const {url} = new Request(input);
    const [, name] = /^https:\/\/(\w+)\.example\//.exec(url) ?? [];
    if (name !== undefined && ANSWERS[name]) return ANSWERS[name]();
    if (url.includes('.example/')) throw new TypeError('down');
    return real(input, init);
  };
}

/** The address of a site's document. */
export const at = (name: string): string => `https://${name}.example/${DOCUMENT}`;
