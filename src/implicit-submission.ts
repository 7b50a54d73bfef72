/**
 * What Enter in a text field does by itself and a field in a shadow tree cannot: presses the form's default button,
 * or submits a form that has none and only this one text field.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission
 */
export function submitImplicitly(form: HTMLFormElement | null, field: Element): void {
  if (!form) return;
  const controls = [...form.elements];
  // form.elements leaves image buttons out, for history's sake.
  const images = [...form.querySelectorAll<HTMLInputElement>('input[type=image]')].filter((one) => one.form === form);
  const button = [...controls, ...images].filter(isSubmitButton).sort(inTreeOrder)[0];
  if (button)
    button.click(); // a disabled one swallows it, and so it should
  else if (!controls.some((control) => control !== field && blocksSubmission(control))) form.requestSubmit();
}

function isSubmitButton(control: Element): control is HTMLButtonElement | HTMLInputElement {
  return (
    (control instanceof HTMLButtonElement && control.type === 'submit') ||
    (control instanceof HTMLInputElement && (control.type === 'submit' || control.type === 'image'))
  );
}

/** Another field that is typed into: Enter in one of several submits nothing without a button. */
function blocksSubmission(control: Element): boolean {
  if (control instanceof HTMLInputElement)
    return !['hidden', 'checkbox', 'radio', 'file', 'range', 'color', 'button', 'reset'].includes(control.type);
  return control.localName.includes('-');
}

function inTreeOrder(a: Node, b: Node): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
