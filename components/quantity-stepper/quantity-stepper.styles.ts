import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }

  :host([hidden]) {
    display: none;
  }

  [part='base'] {
    display: inline-flex;
    border: 1px solid var(--ds-border-color, color-mix(in srgb, currentcolor 45%, transparent));
    border-radius: var(--ds-radius, 0.5rem);
    overflow: clip;
    background: var(--ds-field-background, transparent);

    &:focus-within {
      outline: 2px solid var(--ds-focus-color, Highlight);
      outline-offset: 2px;
    }
  }

  :host(:state(user-invalid)) [part='base'] {
    border-color: var(--ds-error-color, light-dark(#b3261e, #ffb4ab));
  }

  button,
  input {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    color: inherit;
    min-block-size: 2.75em;
  }

  /* First in the tree, so that a label's click reaches it; between the buttons to the eye. */
  input {
    inline-size: var(--ds-quantity-stepper-input-size, 3.5em);
    text-align: center;
    font-variant-numeric: tabular-nums;
    outline: none;
  }

  button {
    inline-size: 2.75em;
    display: grid;
    place-items: center;
    cursor: pointer;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
    touch-action: manipulation;
  }

  [part='decrement'] {
    order: -1;
  }

  button svg {
    inline-size: 1em;
    block-size: 1em;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  @media (hover: hover) {
    button:hover {
      background: color-mix(in srgb, currentcolor 10%, transparent);
    }
  }

  button:active {
    background: color-mix(in srgb, currentcolor 20%, transparent);
  }

  button[aria-disabled='true'],
  button:disabled,
  input:disabled {
    cursor: default;
    opacity: 0.45;
    background: none;

    @media (forced-colors: active) {
      opacity: 1;
      color: GrayText;
    }
  }

  [part='error'] {
    font-size: 0.875em;
    color: var(--ds-error-color, light-dark(#b3261e, #ffb4ab));
  }

  /* An empty one stays where screen readers listen. */
  [part='error']:not(:empty) {
    margin-block-start: 0.35em;
  }
`;
