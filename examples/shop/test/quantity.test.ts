import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuantity } from '../quantity.js';

test('a whole number from 1 to 99 is taken as it is', () => {
  for (const text of ['1', '7', '99', ' 12 ', '+3', '4.0', '007'])
    assert.deepEqual(readQuantity(text), { count: Number(text), isAssumed: false }, text);
});

test('an absent quantity counts as one, and is told apart from a one that was sent', () => {
  assert.deepEqual(readQuantity(undefined), { count: 1, isAssumed: true });
});

test('what is no number is refused, and put back as far as it is short', () => {
  for (const junk of [
    '',
    '   ',
    'three',
    '1e3',
    '0x10',
    '1,5',
    'NaN',
    'Infinity',
    '1 2',
    '--1',
    '<b>1</b>',
    '9'.repeat(400),
  ]) {
    const reading = readQuantity(junk);
    assert.ok('error' in reading && reading.error !== '', junk);
    assert.equal(reading.shown, junk.trim().slice(0, 20), junk);
  }
});

test('the same field twice, or a file in its place, is refused', () => {
  for (const junk of [['1', '2'], new File(['1'], '1.txt'), null, 1]) assert.ok('error' in readQuantity(junk));
});

test('numbers out of range or in parts are refused with a reason of their own, and stay in the field', () => {
  const reasons: [text: string, reason: RegExp][] = [
    ['0', /at least 1/],
    ['-4', /at least 1/],
    ['100', /at most 99/],
    ['999999999', /at most 99/],
    ['1.5', /whole/],
  ];
  for (const [text, reason] of reasons) {
    const reading = readQuantity(text);
    assert.ok('error' in reading, text);
    assert.match(reading.error, reason);
    assert.equal(reading.shown, text);
  }
});
