/**
 * What Enter in a text field does by itself and a field in a shadow tree cannot: presses the form's default button,
 * or submits a form that has none and only this one text field.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission
 */
export function submitImplicitly(form: HTMLFormElement | null, field: Element): void {
  if (!form) return;
  // Not form.elements, which leaves image buttons out, for history's sake.
  const root = form.getRootNode() as ParentNode;
  const button = [...root.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')].find(
    (control) => control.form === form && /^(submit|image)$/.test(control.type),
  );
  if (button)
    button.click(); // a disabled one swallows it, and so it should
  else if (![...form.elements].some((control) => control !== field && blocksSubmission(control))) form.requestSubmit();
}

/** Another field that is typed into: Enter in one of several submits nothing without a button. */
function blocksSubmission(control: Element): boolean {
  return control instanceof HTMLInputElement
    ? !/^(hidden|checkbox|radio|file|range|color|button|reset)$/.test(control.type)
    : control.localName.includes('-');
}
