/** What a known format is: a name, a shape it is recognised by, and a way into the native document. */

/** What an endpoint answered, before anyone knows what it is. */
export interface Source {
  readonly text: string;
  /** The text parsed; `undefined` when it is not JSON. */
  readonly json: unknown;
  /** The `Content-Type` header, empty when there is none. */
  readonly type: string;
  /** The final address, after redirects; relative addresses start here. */
  readonly url: string;
  /** The `Link` header, where the endpoint lets a page see it. */
  readonly link?: string | undefined;
}

/** Something that could not be translated. */
export interface Untranslated {
  /** A JSON pointer into the source, or `line 7` of a table. Empty for the whole of it. */
  readonly path: string;
  /**
   * Of a whole source: `not-this-format`, `error-inside` (an error with a status of 200), `collections-not-items`,
   * `no-name-column`, `cut-short` (there are more, and no next page), `too-many`, `quote` (never closes).
   *
   * Of an entry that is not listed: `no-name`, `not-a-feature`, `no-event`, `by-reference` (nothing but an address),
   * `cancelled` (and no date), `private`, `not-published`, `protected`, `cells` (more than columns), `over`.
   *
   * Of an entry that is listed without something: `date`, `end-date`, `position`, `latitude-first`, and of what recurs
   * `rule` (not understood), `too-often` (more than daily), `too-many-dates`, `not-loaded`.
   */
  readonly code: string;
}

/** What became of a source. */
export interface Translation {
  /** A raw object shaped like the native document: as little trusted as any answer, and read by the same reader. */
  readonly document: unknown;
  /** The absolute address of the next page. */
  readonly next?: string | undefined;
  readonly left: readonly Untranslated[];
}

/** One known format. */
export interface Format {
  /** The word for it in `format="…"`. */
  readonly name: string;
  /** Whether a source has the shape of this format. A native document has the shape of none. */
  matches(source: Source): boolean;
  /**
   * Turns a source into a document. Never throws and never rejects: data of another shape gives an empty document and
   * a reason.
   *
   * @param now the device's clock, in milliseconds: recurring dates are written out from here on
   */
  translate(source: Source, now: number): Translation | Promise<Translation>;
  /** Several pages as one, where an entry of one page changes what another page says. */
  readonly join?: (pages: readonly unknown[]) => unknown;
}
