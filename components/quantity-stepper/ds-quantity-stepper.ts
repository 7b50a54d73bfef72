import { define } from '../../src/define.js';
import { DsQuantityStepper } from './quantity-stepper.js';

define('ds-quantity-stepper', DsQuantityStepper);

declare global {
  interface HTMLElementTagNameMap {
    'ds-quantity-stepper': DsQuantityStepper;
  }
}
