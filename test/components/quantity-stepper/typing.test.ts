import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { heard, part, stepper } from './support.js';

async function typed(attributes: string, text: string) {
  const element = await stepper(attributes);
  element.focus();
  // What no key of this keyboard writes comes as from an input method.
  if (/^[ -~]+$/.test(text)) await sendKeys({ type: text });
  else document.execCommand('insertText', false, text); // eslint-disable-line @typescript-eslint/no-deprecated -- no other way
  await element.updateComplete;
  return element;
}

describe('typing into <ds-quantity-stepper>', () => {
  it('announces, fires input at each key and change once the field is left', async () => {
    const element = await stepper();
    const log = heard(element);
    element.focus();
    await sendKeys({ type: '12' });
    expect(log).to.deep.equal(['user 1', 'input 1', 'user 12', 'input 12']);
    log.length = 0;
    element.blur();
    expect(log).to.deep.equal(['change 12']);
  });

  it('says nothing when the field is left as it was found', async () => {
    const element = await stepper('value="3"');
    const log = heard(element);
    element.focus();
    element.blur();
    expect(log).to.deep.equal([]);
  });

  for (const [lang, text, value] of [
    ['de', '1,5', 1.5],
    ['de', '1.234', 1234],
    ['en', '1.5', 1.5],
    ['en', '1,234.5', 1234.5],
    ['fr', '2,25', 2.25],
    ['ar', '٣', 3],
    ['ar', '١٫٥', 1.5],
    ['ar', '12', 12],
    ['fa', '۴۲', 42],
    ['en', '-7', -7],
    ['en', '−7', -7],
    ['en', ' 8 ', 8],
    ['no-such-language-at-all', '9', 9],
  ] as const)
    it(`reads ${JSON.stringify(text)} as ${value} under lang=${lang}`, async () => {
      const element = await typed(`lang="${lang}" step="any"`, text);
      expect(element.value).to.equal(value);
      expect(element.checkValidity()).to.equal(true);
    });

  for (const [lang, text] of [
    ['en', '1,5'],
    ['de', '1.5'],
    ['en', 'abc'],
    ['en', '-'],
    ['en', '1.2.3'],
    ['en', '1e5'],
    ['en', '12px'],
  ] as const)
    it(`does not guess at ${JSON.stringify(text)} under lang=${lang}: kept, empty and invalid`, async () => {
      const element = await typed(`lang="${lang}"`, text);
      expect(element.value).to.equal('');
      expect(element.validity.badInput).to.equal(true);
      expect(element.validationMessage).to.equal('Enter a number.');
      expect(part(element, 'input').value).to.equal(text);
    });

  it('reads in the language around a shadow root too', async () => {
    const element = await stepper('', (html) => `<div lang="de" id="host"></div>${html}`);
    const host = document.querySelector('#host');
    host?.attachShadow({ mode: 'open' }).append(element);
    await element.updateComplete;
    element.focus();
    await sendKeys({ type: '0,5' });
    expect(element.value).to.equal(0.5);
  });

  it('writes the number as the language does, once the field is left', async () => {
    const element = await typed('lang="de" step="any"', '1234,50');
    expect(part(element, 'input').value).to.equal('1234,50');
    element.blur();
    await element.updateComplete;
    expect(part(element, 'input').value).to.equal('1234,5');
  });

  it('keeps a number that is out of range, and says which numbers will do', async () => {
    const element = await typed('min="1" max="9"', '12');
    element.blur();
    await element.updateComplete;
    expect(element.value).to.equal(12);
    expect(part(element, 'input').value).to.equal('12');
    expect(element.validity.rangeOverflow).to.equal(true);
    expect(element.validationMessage).to.contain('9');
    expect(part(element, 'error').textContent).to.equal(element.validationMessage);
    expect(part(element, 'input').ariaInvalid).to.equal('true');
  });

  it('keeps a number that is off its steps, and says so', async () => {
    const element = await typed('min="0" step="5"', '7');
    expect(element.value).to.equal(7);
    expect(element.validity.stepMismatch).to.equal(true);
    expect(element.validationMessage).not.to.equal('');
  });

  it('does not scold a field before it was used', async () => {
    const element = await stepper('required');
    expect(element.validity.valueMissing).to.equal(true);
    expect(part(element, 'error').textContent).to.equal('');
    expect(part(element, 'input').ariaInvalid).to.equal('false');
  });
});
