import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import { heard, part, stepper } from './support.js';

describe('the value of <ds-quantity-stepper>', () => {
  it('is a number, or an empty string, and never null', async () => {
    const element = await stepper('value="3"');
    expect(element.value).to.equal(3);
    for (const nothing of [null, undefined, '', NaN, 'abc', {}, Infinity]) {
      element.value = 5;
      element.value = nothing;
      expect(element.value).to.equal('');
    }
  });

  it('is empty without a value attribute', async () => {
    const element = await stepper();
    expect(element.value).to.equal('');
    expect(element.valueAsNumber).to.be.NaN;
    expect(part(element, 'input').value).to.equal('');
  });

  it('becomes a number when a signal sends text', async () => {
    const element = await stepper();
    element.value = '7';
    expect(element.value).to.equal(7);
  });

  it('follows valueAsNumber, where NaN is empty', async () => {
    const element = await stepper('value="3"');
    element.valueAsNumber = 2.5;
    expect(element.value).to.equal(2.5);
    element.valueAsNumber = NaN;
    expect(element.value).to.equal('');
  });

  it('stays what it is when its attribute is taken away', async () => {
    const element = await stepper('value="3"');
    element.removeAttribute('value');
    await element.updateComplete;
    expect(element.value).to.equal(3);
  });

  it('is not clamped: what is out of range is kept and invalid', async () => {
    const element = await stepper('min="1" max="9" value="12"');
    expect(element.value).to.equal(12);
    expect(element.validity.rangeOverflow).to.equal(true);
    element.value = -4;
    expect(element.value).to.equal(-4);
    expect(element.validity.rangeUnderflow).to.equal(true);
  });

  it('leaves half typed text alone when a signal echoes the number it means', async () => {
    const element = await stepper('lang="de"');
    element.focus();
    await sendKeys({ type: '1,' });
    element.value = 1;
    element.setAttribute('value', '1.0');
    await element.updateComplete;
    expect(part(element, 'input').value).to.equal('1,');
  });

  it('gives way to a changed attribute, whatever was typed', async () => {
    const element = await stepper('value="1"');
    element.focus();
    await sendKeys({ type: '77' });
    element.setAttribute('value', '4');
    await element.updateComplete;
    expect(element.value).to.equal(4);
    expect(part(element, 'input').value).to.equal('4');
  });

  it('gives way to a changed attribute even where junk was typed', async () => {
    const element = await stepper();
    element.focus();
    await sendKeys({ type: 'abc' });
    element.setAttribute('value', '');
    await element.updateComplete;
    expect(part(element, 'input').value).to.equal('');
    expect(element.validity.badInput).to.equal(false);
  });

  it('gives way to a script where junk was typed', async () => {
    const element = await stepper('value="3"');
    element.focus();
    element.select();
    await sendKeys({ type: 'abc' });
    await aTimeout(0);
    element.value = '';
    await element.updateComplete;
    expect(part(element, 'input').value).to.equal('');
    expect(element.validity.badInput).to.equal(false);
  });

  it('lets a minus stand that a signal answers with nothing', async () => {
    const element = await stepper('value="3"');
    element.addEventListener('ds-signal', () => element.setAttribute('value', String(element.value)));
    element.focus();
    element.select();
    await sendKeys({ press: '-' });
    expect(part(element, 'input').value).to.equal('-');
    await sendKeys({ press: '5' });
    expect(element.value).to.equal(-5);
  });

  it('is not disturbed when a morph takes the same attribute away and puts it back', async () => {
    const element = await stepper('value="1"');
    element.value = 8;
    element.removeAttribute('value');
    element.setAttribute('value', '1');
    await element.updateComplete;
    expect(element.value).to.equal(8);
  });

  it('goes back to its attribute when rev changes', async () => {
    const element = await stepper('value="1" rev="a"');
    element.value = 8;
    const log = heard(element);
    element.setAttribute('rev', 'b');
    await element.updateComplete;
    expect(element.value).to.equal(1);
    expect(log).to.deep.equal(['reset 1']);
  });

  it('ignores a rev that a morph takes away and puts back', async () => {
    const element = await stepper('value="1" rev="a"');
    element.value = 8;
    element.removeAttribute('rev');
    element.setAttribute('rev', 'a');
    await element.updateComplete;
    expect(element.value).to.equal(8);
  });

  it('changes by script without a word to the page', async () => {
    const element = await stepper('value="1"');
    const log = heard(element);
    element.value = 2;
    element.stepUp(3);
    element.stepDown();
    expect(element.value).to.equal(4);
    expect(log).to.deep.equal([]);
  });

  it('tells the bridge, and nobody else, when its attribute changes', async () => {
    const element = await stepper('value="1"');
    const log = heard(element);
    element.setAttribute('value', '2');
    expect(log).to.deep.equal(['attribute 2']);
  });
});

describe('a step of <ds-quantity-stepper>', () => {
  it('is exact for decimals', async () => {
    const element = await stepper('value="0.1" step="0.1"');
    element.stepUp(2);
    expect(element.value).to.equal(0.3);
    for (let count = 0; count < 10; count++) element.stepDown();
    expect(element.value).to.equal(-0.7);
  });

  it('stays on the grid of any decimal step', async () => {
    const element = await stepper();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: -500, max: 500 }), (hundredths, count) => {
        element.step = hundredths / 100;
        element.value = 0;
        element.stepUp(count);
        expect(element.value).to.equal((hundredths * count) / 100);
      }),
    );
  });

  it('does not leave the range', async () => {
    const element = await stepper('min="1" max="6" step="2" value="1"');
    element.stepUp(9);
    expect(element.value).to.equal(5);
    element.stepDown(9);
    expect(element.value).to.equal(1);
  });

  it('brings back what is out of range, in whichever direction it goes', async () => {
    const element = await stepper('min="1" max="9" value="500"');
    element.stepUp();
    expect(element.value).to.equal(9);
    element.value = -500;
    element.stepDown();
    expect(element.value).to.equal(1);
  });

  it('goes to the next value on the grid from one beside it', async () => {
    const element = await stepper('min="0" step="5" value="7"');
    element.stepUp();
    expect(element.value).to.equal(10);
    element.value = 7;
    element.stepDown();
    expect(element.value).to.equal(5);
  });

  it('starts an empty field at the bottom of its range', async () => {
    const element = await stepper('min="5"');
    element.stepUp();
    expect(element.value).to.equal(5);
  });

  it('is one, off any grid, with step="any"', async () => {
    const element = await stepper('min="0" max="3" step="any" value="1.25"');
    element.stepUp();
    expect(element.value).to.equal(2.25);
    element.stepUp();
    expect(element.value).to.equal(3);
    expect(element.checkValidity()).to.equal(true);
  });
});
