import {html, type TemplateResult} from 'lit';

import type {Localizer} from '../../../../i18n/localizer.js';
import type {MessageKey} from '../../../../i18n/messages.js';
import {renderText} from '../../../../ui/text.js';

/** Where websites live, the most common ones first. */
export const HOSTS = ['wordpress', 'wix', 'squarespace', 'google', 'github', 'server', 'other'] as const;
/** One of them. */
export type Builder = (typeof HOSTS)[number];

const GITHUB: readonly MessageKey[] = [
  'file.github.1',
  'file.github.2',
  'file.github.3',
  'file.github.4',
  'file.github.5',
];
const SERVER: readonly MessageKey[] = ['file.server.1', 'file.server.2'];

/** What is said first, and the steps: of those that can't hold such a file, where it can lie instead. */
const STEPS: Readonly<Record<Builder, readonly [first: MessageKey, steps: readonly MessageKey[]]>> = {
  wordpress: ['file.wordpress', SERVER],
  wix: ['file.elsewhere', GITHUB],
  squarespace: ['file.elsewhere', GITHUB],
  google: ['file.elsewhere', GITHUB],
  github: ['file.github', GITHUB],
  server: ['file.server', SERVER],
  other: ['file.other', GITHUB],
};

/** What a server is told so that other websites may read the file: for Apache, in `.htaccess`, and for nginx. */
const APACHE = `<Files "ctg.json">
  Header set Access-Control-Allow-Origin "*"
</Files>`;
const NGINX = `location = /ctg.json {
  add_header Access-Control-Allow-Origin "*";
}`;

/** Draws how the file is put on a website of `builder`. */
export function renderSteps(l: Localizer, builder: Builder): TemplateResult {
  const [first, steps] = STEPS[builder];
  const isServer = steps === SERVER;
  return html`<div class="stack" part="steps">
    ${renderText(l.t(first, {builder: l.t(`file.builder.${builder}`)}))}
    <ol class="steps">
      ${steps.map((key) => html`<li .textContent=${l.t(key)}></li>`)}
    </ol>
    ${renderText(l.t('file.allow'), 'strong')}
    ${
      isServer
        ? [
            renderText(l.t('file.allow.server')),
            renderCode('Apache (.htaccess)', APACHE),
            renderCode('nginx', NGINX),
          ]
        : renderText(l.t('file.allow.github'))
    }
    ${renderText(l.t('file.test'), 'small muted')}
  </div>`;
}

function renderCode(name: string, code: string): TemplateResult {
  return html`<div class="stack-2">
    <p class="small" .textContent=${name}></p>
    <pre tabindex="0" role="region" dir="ltr" aria-label=${name} .textContent=${code}></pre>
  </div>`;
}
