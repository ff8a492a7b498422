import type {SourceDocument} from '../../../network/network.js';

/** By document: who published it, else its host, else its address. */
export const sourceNames = (documents: readonly SourceDocument[]): string[] =>
  documents.map(({publisher, url}) => publisher?.name ?? ((URL.canParse(url) && new URL(url).host) || url));
