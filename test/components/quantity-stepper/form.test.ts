import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { heard, middle, part, stepper } from './support.js';

const inForm =
  (rest = '') =>
  (html: string) =>
    `<form>${html}${rest}</form>`;

function formOf(element: Element): HTMLFormElement {
  const form = element.closest('form');
  if (!form) throw new Error('no form');
  return form;
}

const entries = (form: HTMLFormElement) => [...new FormData(form)].map(([name, value]) => `${name}=${value as string}`);

/** Names of the buttons that submitted the form; the page stays. */
function submissions(form: HTMLFormElement): string[] {
  const log: string[] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    log.push(event.submitter?.id ?? 'nobody');
  });
  return log;
}

describe('<ds-quantity-stepper> in a form', () => {
  it('is submitted under its name', async () => {
    const element = await stepper('name="quantity" value="3"', inForm());
    expect(entries(formOf(element))).to.deep.equal(['quantity=3']);
    element.value = '';
    expect(entries(formOf(element))).to.deep.equal(['quantity=']);
  });

  it('is submitted as an empty text when it has no value at all', async () => {
    const element = await stepper('name="quantity"', inForm());
    expect(entries(formOf(element))).to.deep.equal(['quantity=']);
  });

  it('has its new form value before anybody hears of the act', async () => {
    const element = await stepper('name="quantity" value="3"', inForm());
    const seen: string[][] = [];
    for (const type of ['ds-signal', 'input', 'change'])
      element.addEventListener(type, () => seen.push(entries(formOf(element))));
    part(element, 'increment').click();
    expect(seen).to.deep.equal([['quantity=4'], ['quantity=4'], ['quantity=4']]);
  });

  it('is submitted when readonly, and left out when disabled', async () => {
    const element = await stepper('name="quantity" value="3" readonly', inForm());
    expect(entries(formOf(element))).to.deep.equal(['quantity=3']);
    element.disabled = true;
    expect(entries(formOf(element))).to.deep.equal([]);
  });

  it('is disabled with its fieldset, and comes back with it', async () => {
    const element = await stepper(
      'name="quantity" value="3"',
      (html) => `<form><fieldset disabled>${html}</fieldset></form>`,
    );
    expect(part(element, 'input').disabled).to.equal(true);
    expect(entries(formOf(element))).to.deep.equal([]);
    element.closest('fieldset')?.removeAttribute('disabled');
    await element.updateComplete;
    expect(part(element, 'input').disabled).to.equal(false);
    expect(entries(formOf(element))).to.deep.equal(['quantity=3']);
  });

  it('goes back to its attribute when the form is reset, and tells the bridge', async () => {
    const element = await stepper('name="quantity" value="3"', inForm());
    element.focus();
    await sendKeys({ type: '9' });
    const log = heard(element);
    formOf(element).reset();
    await element.updateComplete;
    expect(element.value).to.equal(3);
    expect(part(element, 'input').value).to.equal('3');
    expect(log).to.deep.equal(['reset 3']);
  });

  it('takes back what the browser restores, and tells the bridge', async () => {
    const element = await stepper('value="3"', inForm());
    const log = heard(element);
    element.formStateRestoreCallback('8');
    expect(element.value).to.equal(8);
    expect(log).to.deep.equal(['reset 8']);
  });

  it('focuses its field when its label is clicked', async () => {
    const element = await stepper('id="q" value="3"', (html) => `<label for="q">Quantity</label>${html}`);
    const label = document.querySelector('label[for=q]');
    if (label) await sendMouse({ type: 'click', position: middle(label) });
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'input'));
    expect(part(element, 'input').ariaLabel).to.equal('Quantity');
  });

  it('mirrors the interface of a native control', async () => {
    const element = await stepper(
      'id="q" name="quantity" required',
      (html) => `<form><label for="q">Q</label>${html}</form>`,
    );
    expect(element.form).to.equal(formOf(element));
    expect([...element.labels].map((label) => label.textContent)).to.deep.equal(['Q']);
    expect(element.name).to.equal('quantity');
    expect(element.required).to.equal(true);
    expect(element.willValidate).to.equal(true);
    expect(element.validity.valueMissing).to.equal(true);
    expect(element.checkValidity()).to.equal(false);
    element.value = 1;
    expect(element.checkValidity()).to.equal(true);
    element.setCustomValidity('Sold out.');
    expect(element.validity.customError).to.equal(true);
    expect(element.validationMessage).to.equal('Sold out.');
    element.setCustomValidity('');
    expect(element.checkValidity()).to.equal(true);
    await element.updateComplete;
    element.select();
    const input = part(element, 'input');
    expect(input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)).to.equal('1');
  });

  it('is focused and explained by reportValidity', async () => {
    const element = await stepper('name="quantity" required', inForm());
    expect(element.reportValidity()).to.equal(false);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'input'));
  });

  it('knows at once that a new bound makes its value invalid', async () => {
    const element = await stepper('value="7"', inForm());
    expect(formOf(element).checkValidity()).to.equal(true);
    element.setAttribute('max', '5');
    expect(formOf(element).checkValidity()).to.equal(false);
  });

  it('is not kept from submitting by what the server said about it', async () => {
    const element = await stepper('value="7" error="Only 3 are left."', inForm());
    expect(formOf(element).checkValidity()).to.equal(true);
    expect(part(element, 'error').textContent).to.equal('Only 3 are left.');
    expect(part(element, 'input').ariaInvalid).to.equal('true');
    expect(part(element, 'input').getAttribute('aria-describedby')).to.equal(part(element, 'error').id);
    expect(element.matches(':state(user-invalid)')).to.equal(true);
  });
});

