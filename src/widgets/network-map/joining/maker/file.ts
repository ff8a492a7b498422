/** A document of one group, to be put on its own website: a whole endpoint that needs nobody. */
import type {CtgDocument} from '../../../../protocol/document.js';
import {LIMITS} from '../../../../protocol/limits.js';
import type {Said} from '../group-of.js';

/** What a file is made of. */
export interface FileOf {
  readonly said: Said;
  /** What the group is called everywhere; its website where it has one. */
  readonly id: string;
  /** Addresses of documents that are named as neighbours. */
  readonly peers: readonly string[];
  /** In wall-clock milliseconds. */
  readonly now: number;
}

/** The document. Everything in it is for everybody to read. */
export function documentOf({said, id, peers, now}: FileOf): CtgDocument {
  const updated = new Date(now).toISOString();
  const {name, sector, url} = said;
  return {
    ctg: '1',
    publisher: {id, name, ...(sector !== undefined && {sector}), ...(url !== undefined && {url})},
    updated,
    groups: [{id, ...said, updated}],
    links: peers
      .filter((href) => /^https?:/.test(href))
      .slice(0, LIMITS.links)
      .map((href) => ({rel: 'peer', href})),
  };
}

/** The text of the file. */
export const fileText = (document: CtgDocument): string => `${JSON.stringify(document, null, 2)}\n`;
