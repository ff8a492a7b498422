/** All sentences in all languages, in one place for the tests that judge them. */
import ar from '../../src/i18n/locales/ar.json';
import de from '../../src/i18n/locales/de.json';
import badge from '../../src/i18n/locales/en.badge.json';
import browse from '../../src/i18n/locales/en.browse.json';
import dialog from '../../src/i18n/locales/en.dialog.json';
import form from '../../src/i18n/locales/en.form.json';
import gatherings from '../../src/i18n/locales/en.gatherings.json';
import manage from '../../src/i18n/locales/en.manage.json';
import map from '../../src/i18n/locales/en.map.json';
import mapCard from '../../src/i18n/locales/en.map-card.json';
import mapChoosing from '../../src/i18n/locales/en.map-choosing.json';
import mapExport from '../../src/i18n/locales/en.map-export.json';
import mapJoiningManage from '../../src/i18n/locales/en.map-joining-manage.json';
import mapJoining from '../../src/i18n/locales/en.map-joining.json';
import mapHands from '../../src/i18n/locales/en.map-hands.json';
import mapWeaving from '../../src/i18n/locales/en.map-weaving.json';
import mapPresent from '../../src/i18n/locales/en.map-present.json';
import mapList from '../../src/i18n/locales/en.map-list.json';
import mapNear from '../../src/i18n/locales/en.map-near.json';
import mapScene from '../../src/i18n/locales/en.map-scene.json';
import mapSources from '../../src/i18n/locales/en.map-sources.json';
import mapTiles from '../../src/i18n/locales/en.map-tiles.json';
import needs from '../../src/i18n/locales/en.needs.json';
import sectors from '../../src/i18n/locales/en.sectors.json';
import plans from '../../src/i18n/locales/en.plans.json';
import pledgeForm from '../../src/i18n/locales/en.pledge-form.json';
import pledgeManage from '../../src/i18n/locales/en.pledge-manage.json';
import pledge from '../../src/i18n/locales/en.pledge.json';
import signup from '../../src/i18n/locales/en.signup.json';
import wall from '../../src/i18n/locales/en.wall.json';
import view from '../../src/i18n/locales/en.view.json';
import es from '../../src/i18n/locales/es.json';
import fr from '../../src/i18n/locales/fr.json';
import pt from '../../src/i18n/locales/pt.json';
import type {AllMessages, Message} from '../../src/i18n/messages.js';

/** The English files, one for each part that is fetched on its own. */
export const ENGLISH_FILES: readonly object[] = [
  view,
  form,
  manage,
  gatherings,
  signup,
  plans,
  dialog,
  browse,
  pledge,
  pledgeForm,
  pledgeManage,
  wall,
  badge,
  map,
  mapCard,
  mapChoosing,
  mapExport,
  mapHands,
  mapWeaving,
  mapJoining,
  mapJoiningManage,
  mapList,
  mapNear,
  mapPresent,
  mapTiles,
  mapScene,
  mapSources,
  needs,
  sectors,
];

/** Those of them that a page with nothing but pledges fetches. */
export const PLEDGE_FILES: readonly object[] = [
  view,
  form,
  manage,
  pledge,
  pledgeForm,
  pledgeManage,
  wall,
  badge,
];

/** English as one; does not compile when a file of it is not in it. */
export const english = {
  ...view,
  ...form,
  ...manage,
  ...gatherings,
  ...signup,
  ...plans,
  ...dialog,
  ...browse,
  ...pledge,
  ...pledgeForm,
  ...pledgeManage,
  ...wall,
  ...badge,
  ...map,
  ...mapCard,
  ...mapChoosing,
  ...mapExport,
  ...mapHands,
  ...mapWeaving,
  ...mapJoining,
  ...mapJoiningManage,
  ...mapList,
  ...mapNear,
  ...mapPresent,
  ...mapTiles,
  ...mapScene,
  ...mapSources,
  ...needs,
  ...sectors,
} satisfies AllMessages;

/** Each language by its tag. */
export const locales: Readonly<Record<string, Record<string, Message>>> = {en: english, ar, de, es, fr, pt};
