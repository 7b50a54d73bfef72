/** Every element of the kit, and the bridge. The bridge comes first: it must see elements before they are defined. */
import './bridge.js';
import '../components/cart-badge/ds-cart-badge.js';
import '../components/quantity-stepper/ds-quantity-stepper.js';
import '../components/starfield/ds-starfield.js';

export { DsCartBadge } from '../components/cart-badge/cart-badge.js';
export { DsQuantityStepper, type QuantityStepperOutputs } from '../components/quantity-stepper/quantity-stepper.js';
export { DsStarfield } from '../components/starfield/starfield.js';
export type { Announcement, Cause, Outputs } from './announce.js';