describe('Enter in <ds-quantity-stepper>', () => {
  async function enter(around: (html: string) => string) {
    const element = await stepper('name="quantity" value="3"', around);
    const log = submissions(formOf(element));
    element.focus();
    await sendKeys({ press: 'Enter' });
    await aTimeout(0); // it waits for whoever may object
    return log;
  }

  it('submits nothing where the page objects to the key', async () => {
    const element = await stepper('name="quantity" value="3"', inForm('<button id="buy">Buy</button>'));
    const log = submissions(formOf(element));
    element.addEventListener('keydown', (event) => event.preventDefault());
    element.focus();
    await sendKeys({ press: 'Enter' });
    await aTimeout(0);
    expect(log).to.deep.equal([]);
  });

  it('presses the default button of the form', async () => {
    const buttons =
      '<button type="button" id="x">X</button><button id="first">A</button><button id="second">B</button>';
    expect(await enter(inForm(buttons))).to.deep.equal(['first']);
  });

  it('presses an image button that comes first', async () => {
    expect(await enter(inForm('<input type="image" id="image" alt="Buy"><button id="b">B</button>'))).to.deep.equal([
      'image',
    ]);
  });

  it('submits nothing when the default button is disabled', async () => {
    expect(await enter(inForm('<button id="first" disabled>A</button><button id="second">B</button>'))).to.deep.equal(
      [],
    );
  });

  it('submits a form of one field without a button', async () => {
    expect(await enter(inForm())).to.deep.equal(['nobody']);
  });

  it('submits nothing without a button among several fields', async () => {
    expect(await enter(inForm('<input name="other">'))).to.deep.equal([]);
  });

  it('fires change before it submits', async () => {
    const element = await stepper('name="quantity" value="3"', inForm('<button id="buy">Buy</button>'));
    const log = heard(element);
    formOf(element).addEventListener('submit', (event) => {
      event.preventDefault();
      log.push('submit');
    });
    element.focus();
    element.select();
    await sendKeys({ type: '5' });
    await sendKeys({ press: 'Enter' });
    await aTimeout(0);
    expect(log).to.deep.equal(['user 5', 'input 5', 'change 5', 'submit']);
  });
});

describe('<ds-quantity-stepper> to a screen reader', () => {
  it('is a spinbutton with a value and a range', async () => {
    const element = await stepper('value="3" min="1" max="9" label="Quantity" required');
    const input = part(element, 'input');
    expect(input.role).to.equal('spinbutton');
    expect([
      input.ariaLabel,
      input.ariaValueNow,
      input.ariaValueMin,
      input.ariaValueMax,
      input.ariaRequired,
    ]).to.deep.equal(['Quantity', '3', '1', '9', 'true']);
    expect(input.hasAttribute('aria-valuetext')).to.equal(false);
  });

  it('reads the text that is shown where it is not the plain number', async () => {
    const element = await stepper('value="1.5" step="0.5" lang="de"');
    expect(part(element, 'input').value).to.equal('1,5');
    expect(part(element, 'input').ariaValueText).to.equal('1,5');
  });

  it('names its buttons in the words of the page', async () => {
    const element = await stepper('decrement-label="Weniger"');
    expect(part(element, 'decrement').ariaLabel).to.equal('Weniger');
    expect(part(element, 'increment').ariaLabel).to.equal('Increase');
  });
});
