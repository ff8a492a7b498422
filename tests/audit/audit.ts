import {assert} from 'chai';

import {loadLocale, localizerFor} from '../../src/i18n/locales.js';
import {assertAccessible} from '../testing/axe.js';
import type {GatheringSignupHarness} from '../widgets/gathering-signup.harness.js';
import {arriveFor, MAIN, OTHERS} from '../widgets/sights.js';
import type {Visit} from '../widgets/visit.js';
import {forceColors, type Look, looksHere} from './looks.js';

/** How long one sight may take in all its looks, in milliseconds. */
const LONG = 120_000;

/** Gives the page this look, and waits until it has it. */
async function wear({stage}: Visit, widget: GatheringSignupHarness, {theme, width, letters}: Look) {
  Object.assign(stage.root.style, {
    inlineSize: `${width}px`,
    fontSize: `${letters}px`,
    backgroundColor: theme === 'dark' ? '#111' : '#fff',
    colorScheme: theme,
  });
  widget.element.theme = theme;
  await widget.element.updateComplete;
  // Colours on their way from one theme to the other are neither.
  for (const {shadowRoot} of stage.findAll('ctg-gathering-signup'))
    for (const transition of shadowRoot!.getAnimations()) transition.finish();
}

/** What is wider than its own box, innermost: its element, by how many pixels, and its words. */
function widest({element}: GatheringSignupHarness): string {
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

/** Judges every sight in every look, on pages in `lang`. */
export function auditIn(lang: string): void {
  describe(`<ctg-gathering-signup> on a page in ${lang}, in every look`, () => {
    let looks: readonly Look[];
    let visit: Visit;

    before(async () => {
      looks = await looksHere();
      await loadLocale(lang);
    });

    beforeEach(() => {
      document.documentElement.lang = lang;
      document.documentElement.dir = localizerFor(lang).dir;
    });

    afterEach(async () => {
      await visit.end();
      document.documentElement.lang = 'en';
      document.documentElement.dir = 'ltr';
    });

    for (const sight of [...MAIN, ...OTHERS])
      it(sight.what, async function () {
        this.timeout(LONG);
        visit = await arriveFor(sight);
        const widget = visit.widget();
        // Asked anew each time: the form's sentences come with the form.
        await sight.go(widget, (key, vars) => localizerFor(lang).t(key, vars), visit);

        const found: string[] = [];
        for (const look of looks) {
          await forceColors(look.forced);
          await wear(visit, visit.widget(), look);
          const worn = Object.values(look).join(' ');
          if (!visit.widget().fits)
            found.push(`${worn}: it is wider than its column by ${widest(visit.widget())}`);
          await assertAccessible(visit.stage.root).catch((error: Error) =>
            found.push(`${worn}: ${error.message}`),
          );
        }

        assert.deepEqual(found, []);
      });
  });
}
