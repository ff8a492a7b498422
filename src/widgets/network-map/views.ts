/** The pictures of one network, and the list that is their equal. */
export const VIEWS = ['map', 'graph', 'list'] as const;
/** One of them. */
export type MapView = (typeof VIEWS)[number];
