/**
 * What is wrong, in words for whoever can mend it.
 *
 * In English alone: these sentences are for the people who put a widget on a page or run an endpoint, and end up in
 * e-mails between them. Visitors get theirs from `i18n/`.
 */

/** Who can mend it: who edits the page, who runs the endpoint, who visits, or nobody. */
export type Who = 'webmaster' | 'host' | 'visitor' | 'nobody';

/** Whether something does not work at all, works worse than it could, or is merely good to know. */
export type Level = 'breaks' | 'hurts' | 'note';

/** Everything that can be found, by stable names that programs may rely on. */
export type FindingCode =
  // The page.
  | 'bad-address'
  | 'bad-setting'
  | 'builder'
  | 'csp-connect'
  | 'csp-other'
  | 'csp-script'
  | 'csp-style'
  | 'csp-trusted-types'
  | 'mixed-content'
  | 'no-endpoint'
  | 'not-allowed'
  | 'offline'
  | 'private-address'
  | 'two-scripts'
  // The way to the endpoint and back.
  | 'broken-off'
  | 'clock'
  | 'cors-twice'
  | 'dns'
  | 'down'
  | 'html'
  | 'no-cors'
  | 'not-found'
  | 'not-json'
  | 'not-utf8'
  | 'preflight-read'
  | 'redirect-loop'
  | 'refused'
  | 'server'
  | 'slow'
  | 'slow-down'
  | 'timeout'
  | 'tls'
  | 'too-big'
  | 'too-deep'
  | 'unreachable'
  | 'wrong-charset'
  | 'wrong-type'
  // What it says.
  | 'entry-lost'
  | 'link-unusable'
  | 'mapping-empty'
  | 'mapping-syntax'
  | 'not-a-document'
  | 'nothing-to-show'
  | 'read-only'
  | 'too-many'
  | 'twice'
  | 'two-formats'
  | 'unknown-format'
  | 'unknown-version'
  | 'untranslated'
  | 'wrong-format'
  | 'wrong-value'
  // What it does with a message.
  | 'accepts-invalid'
  | 'doubled'
  | 'empty-answer'
  | 'error-under-200'
  | 'error-unreadable'
  | 'give-up-fails'
  | 'id-not-key'
  | 'id-replaced'
  | 'idempotent-unsaid'
  | 'manage-fails'
  | 'manage-refused'
  | 'no-manage'
  | 'no-receipt'
  | 'other-receipt'
  | 'preflight'
  | 'preflight-manage'
  | 'redirect-write'
  | 'repeat-fails'
  | 'retry-after-hidden'
  | 'write-fails'
  | 'write-no-cors'
  | 'write-refused';

/** Something to paste, and where. */
export interface Line {
  readonly where: string;
  readonly text: string;
}

/** One possibility where the browser hides the cause, and how to tell it from the others. */
export interface Cause {
  readonly what: string;
  readonly tell: string;
}

/** One thing that is wrong, or good to know. */
export interface Finding {
  readonly code: FindingCode;
  readonly level: Level;
  /** One sentence. */
  readonly what: string;
  readonly who: Who;
  /** What to paste, most likely place first. Empty where there is nothing to paste. */
  readonly lines: readonly Line[];
  /** Only where the cause is hidden: what it may be, likeliest first. */
  readonly causes?: readonly Cause[];
}

/** A finding with nothing to paste, or with `lines`. */
export function finding(
  code: FindingCode,
  level: Level,
  who: Who,
  what: string,
  lines: readonly Line[] = [],
): Finding {
  return {code, level, who, what, lines};
}
