import type {Browser, FrameLocator, Page as Tab} from 'playwright-core';

import type {Site} from './site.js';

/** The snippet as the README gives it. */
export const snippet = (endpoint: string, reserve = 'style="min-height:24em"') =>
  `<div data-ctg="gathering-signup" data-endpoint="${endpoint}" ${reserve}><a href="/gatherings">See our gatherings</a></div>`;

/** The tag that goes with it. */
export const tag = (query = '') => `<script type="module" src="/w/gathering-signup.js${query}"></script>`;

/** What a visit came to, as the page itself saw it. */
export interface Visit {
  /** Policy violations, as `directive blocked-address source`. */
  violations: string[];
  /** Uncaught errors and what was written to the console as one. */
  errors: string[];
  /** The state of the signup that was sent, or of the step at which the visit ended. */
  end: string;
}

/**
 * A script of the page's own that signs somebody up and says on the console how it went.
 *
 * It is part of the page, because Chromium permits `eval`, inline code and more to whatever runs under a debugger:
 * a test that pressed the buttons from outside would pass on a page where visitors see nothing.
 */
export const VISITOR = `
  const violations = [];
  addEventListener('securitypolicyviolation', (event) => {
    violations.push([event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample].join(' '));
  });
  const roots = (root) => [...root.querySelectorAll('*')].flatMap((el) =>
    el.shadowRoot ? [el.shadowRoot, ...roots(el.shadowRoot)] : []);
  const all = (selector) => roots(document).flatMap((root) => [...root.querySelectorAll(selector)]);
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
  addEventListener('ctg-signup', (event) => tell(event.detail.status + ', ' + event.detail.delivery));

  const open = await until(() =>
    all('[part~="item"] button').find((el) => el.checkVisibility() && el.textContent.trim() === 'Sign up'));
  open.click();
  const form = await until(() => all('[part~="form"]')[0]);
  type(await until(() => form.querySelector('[name="name"]')), 'Ana Ruiz');
  // Some hosts ask for one of the two alone.
  const mail = form.querySelector('[name="email"]');
  type(mail ?? form.querySelector('[name="phone"]'), mail ? 'ana@example.com' : '775 555 0134');
  for (const select of form.querySelectorAll('select')) type(select, select.options[1].value);
  for (const box of form.querySelectorAll('input[type=checkbox]')) if (!box.checked) box.click();
  const press = form.querySelector('button[type=submit]');
  press.click();
  // A form that is refused says so; a visit that hangs would only say that time ran out.
  const wrong = await until(() => all('[part~="errors"]')[0]);
  tell('not sent: ' + wrong.textContent.replace(/\\s+/g, ' '));
`;

/** Opens the address and waits until the page's own script has said how the visit went. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const tab = await browser.newPage();
  const errors = errorsOf(tab);
  const told = tab.waitForEvent('console', {
    predicate: (message) => message.text().startsWith('visit '),
    timeout: 30_000,
  });
  try {
    await tab.goto(address);
    const message = await told;
    const seen = JSON.parse(message.text().slice('visit '.length)) as Omit<Visit, 'errors'>;
    return {...seen, errors};
  } catch (error) {
    throw new Error(`The visit did not end. Errors on the page:\n${errors.join('\n')}`, {cause: error});
  } finally {
    await tab.close();
  }
}

/** A list that fills with what goes wrong in the tab. */
export function errorsOf(tab: Tab): string[] {
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

/** Waits until the widget in this tab, or frame of it, shows its list. */
export async function listShown(tab: Tab | FrameLocator): Promise<void> {
  await tab.locator('ctg-gathering-signup [part~="item"]').first().waitFor();
}

/** Signs somebody up for a gathering in the `n`-th widget, from 0, and waits until it says so. */
export async function signUp(tab: Tab | FrameLocator, gathering: string, n = 0): Promise<void> {
  const widget = tab.locator('ctg-gathering-signup').nth(n);
  await widget.locator(`[data-id="${gathering}"] button`).click();
  await widget.locator('#name').fill('Ana Ruiz');
  await widget.locator('#email').fill('ana@example.org');
  for (const select of await widget.locator('select').all()) await select.selectOption({index: 1});
  for (const box of await widget.locator('input[type="checkbox"]').all()) await box.check();
  await widget.locator('[part~="form"] button[type="submit"]').click();
  await widget.getByText("You're in, ").waitFor();
}

/** Whether this browser asks again for a module that failed; older engines keep the failure while the page lives. */
export async function asksAgain(browser: Browser, site: Site): Promise<boolean> {
  site.file('again.js', 'export {}');
  site.down.add('/again.js');
  const tab = await browser.newPage();
  await tab.goto(site.page({body: '<p>Nothing of ours</p>'}));
  const has = () => tab.evaluate("import('/again.js').then(() => true, () => false)");
  await has();
  site.down.delete('/again.js');
  const again = await has();
  await tab.close();
  return again === true;
}
