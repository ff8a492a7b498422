/** What becomes of a gathering, in the words of several systems and tongues. */

const STATUS: Readonly<Record<string, string>> = {
  scheduled: 'scheduled confirmed active open published',
  full: 'full soldout',
  closed: 'closed',
  cancelled: 'cancelled canceled abgesagt annule cancelado',
  postponed: 'postponed verschoben reporte aplazado adiado',
};
const STATUS_WORDS = new Map(
  Object.entries(STATUS).flatMap(([status, words]) =>
    words.split(' ').map((word): [string, string] => [word, status]),
  ),
);

/** The status that a word says; a word we do not know says nothing. */
export function statusOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length < 60
    ? STATUS_WORDS.get(
        value
          .normalize('NFD')
          .toLowerCase()
          .replace(/[^a-z]/g, ''),
      )
    : undefined;
}
