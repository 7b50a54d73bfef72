/** The HTML that a template sends for a star field. The catalog and its tests mount the same. */

export interface StarfieldArgs {
  centerX: number;
  centerY: number;
  speed: number;
  starCount: number;
  starSize: number;
  streak: number;
  paused: boolean;
}

export const args: StarfieldArgs = {
  centerX: 50,
  centerY: 50,
  speed: 10,
  starCount: 1000,
  starSize: 2.5,
  streak: 50,
  paused: false,
};

/** Every attribute follows a signal. */
export const driven = ({ centerX, centerY, speed, starCount, starSize, streak }: StarfieldArgs): string => `
<ds-starfield
  class="sky"
  center-x="${centerX}"
  center-y="${centerY}"
  speed="${speed}"
  star-count="${starCount}"
  star-size="${starSize}"
  streak="${streak}"
  data-attr:center-x="$centerX"
  data-attr:center-y="$centerY"
  data-attr:speed="$speed"
  data-attr:star-count="$starCount"
  data-attr:star-size="$starSize"
  data-attr:streak="$streak"
  data-attr:paused="$paused"
></ds-starfield>`;

/** A range input and the mouse steer it, with no script of the page's own. */
export const steered = ({ speed }: StarfieldArgs): string => `
<div
  data-on:mousemove="$centerX = (evt.offsetX / el.offsetWidth) * 100; $centerY = (evt.offsetY / el.offsetHeight) * 100"
>
  <ds-starfield
    class="sky"
    speed="${speed}"
    data-attr:center-x="$centerX"
    data-attr:center-y="$centerY"
    data-attr:speed="$speed"
    data-attr:paused="$paused"
  ></ds-starfield>
</div>
<label>Speed <input type="range" min="-50" max="50" value="${speed}" data-bind:speed /></label>`;

/** A still sky: the same seed is the same sky on every screen. */
export const still = ({ starCount, starSize }: StarfieldArgs): string => `
<ds-starfield
  class="sky"
  speed="0"
  seed="orion"
  label="The sky above the observatory tonight"
  star-count="${starCount}"
  star-size="${starSize}"
  data-attr:star-count="$starCount"
  data-attr:star-size="$starSize"
></ds-starfield>`;

/** Stars take the text colour, whatever lies behind. */
export const dusk = ({ speed, streak }: StarfieldArgs): string => `
<div class="dusk">
  <ds-starfield class="sky" speed="${speed}" streak="${streak}" data-attr:speed="$speed" data-attr:streak="$streak" data-attr:paused="$paused"></ds-starfield>
</div>`;
