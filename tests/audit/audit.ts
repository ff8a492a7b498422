import {assert} from 'chai';

import {loadLocale, localizerFor} from '../../src/i18n/locales.js';
import type {Localizer} from '../../src/i18n/localizer.js';
import {assertAccessible} from '../testing/axe.js';
import type {Stage} from '../testing/stage.js';
import {forceColors, type Look, looksHere} from './looks.js';

/** How long one sight may take in all its looks, in milliseconds. */
const LONG = 120_000;

/** What is judged of a widget, whichever it is. */
interface Judged {
  readonly element: HTMLElement & {theme: string; readonly updateComplete: Promise<boolean>};
  readonly fits: boolean;
}

/** A page with one sight on it. `end` is called after it. */
export interface Page {
  readonly stage: Stage;
  /** The widget that is there now: a visitor who comes back meets another. */
  widget(): Judged;
  end(): Promise<void>;
}

/** One thing to see: what it is called, the page that it begins on, and the steps to it. */
export interface Scene<P extends Page> {
  readonly what: string;
  readonly open: () => Promise<P>;
  readonly go: (page: P, say: Localizer['t']) => Promise<unknown>;
}

/** Gives the page this look, and waits until it has it. */
async function wear({stage}: Page, widget: Judged, {theme, width, letters}: Look) {
  Object.assign(stage.root.style, {
    inlineSize: `${width}px`,
    fontSize: `${letters}px`,
    backgroundColor: theme === 'dark' ? '#111' : '#fff',
    colorScheme: theme,
  });
  widget.element.theme = theme;
  await widget.element.updateComplete;
  // Colours on their way from one theme to the other are neither.
  for (const {shadowRoot} of stage.findAll('*'))
    for (const transition of shadowRoot?.getAnimations() ?? []) transition.finish();
}

/** What is wider than its own box, innermost: its element, by how many pixels, and its words. */
function widest({element}: Judged): string {
  const wide = [...element.shadowRoot!.querySelectorAll('.root *:not(.silent)')].filter(
    ({scrollWidth, clientWidth}) => clientWidth > 0 && scrollWidth > clientWidth,
  );
  return wide
    .filter((each) => !wide.some((other) => other !== each && each.contains(other)))
    .map(({localName, className, scrollWidth, clientWidth, textContent}) => {
      const words = textContent!.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
      return `${localName}.${className} (${scrollWidth - clientWidth} px): ${words}`;
    })
    .join('; ');
}

/** Judges every sight of `tag` in every look, on pages in `lang`. */
export function auditIn<P extends Page>(tag: string, lang: string, scenes: readonly Scene<P>[]): void {
  describe(`<${tag}> on a page in ${lang}, in every look`, () => {
    let looks: readonly Look[];
    let page: P;

    before(async () => {
      looks = await looksHere();
      await loadLocale(lang);
    });

    beforeEach(() => {
      document.documentElement.lang = lang;
      document.documentElement.dir = localizerFor(lang).dir;
    });

    afterEach(async () => {
      await page.end();
      document.documentElement.lang = 'en';
      document.documentElement.dir = 'ltr';
    });

    for (const {what, open, go} of scenes)
      it(what, async function () {
        this.timeout(LONG);
        page = await open();
        // Asked anew each time: the form's sentences come with the form.
        await go(page, (key, vars) => localizerFor(lang).t(key, vars));

        const found: string[] = [];
        for (const look of looks) {
          await forceColors(look.forced);
          await wear(page, page.widget(), look);
          const worn = Object.values(look).join(' ');
          if (!page.widget().fits)
            found.push(`${worn}: it is wider than its column by ${widest(page.widget())}`);
          await assertAccessible(page.stage.root).catch((error: Error) =>
            found.push(`${worn}: ${error.message}`),
          );
        }

        assert.deepEqual(found, []);
      });
  });
}
