import { define } from '../../src/define.js';
import { DsCartBadge } from './cart-badge.js';

define('ds-cart-badge', DsCartBadge);

declare global {
  interface HTMLElementTagNameMap {
    'ds-cart-badge': DsCartBadge;
  }
}
