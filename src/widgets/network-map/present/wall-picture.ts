import type {GraphPart, PartName, Parts, ScenePart} from '../parts.js';
import {Atlas} from '../atlas.js';
import type {MapHost, SceneHost} from '../map-host.js';
import type {Question} from './questions.js';

/** Ties are twice as wide as beside letters of 16 pixels, where the letters around are 24. */
const WIDE = 4 / 3;

/** The picture on a big screen: a scene of its own, so that the one of the widget stays as it is. */
export class WallPicture implements SceneHost {
  atlas: Atlas | undefined;
  view = 'map';
  selected: number | undefined;
  scene: ScenePart | undefined;
  /** All groups are looked at, wherever the page begins. */
  readonly center = undefined;
  readonly zoom = undefined;
  readonly renderRoot: ParentNode;
  readonly #host: MapHost;
  readonly #refit = new ResizeObserver(() => this.scene?.lookAtFirst(true));
  #graph: GraphPart | undefined;
  #isOver = false;

  /** @param box is what the canvas is in, and the element that has the look's tokens */
  constructor(host: MapHost, box: HTMLElement) {
    this.#host = host;
    this.renderRoot = box;
  }

  get words(): MapHost['words'] {
    return this.#host.words;
  }

  get shown(): Atlas | undefined {
    return this.atlas;
  }

  get outline(): string | undefined {
    return this.#host.outline;
  }

  /** Shows another network, or other groups of it: forgets what was drawn of the one before. O(n). */
  take({network, isStrict}: Atlas): void {
    this.atlas = new Atlas(network, isStrict);
  }

  /** Shows what answers a question, and moves there as the map does. Does nothing where the picture can't be had. */
  async show({groups, ...question}: Question): Promise<void> {
    this.view = question.about === 'ties' || question.about === 'hubs' ? 'graph' : 'map';
    this.selected = question.about === 'hubs' ? question.hubs[0]!.group : undefined;
    const mask = new Uint8Array(this.atlas!.network.groups.length);
    for (const group of groups) mask[group] = 1;
    this.atlas!.filter(mask);
    await this.#enter();
    const {scene} = this;
    if (!scene) return;
    scene.sync();
    scene.updated();
    // A graph is looked at as a whole by itself, and its groups are on their way just now. So is a map before it has room.
    if (this.view === 'map' && scene.stage.hasRoom) scene.stage.fit(undefined, true);
  }

  bring<Name extends PartName>(name: Name): Promise<Parts[Name] | undefined> {
    return name === 'graph'
      ? (this.#bringGraph() as Promise<Parts[Name] | undefined>)
      : this.#host.bring(name);
  }

  later<Name extends PartName>(name: Name): Parts[Name] | undefined {
    return name === 'graph' ? (this.#graph as Parts[Name] | undefined) : undefined;
  }

  dispatchEvent(event: Event): boolean {
    return this.#host.dispatchEvent(event);
  }

  /** Paints no more, and lets go of all that it painted. */
  end(): void {
    this.#isOver = true;
    this.#refit.disconnect();
    this.scene?.end();
    this.scene = undefined;
    this.#graph = undefined;
    // Some browsers keep what was painted for long after the canvas is gone.
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas) canvas.width = canvas.height = 0;
  }

  async #enter(): Promise<void> {
    if (this.scene) return;
    const like = await this.#host.bring('scene');
    if (!like || this.scene || this.#isOver) return;
    const {open} = await import('../scene/index.js');
    if (this.scene || this.#isOver) return;
    this.scene = open(this, like);
    this.scene.stage.ties = WIDE;
    this.scene.sync();
    this.scene.updated();
    // After the stage has begun to watch, because who watches first is told first.
    this.#refit.observe(this.renderRoot as HTMLElement);
  }

  async #bringGraph(): Promise<GraphPart | undefined> {
    try {
      this.#graph ??= (await import('../graph/index.js')).open(this);
    } catch {
      // No connection just now: the map stays, and the next question of this kind asks again.
    }
    return this.#isOver ? undefined : this.#graph;
  }
}
