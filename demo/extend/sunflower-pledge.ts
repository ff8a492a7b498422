// A pledge as a developer makes it their own: another picture of the values, and one more thing to ask. The page
// `extend.html` shows what stands between the marks, and runs all of it.
// #region imports
import {
  BeforePledgeEvent,
  type FlowerPicture,
  type PledgeEvent,
  type PledgeScene,
  ValuesPledge,
} from 'ctg-widgets';
import {css, html, svg} from 'lit';
// #endregion

// #region petal
/** Rays of one value, side by side. */
const RAYS = 4;

class SunflowerPledge extends ValuesPledge {
  protected override renderFlower({values, chosen, lit, onPress}: FlowerPicture) {
    const step = 360 / (values.length * RAYS);
    const ray = (turn: number) =>
      svg`<path d="M0-32C9-50 8-76 0-98C-8-76-9-50 0-32Z" transform="rotate(${turn})"></path>`;
    return html`<svg class="sunflower" viewBox="-104 -104 208 208" aria-hidden="true">
      ${values.map(
        ({id}, index) =>
          svg`<g class=${[chosen.has(id) && 'chosen', id === lit && 'lit'].filter(Boolean).join(' ')} @click=${() => onPress?.(id)}>
            ${Array.from({length: RAYS}, (_, at) => ray(step * (index * RAYS + at - (RAYS - 1) / 2)))}
          </g>`,
      )}
      <circle r="34"></circle>
    </svg>`;
  }
  // #endregion

  // #region field
  #heard = '';

  protected override renderValues(scene: PledgeScene) {
    return html`${super.renderValues(scene)}
      <label class="heard">
        How did you hear of the garden?
        <input
          .value=${this.#heard}
          @input=${({target}: InputEvent) => (this.#heard = (target as HTMLInputElement).value)}
        />
      </label>`;
  }

  constructor() {
    super();
    this.addEventListener(BeforePledgeEvent.type, (event: Event) => {
      if (!(event instanceof BeforePledgeEvent) || this.#heard.trim() !== '') return;
      event.preventDefault();
      event.reason = 'Please say how you heard of the garden.';
    });
    this.addEventListener('ctg-pledge', ({detail: {id}}: PledgeEvent) => {
      this.dispatchEvent(
        new CustomEvent('garden-heard', {bubbles: true, detail: {pledge: id, heard: this.#heard}}),
      );
    });
  }
  // #endregion

  // #region tag
  static override styles = [
    ...[ValuesPledge.styles].flat(),
    css`
      .sunflower {
        display: block;
        max-inline-size: 22em;
        margin-inline: auto;
        fill: light-dark(#ece3cf, #3a3f36);
      }
      .sunflower g {
        cursor: pointer;
      }
      .sunflower .chosen {
        fill: light-dark(#e9a800, #ffc83d);
      }
      .sunflower .lit {
        stroke: currentcolor;
        stroke-width: 2;
      }
      .sunflower circle {
        fill: #6b4420;
      }
      .heard {
        display: grid;
        gap: 0.25em;
        font-weight: 600;
      }
      .heard input {
        padding: 0.55em 0.75em;
        border: 1px solid currentcolor;
        background: none;
        color: inherit;
        font: inherit;
      }
    `,
  ];
}

customElements.define('sunflower-pledge', SunflowerPledge);
// #endregion
