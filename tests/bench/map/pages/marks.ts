/** Marks on a page's time line, which are read from its trace. */
export const MARKS = {
  making: 'bench-making',
  made: 'bench-made',
  shown: 'bench-shown',
  whole: 'bench-whole',
  trip: 'bench-trip',
} as const;

/** Before and after each of several deeds, followed by its name. */
export const FROM = 'bench-from ';
export const TO = 'bench-to ';
