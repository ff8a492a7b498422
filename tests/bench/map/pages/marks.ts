/** Marks on a page's time line, which are read from its trace. */
export const MARKS = {
  making: 'bench-making',
  made: 'bench-made',
  shown: 'bench-shown',
  trip: 'bench-trip',
} as const;
