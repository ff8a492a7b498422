/** The marks of the eight kinds, as paths of radius 1: the shape tells as much as the colour. */
export const MARK_PATHS = [
  'M1 0A1 1 0 1 1-1 0 1 1 0 1 1 1 0Z',
  'M-.86-.86H.86V.86H-.86Z',
  'M0-1.12 1.08.78H-1.08Z',
  'M0-1.18 1.18 0 0 1.18-1.18 0Z',
  'M-.56-.98H.56L1.12 0 .56.98H-.56L-1.12 0Z',
  'M-.36-1.06H.36V-.36H1.06V.36H.36V1.06H-.36V.36H-1.06V-.36H-.36Z',
  'M0 1.12 1.08-.78H-1.08Z',
  'M0 1.25C-.95.35-1-.1-1-.3A1 1 0 0 1 1-.3C1-.1.95.35 0 1.25Z',
];
