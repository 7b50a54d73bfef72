/** What every host does alike. `npm run test:hosts` starts each, and runs this against it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from './stage.js';
import './first-paint.js';
import './sky.js';
import './trouble.js';
import './purchase.js';
import './once.js';
import './plain.js';
import './hostile.js';
import './pieces.js';

test('No page had anything to complain of in its console', () => {
  assert.deepEqual(complaints(), []);
});
