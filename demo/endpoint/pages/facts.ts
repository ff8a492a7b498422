import {safeUrl} from '../../../src/base/safe-url.js';
import type {Gathering, Place} from '../../../src/protocol/gathering.js';
import {html, type Markup, type Part} from './html.js';
import {zoneName, whenOf} from './words.js';

const LANGUAGES = new Intl.DisplayNames('en', {type: 'language'});

/** When, where and with whom: a list of facts. */
export function factsOf({start, end, timeZone, place, host, language, series}: Gathering): Markup {
  const when = whenOf(start, end);
  return html`<dl class="facts" lang="en">
    <dt>When</dt>
    <dd>
      ${when ? html`${when.date}<br />${when.time}, ${zoneName(timeZone)}` : 'Date to be confirmed'}
      ${series?.label && html`<br /><span class="muted">${series.label}</span>`}
    </dd>
    ${
      place &&
      html`<dt>Where</dt>
        <dd>${whereOf(place)}</dd>`
    }
    ${
      host &&
      html`<dt>Host</dt>
        <dd><bdi>${host.name}</bdi></dd>`
    }
    ${
      language &&
      language !== 'en' &&
      html`<dt>Language</dt>
        <dd>${languageName(language)}</dd>`
    }
  </dl>`;
}

/** Where it is, or that the address comes later. */
export function whereOf({name, address, online, revealed}: Place): Part {
  const link = safeUrl(online);
  return [
    [name, address].filter(Boolean).join(', '),
    link && html`<a href="${link.href}" rel="noopener noreferrer">${link.host}</a>`,
    revealed === 'confirmed' &&
      !address &&
      !link &&
      html`<br /><span class="muted">You get the address when the host says yes.</span>`,
  ];
}

function languageName(tag: string): string {
  return LANGUAGES.of(tag) ?? tag;
}
