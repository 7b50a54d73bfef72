/** What TypeScript knows of the kit. Nothing here runs: `npm run lint` compiles it, and a wrong type is an error. */
import type { Announcement, Cause, QuantityStepperOutputs } from '../../src/index.js';
import type { DsQuantityStepper } from '../../src/index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
const holds = <_ extends true>(): void => undefined;

// A tag is its class.
const stepper = document.createElement('ds-quantity-stepper');
holds<Same<typeof stepper, DsQuantityStepper>>();

// A value is a number or an empty text, never null.
holds<Same<typeof stepper.value, number | ''>>();
holds<Same<QuantityStepperOutputs['value'], number | ''>>();
// @ts-expect-error null would delete a signal
export const nothing: DsQuantityStepper['value'] = null;

// The bridge's event is typed on elements and on the document.
stepper.addEventListener('ds-signal', (event) => holds<Same<typeof event, CustomEvent<Announcement>>>());
document.addEventListener('ds-signal', (event) => holds<Same<typeof event.detail.cause, Cause>>());

// Native controls and ours answer to the same names.
export const controls: Pick<
  HTMLInputElement,
  'name' | 'disabled' | 'readOnly' | 'required' | 'form' | 'validity' | 'validationMessage' | 'willValidate'
>[] = [stepper, document.createElement('input')];
export const methods: Pick<
  HTMLInputElement,
  'checkValidity' | 'reportValidity' | 'setCustomValidity' | 'select' | 'focus' | 'stepUp' | 'stepDown'
>[] = [stepper, document.createElement('input')];
