/** The pictures of one network, and the list that is their equal. */
export const VIEWS = ['map', 'graph', 'list'] as const;
/** One of them. */
export type MapView = (typeof VIEWS)[number];

/** The part that draws a view. */
export const partOf = (view: string): 'list' | 'scene' => (view === 'list' ? 'list' : 'scene');
