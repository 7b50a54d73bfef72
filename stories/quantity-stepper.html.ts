/** The HTML that a template sends for a quantity stepper. The catalog and its tests mount the same. */
import { escape } from './escape.js';

export interface QuantityStepperArgs {
  value: number | '';
  min: number;
  max: number;
  step: number;
  disabled: boolean;
  readonly: boolean;
  required: boolean;
  error: string;
}

export const args: QuantityStepperArgs = {
  value: 1,
  min: 1,
  max: 99,
  step: 1,
  disabled: false,
  readonly: false,
  required: false,
  error: '',
};

/** One value, both ways: Datastar's own `data-bind`; every other attribute follows a signal. */
export const bound = ({ value, min, max, step }: QuantityStepperArgs): string => `
<label for="quantity">Quantity</label>
<ds-quantity-stepper
  id="quantity"
  name="quantity"
  value="${value}"
  min="${min}"
  max="${max}"
  step="${step}"
  data-bind:value
  data-attr:min="$min"
  data-attr:max="$max"
  data-attr:step="$step"
  data-attr:disabled="$disabled"
  data-attr:readonly="$readonly"
  data-attr:required="$required"
  data-attr:error="$error"
></ds-quantity-stepper>`;

/** A signal of another name, deeper in the store, written by the bridge. */
export const signal = ({ value, min, max }: QuantityStepperArgs): string => `
<ds-quantity-stepper
  label="Telescopes"
  value="${value}"
  min="${min}"
  max="${max}"
  data-attr:value="$value"
  to-signal="value: value"
></ds-quantity-stepper>
<p>In the cart: <output data-text="$value"></output></p>`;

/** Decimals are exact, in the language of the page: type "1,5". */
export const decimals = ({ value }: QuantityStepperArgs): string => `
<div lang="de">
  <label for="metres">Meter Kabel</label>
  <ds-quantity-stepper id="metres" name="metres" value="${value}" min="0" step="0.1" data-bind:value></ds-quantity-stepper>
</div>`;

/** A field of a plain form: labelled, validated, reset and submitted like the native ones. */
export const form = ({ value, min, max }: QuantityStepperArgs): string => `
<form>
  <label for="tickets">Tickets for Saturday night</label>
  <ds-quantity-stepper
    id="tickets" name="tickets" value="${value}" min="${min}" max="${max}" required data-bind:value
  ></ds-quantity-stepper>
  <button type="reset">Reset</button>
</form>`;

/** What the server has to say about the value, until it says something else. */
export const error = ({ value, max, error: message }: QuantityStepperArgs): string => `
<label for="rare">Meteorites</label>
<ds-quantity-stepper
  id="rare"
  name="rare"
  value="${value}"
  max="${max}"
  error="${escape(message)}"
  data-bind:value
  data-attr:error="$error"
></ds-quantity-stepper>`;
