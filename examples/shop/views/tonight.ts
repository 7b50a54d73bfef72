import { html } from 'hono/html';
import type { View } from './layout.js';
import { takesFocus, type Rendering } from './rendering.js';

const percent = new Intl.NumberFormat('en-IE', { style: 'percent' });

export interface Tonight {
  /** Part of the Moon that is lit, from 0 to 1. */
  readonly moon: number;
  readonly isWaxing: boolean;
}

const synodicMonth = 29.530588853 * 24 * 60 * 60 * 1000; // milliseconds from new moon to new moon, on average
const knownNewMoon = Date.UTC(2000, 0, 6, 18, 14); // Meeus, Astronomical Algorithms, chapter 49

/** The Moon's phase, to about half a day: its light is (1 − cos φ) / 2 at the angle φ from the new moon. */
export function tonight(now: number): Tonight {
  const age = ((((now - knownNewMoon) / synodicMonth) % 1) + 1) % 1;
  return { moon: (1 - Math.cos(2 * Math.PI * age)) / 2, isWaxing: age < 0.5 };
}

export function tonightPanel(tonight?: Tonight): View {
  return html`<section id="tonight" class="tonight">
    <h2>Tonight on the hill</h2>
    ${tonight ? tonightDetails(tonight, 'page') : placeholder}
    ${tonight ? tonightAlert(tonight) : html`<p id="alert"></p>`}
  </section>`;
}

/** The Moon as it is: its lit limb is half a circle, its terminator half an ellipse. New for those who have not asked yet. */
function moonDrawing({ moon, isWaxing }: Tonight = { moon: 0, isWaxing: true }): View {
  const limb = isWaxing ? 1 : 0;
  const terminator = moon > 0.5 ? limb : 1 - limb;
  const width = (40 * Math.abs(1 - 2 * moon)).toFixed(1);
  return html`<svg class="moon" viewBox="-44 -44 88 88" aria-hidden="true">
    <circle r="40" />
    <path d="M0-40A40 40 0 0 ${limb} 0 40A${width} 40 0 0 ${terminator} 0-40z" />
  </svg>`;
}

const placeholder = html`<div id="info-details">
  ${moonDrawing()}
  <form action="/info#tonight" data-on:submit="@get('/info')">
    <button type="submit" class="quiet">What is up?</button>
  </form>
</div>`;

export function tonightDetails({ moon, isWaxing }: Tonight, rendering: Rendering): View {
  return html`<div id="info-details">
    ${moonDrawing({ moon, isWaxing })}
    <p ${takesFocus(rendering)}>
      The Moon is ${percent.format(moon)} lit and ${isWaxing ? 'growing' : 'shrinking'}. The dome is open from
      nightfall; come up the north path, without a torch.
    </p>
  </div>`;
}

export function tonightAlert({ moon }: Tonight): View {
  const advice = moon > 0.5 ? 'A bright night: come for craters, not for galaxies.' : 'A dark night: bring a red lamp.';
  return html`<p id="alert" role="alert">${advice}</p>`;
}
