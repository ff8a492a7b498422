/** The door of the scene: the picture of the network, and what moves it. */
import words from '../../../i18n/locales/en.map-scene.json';
import {addMessages} from '../../../i18n/locales.js';
import type {MapHost, SceneHost} from '../map-host.js';
import {onPrint} from '../on-print.js';
import type {ScenePart} from '../parts.js';
import {Scene} from './scene.js';

addMessages('en', words);

export {sceneStyles as chunkStyles} from './scene.styles.js';

/** The scene of `host`; on the same ground as another one, if there is one, and then not for paper. */
export function open(host: MapHost): Scene;
export function open(host: SceneHost, like: ScenePart | undefined): Scene;
export function open(host: MapHost | SceneHost, like?: ScenePart): Scene {
  const scene = new Scene(host, like instanceof Scene ? like : undefined);
  if ('addController' in host)
    onPrint(host, {before: () => scene.stage.print(), after: () => scene.stage.unprint()});
  return scene;
}
