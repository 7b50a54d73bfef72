import { define } from '../../src/define.js';
import { DsStarfield } from './starfield.js';

define('ds-starfield', DsStarfield);

declare global {
  interface HTMLElementTagNameMap {
    'ds-starfield': DsStarfield;
  }
}
