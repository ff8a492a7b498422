import type badge from './locales/en.badge.json';
import type browse from './locales/en.browse.json';
import type dialog from './locales/en.dialog.json';
import type form from './locales/en.form.json';
import type gatherings from './locales/en.gatherings.json';
import type manage from './locales/en.manage.json';
import type plans from './locales/en.plans.json';
import type mapCard from './locales/en.map-card.json';
import type mapChoosing from './locales/en.map-choosing.json';
import type mapHands from './locales/en.map-hands.json';
import type mapWeaving from './locales/en.map-weaving.json';
import type mapList from './locales/en.map-list.json';
import type mapNear from './locales/en.map-near.json';
import type mapScene from './locales/en.map-scene.json';
import type mapSources from './locales/en.map-sources.json';
import type mapExport from './locales/en.map-export.json';
import type mapJoining from './locales/en.map-joining.json';
import type mapJoiningManage from './locales/en.map-joining-manage.json';
import type mapPresent from './locales/en.map-present.json';
import type mapTiles from './locales/en.map-tiles.json';
import type map from './locales/en.map.json';
import type needs from './locales/en.needs.json';
import type pledgeForm from './locales/en.pledge-form.json';
import type pledgeManage from './locales/en.pledge-manage.json';
import type pledge from './locales/en.pledge.json';
import type sectors from './locales/en.sectors.json';
import type signup from './locales/en.signup.json';
import type view from './locales/en.view.json';
import type wall from './locales/en.wall.json';

/** The name of a sentence. */
export type MessageKey =
  | keyof typeof view
  | keyof typeof form
  | keyof typeof manage
  | keyof typeof gatherings
  | keyof typeof signup
  | keyof typeof plans
  | keyof typeof dialog
  | keyof typeof browse
  | keyof typeof pledge
  | keyof typeof pledgeForm
  | keyof typeof pledgeManage
  | keyof typeof wall
  | keyof typeof badge
  | keyof typeof needs
  | keyof typeof sectors
  | keyof typeof mapCard
  | keyof typeof mapChoosing
  | keyof typeof mapHands
  | keyof typeof mapWeaving
  | keyof typeof mapList
  | keyof typeof mapNear
  | keyof typeof mapScene
  | keyof typeof mapSources
  | keyof typeof mapExport
  | keyof typeof mapJoining
  | keyof typeof mapJoiningManage
  | keyof typeof mapPresent
  | keyof typeof mapTiles
  | keyof typeof map;

/**
 * Wordings by plural category of `Intl.PluralRules`; `=0`, `=1` … stand for exactly that number and win.
 * `{n}` in them is the number, written as the language writes numbers.
 */
export type Plural = Readonly<Record<string, string>>;

/** A sentence with several numbers in it: each `{slot}` of `text` that has an entry here is a plural of its own. */
export type Sentence = Readonly<Record<string, string | Plural>> & {readonly text: string};

/**
 * Text with `{name}` slots, or a plural chosen by `n`, or several plurals. `{host|the host}` is a slot with words of
 * its own for when nothing is known.
 */
export type Wording = string | Plural | Sentence;

/**
 * What a locale file says for a key: a wording, or several of which the first is taken whose slots can all be
 * filled (`You're in, {name}.`, else `You're in.`).
 */
export type Message = Wording | readonly Wording[];

/** Sentences by key; what is missing is looked up in the next layer. */
export type Messages = Readonly<Partial<Record<MessageKey, Message>>>;

/** What a complete locale must have. */
export type AllMessages = Readonly<Record<MessageKey, Message>>;

/** What goes into the slots; one that is `undefined` or empty counts as not known. */
export type Vars<T = never> = Readonly<Record<string, string | number | undefined | T>>;
