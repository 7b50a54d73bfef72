/** What TypeScript knows of the kit. Nothing here runs: `npm run lint` compiles it, and a wrong type is an error. */
import type { Announcement, Cause, QuantityStepperOutputs } from '../../src/index.js';
import type { DsQuantityStepper } from '../../src/index.js';

type Same<A, B> = [A, B] extends [B, A] ? true : false;

// A tag is its class.
const stepper = document.createElement('ds-quantity-stepper');
export const tag: Same<typeof stepper, DsQuantityStepper> = true;

// A value is a number or an empty text, never null.
export const value: Same<typeof stepper.value, number | ''> = true;
export const output: Same<QuantityStepperOutputs['value'], number | ''> = true;
// @ts-expect-error null would delete a signal
export const nothing: DsQuantityStepper['value'] = null;

// The bridge's event is typed on elements and on the document.
export const onElement: Same<HTMLElementEventMap['ds-signal'], CustomEvent<Announcement>> = true;
export const onDocument: Same<DocumentEventMap['ds-signal']['detail']['cause'], Cause> = true;

// Native controls and ours answer to the same names.
export const controls: Pick<
  HTMLInputElement,
  'name' | 'disabled' | 'readOnly' | 'required' | 'form' | 'validity' | 'validationMessage' | 'willValidate'
>[] = [stepper, document.createElement('input')];
export const methods: Pick<
  HTMLInputElement,
  'checkValidity' | 'reportValidity' | 'setCustomValidity' | 'select' | 'focus' | 'stepUp' | 'stepDown'
>[] = [stepper, document.createElement('input')];
