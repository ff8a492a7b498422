import type {Site} from '../documents.js';
import {html, type Markup, type Part} from '../pages/html.js';

/** The field in which a form of the host's proves that its page could be read. */
export const FORM_KEY = 'key';

/** A form of the host's page: its buttons and fields, posted to `action`. */
export function pressForm({form_key}: Site, action: string, content: Part, kind = ''): Markup {
  return html`<form class="${kind}" method="post" action="${action}" novalidate>
    <input type="hidden" name="${FORM_KEY}" value="${form_key}" />
    ${content}
  </form>`;
}
