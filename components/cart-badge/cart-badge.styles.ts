import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
    position: relative;
  }

  :host([hidden]) {
    display: none;
  }

  [part='base'] {
    display: grid;
    color: inherit;
    place-items: center;
    min-inline-size: 2.75em;
    border-radius: 0.5em;
    block-size: 100%;
    min-block-size: 2.75em;

    &:focus-visible {
      outline: 2px solid var(--ds-focus-color, Highlight);
      outline-offset: 2px;
    }
  }

  svg {
    inline-size: 1.6em;
    block-size: 1.6em;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  [part='count'] {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    min-inline-size: 0.8em;
    padding-inline: 0.4em;
    border-radius: 1em;
    font-size: 0.75em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.6;
    text-align: center;
    white-space: nowrap;
    color: var(--ds-badge-color, white);
    background: var(--ds-badge-background, #b3261e);

    @media (forced-colors: active) {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }

  /* For ears alone. */
  [role='status'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    opacity: 0;
    white-space: nowrap;
  }
`;
