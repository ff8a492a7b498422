import type {ParsedMail} from 'mailparser';
import type {PostOffice} from './post-office.js';
import type {Rig} from './rig.js';

/** What a host types or ticks, by the names of the fields. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A page of the host's, and its buttons: pressed as a browser without script presses them, with all that the form holds. */
export class Sheet {
  readonly status: number;
  readonly url: string;
  readonly body: string;

  private constructor(status: number, url: string, body: string) {
    this.status = status;
    this.url = url;
    this.body = body;
  }

  /** Opens an address below the host's page. */
  static open(rig: Rig, path = ''): Promise<Sheet> {
    return Sheet.#ask(rig.host + path);
  }

  /** What there is to read, in one line. */
  get text(): string {
    return plain(this.body.replace(/^[\s\S]*<main>/, '').replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ');
  }

  /** The sentences that stand beside fields which are to be put right. */
  get errors(): string[] {
    return [...this.body.matchAll(/<p class="error"[^>]*>([^<]*)/g)].map(([, sentence]) =>
      plain(sentence ?? ''),
    );
  }

  /** What the button with this value says. */
  button(deed: string): string {
    const said = new RegExp(`value="${deed}"[^>]*>([\\s\\S]*?)</button>`).exec(this.body)?.[1] ?? '';
    return plain(said.replaceAll(/<[^>]*>/g, ''))
      .replaceAll(/\s+/g, ' ')
      .trim();
  }

  /** Presses the button whose value is `deed`, in the form that has it. */
  press(deed: string, typed: Typed = {}): Promise<Sheet> {
    const form = [...this.body.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(
      ([, , inside]) => inside?.includes(`name="do" value="${deed}"`),
    );
    if (!form) throw new Error(`No button ${deed} on ${this.url}: ${this.text}`);
    const fields = fieldsOf(form[2] ?? '');
    for (const [name, value] of Object.entries(typed)) {
      fields.delete(name);
      for (const each of [value].flat()) fields.append(name, each as string);
    }
    fields.set('do', deed);
    return Sheet.#ask(plain(form[1] ?? ''), fields);
  }

  static async #ask(url: string, body?: URLSearchParams): Promise<Sheet> {
    const response = await fetch(url, {
      headers: {Accept: 'text/html', ...(body && {'Sec-Fetch-Site': 'same-origin'})},
      ...(body && {method: 'POST', body}),
    });
    return new Sheet(response.status, response.url, await response.text());
  }
}

/** The letters to `address` with this subject, once there are `count` of them; guests get others besides. */
export async function lettersTo(
  office: PostOffice,
  address: string,
  subject: RegExp,
  count = 1,
): Promise<readonly ParsedMail[]> {
  for (let all = 0; ;) {
    const letters = await office.to(address, all + 1);
    const found = letters.filter((letter) => subject.test(letter.subject ?? ''));
    if (found.length >= count) return found;
    all = letters.length;
  }
}

/** What a form would send as it was delivered. */
function fieldsOf(form: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const box = /type="(?:checkbox|radio)"/.test(tag);
    if (!box || /\schecked[\s/>]/.test(tag)) fields.append(attribute(tag, 'name'), attribute(tag, 'value'));
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
    const options = [...inside.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = options.find((option) => /\sselected[\s/>]/.test(option)) ?? options[0] ?? '';
    fields.append(attribute(tag, 'name'), attribute(chosen, 'value'));
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/(<textarea[^>]*>)\n?([\s\S]*?)<\/textarea>/g))
    fields.append(attribute(tag, 'name'), plain(inside));
  return fields;
}

function attribute(tag: string, name: string): string {
  return plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
