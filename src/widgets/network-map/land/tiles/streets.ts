import {html, nothing, type TemplateResult} from 'lit';

import {scriptTag} from '../../../../context/script-tag.js';
import {CtgErrorEvent} from '../../../../ui/events.js';
import type {MapHost} from '../../map-host.js';
import type {StreetsPart} from '../../parts.js';
import type {Look} from '../../scene/look.js';
import type {View} from '../../scene/view.js';
import {drawTiles} from './draw-tiles.js';
import {readTemplate, type TileAddress} from './template.js';
import {TileImages} from './tile-images.js';
import {tilesInView} from './tiles-in-view.js';

/** What visitors have said of each origin: as long as the page lives, for all its maps, and kept nowhere. */
const said = new Map<string, boolean>();

/** Tiles under a map, once a visitor or the page has agreed that their host is asked. */
export class Streets implements StreetsPart {
  readonly #host: MapHost;
  readonly #onCame: () => void;
  #written: string | undefined;
  #address: TileAddress | undefined;
  #images: TileImages | undefined;
  #level: number | undefined;

  /** @param onCame is called when there is more to paint */
  constructor(host: MapHost, onCame: () => void) {
    this.#host = host;
    this.#onCame = onCame;
  }

  /** The question, or the way back. */
  render(): TemplateResult | typeof nothing {
    this.#read();
    if (!this.#address) return nothing;
    const {words: l} = this.#host;
    const {host} = this.#address;
    const button = (text: string, isOn: boolean): TemplateResult =>
      html`<button
        class="textbutton"
        type="button"
        @click=${() => this.#say(isOn)}
        .textContent=${text}
      ></button>`;
    return this.#isShown
      ? html`<div class="streets">
          ${button(l.t('streets.hide'), false)}<span class="muted" .textContent=${this.#credit}></span>
        </div>`
      : html`<div class="streets">
          <span .textContent=${l.t('streets.ask', {host})}></span> ${button(l.t('streets.show'), true)}
        </div>`;
  }

  /** Paints them, and asks for those that are missing; whether any are shown. */
  readonly paint = (context: CanvasRenderingContext2D, view: View, look: Look): boolean => {
    this.#read();
    if (!this.#images || !this.#isShown) return false;
    const tiles = tilesInView(view);
    const level = tiles[0]?.z;
    // On the way from far to near each level would be asked for, to be given up at once.
    if (!look.isMoving || level === this.#level) {
      this.#level = level;
      this.#images.want(tiles);
    }
    const images = this.#images;
    if (drawTiles(context, view, tiles, (tile) => images.get(tile)) === 0) return false;
    const {palette, unit, family} = look;
    context.save();
    if (isDark(context, palette.land)) {
      // Streets are drawn for paper: beside a dark page they would blind.
      context.globalAlpha = 0.7;
      context.fillStyle = palette.land;
      context.fillRect(0, 0, view.width, view.height);
    }
    // On the canvas itself, so that a picture that is saved or printed has it too.
    context.font = `${11 * unit}px ${family}`;
    const most = view.width - 160 * unit;
    const wide = Math.min(most, context.measureText(this.#credit).width);
    const [right, bottom] = [view.width - 6 * unit, view.height - 6 * unit];
    context.globalAlpha = 0.85;
    context.fillStyle = palette.surface;
    context.fillRect(right - wide - 5 * unit, bottom - 15 * unit, wide + 11 * unit, 21 * unit);
    context.fillRect(0, bottom - 34 * unit, 150 * unit, 40 * unit);
    context.globalAlpha = 1;
    context.fillStyle = palette.text;
    context.textAlign = 'right';
    context.textBaseline = 'alphabetic';
    context.fillText(this.#credit, right, bottom - 1 * unit, most);
    context.restore();
    return true;
  };

  get #isShown(): boolean {
    return said.get(this.#address!.origin) ?? this.#host.tilesConsent;
  }

  get #credit(): string {
    return this.#host.tilesCredit || this.#address!.host;
  }

  #say(isOn: boolean): void {
    said.set(this.#address!.origin, isOn);
    this.#images?.want([]);
    this.#onCame();
    this.#host.changed('.streets button');
  }

  /** Reads what the page says, where that has changed. */
  #read(): void {
    const {tiles} = this.#host;
    if (tiles === this.#written) return;
    this.#written = tiles;
    this.#images?.want([]);
    this.#images = this.#address = undefined;
    if (!tiles) return;
    const read = readTemplate(tiles, document.baseURI, scriptTag().allow);
    if (read.ok) {
      this.#address = read.value;
      this.#images = new TileImages(read.value, this.#onCame);
    } else this.#host.dispatchEvent(new CtgErrorEvent('bad-address', `tiles: ${read.failure}`));
  }
}

/** Whether a colour, as a canvas names it, is a dark one. */
function isDark(context: CanvasRenderingContext2D, colour: string): boolean {
  context.fillStyle = colour;
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(String(context.fillStyle)) ?? [];
  return [red, green, blue].every((part) => part !== undefined && parseInt(part, 16) < 128);
}
