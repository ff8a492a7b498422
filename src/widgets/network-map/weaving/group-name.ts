/** What a link calls a group. */
import {identityOf, isUrn, normalUrl} from '../../../network/identity.js';
import type {NetworkGroup, SourceDocument} from '../../../network/network.js';

type Groups = readonly NetworkGroup[];
type Documents = ReadonlyArray<Pick<SourceDocument, 'url'>>;

/** What a group is known by everywhere, however many documents number theirs alike. */
export const wholeName = ({id, origins}: NetworkGroup, documents: Documents): string =>
  identityOf(id, documents[origins['id'] ?? -1]?.url ?? '');

/** The id of the group at `index`; its whole name where another one that comes first has the same id. */
export function shortName(groups: Groups, documents: Documents, index: number): string {
  const group = groups[index]!;
  const {id} = group;
  const isShared =
    documents.length > 1 &&
    normalUrl(id) === undefined &&
    !isUrn(id) &&
    groups.findIndex((other) => other.id === id) !== index;
  return isShared ? wholeName(group, documents) : id;
}

/** The group that an id or a whole name means. O(n). */
export function groupNamed(groups: Groups, documents: Documents, name: string): NetworkGroup | undefined {
  const names = new Set([name, normalUrl(name)]);
  return groups.find(({id}) => id === name) ?? groups.find((group) => names.has(wholeName(group, documents)));
}
