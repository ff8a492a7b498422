/** The five questions, as a form. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {type Choice, type Choices, HOSTS, LANGUAGES, looksOf, sourcesOf, THEMES, WHATS} from './choices.js';

/** Told what was answered. */
export type Answer = (answer: Partial<Choices>) => void;

/** The first four questions, and those beside them; the fifth stands with what is pasted. */
export function renderQuestions(choices: Choices, answer: Answer): TemplateResult {
  return html`
    ${renderStep(
      1,
      'What should people see?',
      html`${renderCards('what', WHATS, choices.what, answer)}
        <div class="then">${renderCards('look', looksOf(choices.what), choices.look, answer)}</div>
        ${renderBadgeId(choices, answer)}`,
    )}
    ${renderStep(
      2,
      choices.what === 'pledge' ? 'Where is your pledge?' : 'Where are your gatherings?',
      html`${renderCards('source', sourcesOf(choices.what), choices.source, answer)}
      ${renderAddress(choices, answer)}`,
    )}
    ${renderStep(3, 'In which language?', renderPills('lang', LANGUAGES, choices.lang, answer))}
    ${renderStep(
      4,
      'In which colours?',
      html`<div class="row">
        <label class="colour"
          ><input
            type="color"
            name="accent"
            .value=${live(choices.accent)}
            @input=${(event: Event) => answer({accent: valueOf(event)})}
          />
          One colour of your site</label
        >
        ${renderPills('theme', THEMES, choices.theme, answer)}
      </div>`,
    )}
  `;
}

/** The fifth question. */
export function renderHost(choices: Choices, answer: Answer): TemplateResult {
  return renderStep(
    5,
    'What is your website made with?',
    html`${renderPills('host', HOSTS, choices.host, answer)}
      <div class="fields">
        ${renderText({
          id: 'site',
          label: 'Address of your website',
          value: choices.site,
          placeholder: 'https://stpaul.example',
          help: 'Where the link leads for people whose browser runs no scripts.',
          type: 'url',
          input: (site) => answer({site}),
        })}
        ${renderText({
          id: 'files',
          label: 'Address of the widget',
          value: choices.files,
          help: 'Yours, once the files are on your own website; until then, this one.',
          type: 'url',
          input: (files) => answer({files}),
        })}
      </div>`,
  );
}

function renderStep(number: number, question: string, inside: unknown): TemplateResult {
  return html`<fieldset class="step">
    <legend><span class="petal" aria-hidden="true">${number}</span> ${question}</legend>
    ${inside}
  </fieldset>`;
}

function renderCards(
  name: keyof Choices,
  all: readonly Choice[],
  chosen: string,
  answer: Answer,
): TemplateResult {
  return html`<div class="cards">
    ${all.map(
      ({value, label, about}) =>
        html`<label class="card"
          ><input
            type="radio"
            name=${name}
            value=${value}
            .checked=${live(value === chosen)}
            @change=${() => answer({[name]: value})}
          /><b>${label}</b> <small>${about}</small></label
        >`,
    )}
  </div>`;
}

function renderPills(
  name: keyof Choices,
  all: readonly Choice[],
  chosen: string,
  answer: Answer,
): TemplateResult {
  return html`<div class="pills">
    ${all.map(
      ({value, label}) =>
        html`<label class="pill" lang=${name === 'lang' && value ? value : nothing}
          ><input
            type="radio"
            name=${name}
            value=${value}
            .checked=${live(value === chosen)}
            @change=${() => answer({[name]: value})}
          />${label}</label
        >`,
    )}
  </div>`;
}

function renderBadgeId({what, look, pledge}: Choices, answer: Answer): unknown {
  if (what !== 'pledge' || look !== 'badge') return nothing;
  return renderText({
    id: 'pledge',
    label: 'Id of the pledge',
    value: pledge,
    help: 'The organisation reads it below its pledge, once it is sent.',
    input: (id) => answer({pledge: id}),
  });
}

function renderAddress(choices: Choices, answer: Answer): unknown {
  const input = (address: string) => answer({address});
  const given = {id: 'address', value: choices.address, type: 'url', input};
  switch (choices.source) {
    case 'file':
      return renderText({
        ...given,
        label: 'Where you will put the file',
        placeholder: 'https://stpaul.example/ctg.json',
        help: 'Anywhere on your website. You can write this later.',
      });
    case 'ours':
      return html`<p class="help">
          For a Google spreadsheet: <a href="/endpoints/sheet.gs">sheet.gs</a>. For a host with PHP:
          <a href="/endpoints/ctg.php">ctg.php</a>. How each is set up stands at its top, in four steps.
        </p>
        ${renderText({
          ...given,
          label: 'The address that you have then',
          placeholder: 'https://script.google.com/macros/s/…/exec',
          help: 'It ends in /exec for a spreadsheet, and in /ctg.php for PHP.',
        })}`;
    case 'address':
      return renderText({
        ...given,
        label: 'The address',
        placeholder: 'https://…',
        help: 'Where JSON is answered, from a host that lets other websites read it. If nothing appears, what stands below the preview says why, and can be copied for whoever looks after that system.',
      });
    default:
      return nothing;
  }
}

/** One line to write in, with its label, a help, and what is wrong with it. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly type?: string;
  readonly placeholder?: string;
  readonly help?: string;
  readonly problem?: string | undefined;
  readonly list?: string;
  readonly input: (value: string) => void;
}

/** A field: label, help, error, input, in that order. */
export function renderText({
  id,
  label,
  value,
  type = 'text',
  placeholder,
  help,
  problem,
  list,
  input,
}: Field): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label> ${renderNotes(id, help, problem)}
    <input
      id=${id}
      type=${type}
      placeholder=${placeholder ?? nothing}
      list=${list ?? nothing}
      autocomplete="off"
      aria-describedby=${describedBy(id, help, problem)}
      aria-invalid=${problem ? 'true' : nothing}
      .value=${live(value)}
      @input=${(event: Event) => input(valueOf(event))}
    />
  </div>`;
}

/** Help and error of a field. */
export function renderNotes(id: string, help: string | undefined, problem: string | undefined): unknown {
  return [
    help ? html`<p class="help" id="${id}-help">${help}</p>` : nothing,
    problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing,
  ];
}

/** The ids of what `renderNotes` wrote. */
export function describedBy(id: string, help: string | undefined, problem: string | undefined): unknown {
  const ids = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return ids === '' ? nothing : ids;
}

/** What was typed or chosen. */
export function valueOf({target}: Event): string {
  return (target as HTMLInputElement).value;
}
