import { aTimeout, expect, fixture } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { itNeeds } from '../../support/engine.js';
import { heard, middle, part, stepper } from './support.js';

const press = async (node: Element) => {
  await sendMouse({ type: 'move', position: middle(node) });
  await sendMouse({ type: 'down' });
};
const release = () => sendMouse({ type: 'up' });

/** Long enough for several repeats. */
const HOLD = 900;

describe('the buttons of <ds-quantity-stepper>', () => {
  afterEach(() => resetMouse());

  it('step once a click: announcement, input, change', async () => {
    const element = await stepper('value="1"');
    const log = heard(element);
    await sendMouse({ type: 'click', position: middle(part(element, 'increment')) });
    expect(log).to.deep.equal(['user 2', 'input 2', 'change 2']);
    await sendMouse({ type: 'click', position: middle(part(element, 'decrement')) });
    expect(element.value).to.equal(1);
  });

  it('work without a pointer, as assistive technology presses them', async () => {
    const element = await stepper('value="1"');
    part(element, 'increment').click();
    part(element, 'increment').click();
    expect(element.value).to.equal(3);
  });

  it('leave the focus, and the caret, where they are', async () => {
    const element = await stepper('value="1"');
    await sendMouse({ type: 'click', position: middle(part(element, 'increment')) });
    expect(document.activeElement).to.equal(document.body);
    element.focus();
    await sendMouse({ type: 'click', position: middle(part(element, 'increment')) });
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'input'));
  });

  it('say that there is no way further, and then do nothing', async () => {
    const element = await stepper('value="2" max="2"');
    const log = heard(element);
    expect(part(element, 'increment').ariaDisabled).to.equal('true');
    expect(part(element, 'decrement').ariaDisabled).to.equal('false');
    part(element, 'increment').click();
    expect(log).to.deep.equal([]);
  });

  it('bring a typed value back into range', async () => {
    const element = await stepper('min="1" max="9"');
    element.focus();
    await sendKeys({ type: '500' });
    part(element, 'increment').click();
    expect(element.value).to.equal(9);
  });

  it('repeat while held: an announcement and an input a step, one change on release', async () => {
    const element = await stepper('value="1"');
    const log = heard(element);
    await press(part(element, 'increment'));
    await aTimeout(HOLD);
    await release();
    const last = Number(element.value);
    expect(last).to.be.greaterThan(3);
    const steps = Array.from({ length: last - 1 }, (_, index) => index + 2);
    expect(log).to.deep.equal([...steps.flatMap((value) => [`user ${value}`, `input ${value}`]), `change ${last}`]);
    await aTimeout(HOLD / 2);
    expect(element.value).to.equal(last);
  });

  it('step again by a click after a hold', async () => {
    const element = await stepper('value="1"');
    await press(part(element, 'increment'));
    await aTimeout(HOLD);
    await release();
    const held = Number(element.value);
    await sendMouse({ type: 'click', position: middle(part(element, 'increment')) });
    expect(element.value).to.equal(held + 1);
    part(element, 'increment').click();
    expect(element.value).to.equal(held + 2);
  });

  it('stop at the end of the range', async () => {
    const element = await stepper('value="1" max="3"');
    const log = heard(element);
    await press(part(element, 'increment'));
    await aTimeout(HOLD);
    await release();
    expect(log).to.deep.equal(['user 2', 'input 2', 'user 3', 'input 3', 'change 3']);
  });

  for (const [cause, end] of Object.entries({
    'the pointer is cancelled': () => window.dispatchEvent(new PointerEvent('pointercancel')),
    'the window loses the focus': () => window.dispatchEvent(new Event('blur')),
    'the control is disabled': (element: HTMLElement) => element.setAttribute('disabled', ''),
    'the fieldset is disabled': (element: HTMLElement) => element.closest('fieldset')?.setAttribute('disabled', ''),
    'the control becomes readonly': (element: HTMLElement) => element.setAttribute('readonly', ''),
    'the field loses the focus': (element: HTMLElement) => element.blur(),
  }))
    it(`stop repeating when ${cause}, with one change`, async () => {
      const element = await stepper('value="1"', (html) => `<fieldset>${html}</fieldset>`);
      element.focus();
      const log = heard(element);
      await press(part(element, 'increment'));
      await aTimeout(HOLD);
      end(element);
      await element.updateComplete;
      const last = element.value;
      expect(last).to.be.greaterThan(2);
      await aTimeout(HOLD / 2);
      expect(element.value).to.equal(last);
      expect(log.filter((entry) => entry.startsWith('change'))).to.deep.equal([`change ${last}`]);
    });

  it('stop repeating when the control is removed, without a word', async () => {
    const element = await stepper('value="1"');
    const log = heard(element);
    await press(part(element, 'increment'));
    await aTimeout(HOLD);
    element.remove();
    const last = element.value;
    await aTimeout(HOLD / 2);
    expect(element.value).to.equal(last);
    expect(log.filter((entry) => entry.startsWith('change'))).to.deep.equal([]);
  });

  itNeeds('the right mouse button', 'mean nothing to the other mouse buttons', async () => {
    const element = await stepper('value="1"');
    await sendMouse({ type: 'move', position: middle(part(element, 'increment')) });
    await sendMouse({ type: 'down', button: 'right' });
    await aTimeout(HOLD);
    await sendMouse({ type: 'up', button: 'right' });
    expect(element.value).to.equal(1);
  });
});

