/** Markup that is safe to send: made by `html` only, so that a bare string can never be taken for it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, markup is not, nothing at all leaves no trace. */
export type Part = string | number | Markup | false | null | undefined | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A piece of a page. Everything put into it is escaped, in text and in quoted attributes alike, unless `html` made it.
 *
 * Attributes must be quoted, and addresses must come from `safeUrl` or from us: escaping does not make
 * `javascript:` harmless.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((text, next, index) => text + write(parts[index - 1]) + next));
}

/** `text` with its own direction, so that a name in Arabic does not turn the sentence around it. */
export function isolated(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

function write(part: Part): string {
  if (part === undefined || part === null || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
  if (typeof part === 'number') return String(part);
  return part.map(write).join('');
}
