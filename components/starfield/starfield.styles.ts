import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    contain: content;
    min-block-size: 3rem; /* seen even where the page gives it no height */
  }

  :host([hidden]) {
    display: none;
  }

  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
    /* Not to be seen: its events tell that the inherited colour has changed. */
    transition: color 1ms;
  }
`;