describe('the keyboard of <ds-quantity-stepper>', () => {
  itNeeds('held keys', 'has one tab stop, backwards too', async () => {
    const root = await fixture(
      '<div><button>a</button><ds-quantity-stepper value="1"></ds-quantity-stepper><button>b</button></div>',
    );
    const [before, after] = root.querySelectorAll('button');
    const element = root.querySelector('ds-quantity-stepper');
    await element?.updateComplete;
    before?.focus();
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(element);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(after);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(document.activeElement).to.equal(element);
  });

  it('steps, pages and goes to both ends', async () => {
    const element = await stepper('value="50" min="1" max="99" page-step="20"');
    element.focus();
    for (const [key, value] of [
      ['ArrowUp', 51],
      ['ArrowDown', 50],
      ['PageUp', 70],
      ['PageDown', 50],
      ['Home', 1],
      ['End', 99],
    ] as const) {
      await sendKeys({ press: key });
      expect(element.value, key).to.equal(value);
    }
  });

  it('pages by ten steps unless told otherwise', async () => {
    const element = await stepper('value="0" step="0.5"');
    element.focus();
    await sendKeys({ press: 'PageUp' });
    expect(element.value).to.equal(5);
  });

  itNeeds('held keys', 'fires input at every repeat of a held key, and one change when it is let go', async () => {
    const element = await stepper('value="1"');
    element.focus();
    const log = heard(element);
    for (let count = 0; count < 3; count++) await sendKeys({ down: 'ArrowUp' });
    await sendKeys({ up: 'ArrowUp' });
    expect(log.filter((entry) => !entry.startsWith('user'))).to.deep.equal([
      'input 2',
      'input 3',
      'input 4',
      'change 4',
    ]);
  });

  it('leaves Home and End to the caret where there is no bound', async () => {
    const element = await stepper('value="123"');
    element.focus();
    await sendKeys({ press: 'Home' });
    expect(part(element, 'input').selectionStart).to.equal(0);
    expect(element.value).to.equal(123);
  });

  it('changes nothing that is readonly', async () => {
    const element = await stepper('value="5" readonly');
    element.focus();
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ type: '9' });
    part(element, 'increment').click();
    expect(element.value).to.equal(5);
  });

  it('can be disabled by property', async () => {
    const element = await stepper('value="5"');
    element.disabled = true;
    await element.updateComplete;
    expect(element.matches(':disabled')).to.equal(true);
    part(element, 'increment').click();
    expect(element.value).to.equal(5);
    expect(part(element, 'input').disabled).to.equal(true);
  });
});

it('<ds-quantity-stepper> does not change under the mouse wheel', async () => {
  const element = await stepper('value="5"');
  element.focus();
  for (const deltaY of [-100, 100, -100])
    part(element, 'input').dispatchEvent(
      new WheelEvent('wheel', { deltaY, bubbles: true, composed: true, cancelable: true }),
    );
  await element.updateComplete;
  expect(element.value).to.equal(5);
});
