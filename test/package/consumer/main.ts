/** A page of somebody else's: it takes one element by its tag, one by its class, and the rest by the whole kit. */
import 'ds-elements/ds-elements.css';
import 'ds-elements/ds-quantity-stepper.js';
import { DsCartBadge } from 'ds-elements/components/cart-badge.js';
import type { Announcement } from 'ds-elements';

if (!customElements.get('ds-cart-badge')) customElements.define('ds-cart-badge', DsCartBadge);
const badge: DsCartBadge = document.createElement('ds-cart-badge');
const stepper = document.createElement('ds-quantity-stepper');
stepper.value = 1;
stepper.addEventListener('ds-signal', ({ detail }: CustomEvent<Announcement>) => {
  badge.count = Number(detail.outputs['value']);
});
// @ts-expect-error what the kit does not have is no type either
export const wrong: unknown = stepper.nonsense;

void import('ds-elements').then(() => document.body.append(stepper, badge, document.createElement('ds-starfield')));
