/**
 * Documents of other sites of the region, as plain files on two more origins would be: one of the lake, one of the
 * capital, one that nobody looks after any more, and one whose host is down.
 */
import type {Hono} from 'hono';
import type {CtgDocument} from '../src/protocol/document.js';
import {answerJson} from './endpoint/answers.js';
import {openToAllSites} from './endpoint/cors.js';
import {answerProblem, AWAY, NOT_FOUND} from './endpoint/problems.js';
import type {PlannedSite} from './endpoint/seed/plan.js';
import {CAPITAL} from './endpoint/seed/region/capital.js';
import {DESERT} from './endpoint/seed/region/desert.js';
import {TAHOE} from './endpoint/seed/region/tahoe.js';
import {groupsOf, idOf, type Region} from './endpoint/seed/region/told.js';

const DOCUMENTS: Readonly<Record<string, {readonly name: string; readonly region: Region}>> = {
  tahoe: {name: 'Neighbours around the Lake', region: TAHOE},
  capital: {name: 'Good Company of the Capital', region: CAPITAL},
  desert: {name: 'High Desert Circles', region: DESERT},
};
/** The document that never comes. */
const DOWN = 'black-rock';

/** Serves the documents at `/network/NAME.json`, to every website. */
export function regionRoutes(app: Hono, now: () => number = Date.now): void {
  app.use('/network/*', openToAllSites);
  app.get('/network/:file', (context) => {
    const name = context.req.param('file').replace(/\.json$/, '');
    if (name === DOWN) return answerProblem(context, AWAY);
    const document = regionDocument(name, now());
    return document ? answerJson(context, document) : answerProblem(context, NOT_FOUND);
  });
}

/** What one of the sites says at `now`; undefined where there is none of this name. */
export function regionDocument(name: string, now: number): CtgDocument | undefined {
  const told = Object.hasOwn(DOCUMENTS, name) ? DOCUMENTS[name] : undefined;
  if (!told) return undefined;
  const groups = groupsOf(told.region, now);
  return {
    ctg: '1',
    publisher: {id: idOf(`${name}-network`), name: told.name},
    updated: groups.map(({updated = ''}) => updated).reduce((one, other) => (one > other ? one : other)),
    groups: [...groups],
  };
}

/** Where the documents are, for pages that are served at `pages` and, under another name, at `elsewhere`. */
export function regionSources(pages: string, elsewhere: string): readonly string[] {
  return [
    `${pages}/network/tahoe.json`,
    `${elsewhere}/network/capital.json`,
    `${elsewhere}/network/desert.json`,
    `${pages}/network/${DOWN}.json`,
  ];
}

/** The same sites, of which whichever has a network names the documents of others. */
export function withPeers(sites: readonly PlannedSite[], peers: readonly string[]): readonly PlannedSite[] {
  return sites.map((site) => (site.network ? {...site, network: {...site.network, peers}} : site));
}
