/** One letter, in plain text. What its writer says of it decides how it is sent and when it is forgotten. */
export interface Letter {
  /** One address. Names stay out of it: they are other people's text. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Who gets an answer to it, and, where no `MAIL_FROM` is set, whose address it comes from. */
  readonly replyTo?: string;
  /** Name that it comes from: the publisher's. */
  readonly fromName?: string;
  /** The site that writes, by its id. */
  readonly site: string;
  /** The signup that it is about, by its id. */
  readonly signup?: string;
  /** What kind of letter it is, for those who count them. */
  readonly kind?: string;
  /** When the letter and every trace of it are deleted; as long as it names people, the day that they were told. */
  readonly keepUntil: string;
}

/** A letter that was put into the queue: it has its id for good, so that one which arrives twice is recognised. */
export interface QueuedLetter extends Letter {
  readonly id: string;
  readonly created: Date;
}

/** Longest subject, in characters; longer ones are cut by readers anyway. */
const SUBJECT = 160;

/**
 * `text` on one line: a name may hold line breaks, and a header that does is two headers.
 *
 * The library folds headers safely too; this stands before it so that no library has to be trusted with it.
 */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** The subject as it is sent. */
export function subjectOf({subject}: Letter): string {
  const line = oneLine(subject);
  return line.length <= SUBJECT ? line : `${line.slice(0, SUBJECT - 1).trimEnd()}…`;
}

/** What the name of a letter's file ends in until all of it is written. */
export const UNFINISHED = '.part';

/** The file of a letter. Names sort by time, and the same letter has the same name however often it is written. */
export function fileOf({id, created}: Pick<QueuedLetter, 'id' | 'created'>): string {
  return `${created.toISOString().replaceAll(/[-:]/g, '')}-${id}.eml`;
}
