/** The ceilings of everything that is read, sent and shown, in one table, so that no number lives twice. */
export const LIMITS = {
  /** A read of a document, its body included, in milliseconds. */
  readMs: 10_000,
  /** The longest document that is read, in bytes. */
  readBytes: 5_000_000,
  /** How deep a document may nest. Ours needs six levels; sixty-four leaves room and still fits every stack. */
  depth: 64,
  /** The most entries of one list of a document. */
  items: 10_000,
  /** The most links of one document. */
  links: 200,
  /** The most ties of one group. */
  ties: 50,
  /** The most entries of a small list: questions, options, needs, values, consents, agenda. */
  few: 100,
  /** A write, its answer included, in milliseconds. */
  writeMs: 15_000,
  /** The longest message that is sent, and the longest answer to it that is read, in bytes. */
  writeBytes: 64_000,
  /** The shortest and the longest wait an endpoint may ask for, in milliseconds. */
  waitLeastMs: 1_000,
  waitMostMs: 86_400_000,
  /** Identifiers, in UTF-16 code units, as are the lengths below. */
  id: 200,
  /** Names, titles and labels. */
  name: 200,
  /** An address in one line. */
  address: 500,
  /** Descriptions, consent texts, help. */
  text: 2_000,
  /** One answer of a visitor. */
  answer: 2_000,
  /** A web address, or a template of one. */
  url: 2_048,
  /** An e-mail address (RFC 5321, 4.5.3.1). */
  email: 254,
  /** A telephone number as people write it, with spaces and an extension. */
  phone: 60,
  /** The largest number of people or places that is believed. */
  count: 1_000_000,
  /** The largest party one person may sign up, before a gathering's own `partyMax`. */
  party: 1_000,
} as const;
