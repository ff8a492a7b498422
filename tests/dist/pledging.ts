import type {FrameLocator, Page as Tab} from 'playwright-core';

import type {CtgDocument} from '../../src/protocol/document.js';

/** What a webmaster pastes for a pledge; `more` are attributes, such as the view. */
export const pledgeSnippet = (endpoint: string, reserve = 'style="min-height:24em"', more = '') =>
  `<div data-ctg="values-pledge" data-endpoint="${endpoint}" ${more} ${reserve}><a href="/pledge">Pledge with us</a></div>`;

/** The tag that goes with it. */
export const pledgeTag = (query = '') => `<script type="module" src="/w/values-pledge.js${query}"></script>`;

/** What a site asks people to pledge. */
export const PLEDGE: NonNullable<CtgDocument['pledge']> = {
  values: [
    {id: 'love', label: 'Love', definition: 'Caring for the good of others.'},
    {id: 'integrity', label: 'Integrity', definition: 'What I do matches what I say.'},
    {id: 'courage', label: 'Courage', definition: 'Doing what is right when it is hard.'},
    {id: 'service', label: 'Service', definition: 'Giving time and skill.'},
    {id: 'respect', label: 'Respect', definition: 'Honouring the worth of every person.'},
  ],
  goal: 250,
  counts: {people: 212, organisations: 9, byValue: {love: 181, integrity: 96, courage: 61, service: 143}},
  recent: [
    {id: 'a', kind: 'person', name: 'Ana R.', values: ['love'], at: '2026-11-20T10:00:00Z'},
    {
      id: 'b',
      kind: 'organisation',
      name: 'Riverside Bakery',
      values: ['service'],
      at: '2026-11-12T10:00:00Z',
    },
  ],
  consents: [{id: 'pledge', text: 'You may count my pledge.', version: '1', required: true}],
};

/** Waits until the widget in this tab, or frame of it, shows its values. */
export async function valuesShown(tab: Tab | FrameLocator): Promise<void> {
  await tab.locator('ctg-values-pledge [part~="value"]').first().waitFor();
}

/**
 * A script of the page's own that pledges and says on the console how it went. Like that of a signup it is part of the
 * page, because Chromium permits more to whatever runs under a debugger.
 */
export const PLEDGER = `
  const violations = [];
  addEventListener('securitypolicyviolation', (event) => {
    violations.push([event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample].join(' '));
  });
  const within = () => document.querySelector('ctg-values-pledge')?.shadowRoot;
  const until = (look) => new Promise((resolve) => {
    const again = () => { const found = look(); if (found) resolve(found); else requestAnimationFrame(again); };
    again();
  });
  const type = (field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    field.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
  };
  const tell = (end) => setTimeout(() => console.log('visit ' + JSON.stringify({violations, end})));
  addEventListener('ctg-pledge', (event) => tell(event.detail.status + ', ' + event.detail.delivery));

  const box = await until(() => within()?.querySelector('input[name="values"]'));
  box.click();
  type(await until(() => within().querySelector('[name="name"]')), 'Ana Ruiz');
  type(within().querySelector('[name="email"]'), 'ana@example.com');
  for (const consent of within().querySelectorAll('input[type=checkbox]:not([name="values"])'))
    if (!consent.checked) consent.click();
  within().querySelector('button[type=submit]').click();
  // A form that is refused says so; a visit that hangs would only say that time ran out.
  const wrong = await until(() => within().querySelector('[part~="errors"]'));
  tell('not sent: ' + wrong.textContent.replace(/\\s+/g, ' '));
`;
