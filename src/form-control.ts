import type { PropertyDeclaration } from 'lit';
import { DsElement } from './element.js';

/** What is wrong with a value, in the platform's terms; no message means nothing is. */
export interface Problem {
  flags: ValidityStateFlags;
  message: string;
}

const ATTRIBUTES = ['name', 'disabled', 'readonly', 'required', 'value'];
const PROPERTIES = ['name', 'disabled', 'readOnly', 'required', 'value'] as const;

/**
 * A control that a form, a fieldset and a label take for one of their own. It mirrors the interface of native
 * controls; like theirs, `name`, `disabled`, `readOnly` and `required` *are* their attributes, because `:disabled` and
 * the form depend on these.
 */
export abstract class FormControl extends DsElement {
  static readonly formAssociated = true;

  /** @internal Focus goes to the first focusable node inside: put the field first. */
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

  /** @internal */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...ATTRIBUTES];
  }

  #customError = '';

  /** What is wrong with the present value, apart from what `setCustomValidity` said. */
  protected abstract problem(): Problem;

  abstract value: unknown;

  /** The node that the browser's message points at. */
  protected abstract get anchor(): HTMLElement | undefined;

  /** The control stops what it is doing: it was disabled, by itself or by a fieldset. */
  protected abstract disabledChanged(): void;

  /** Name of the form entry. */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }
  set name(name: string) {
    this.setAttribute('name', name);
  }

  /** Whether the control itself is disabled; a disabled fieldset disables it too, without this. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  /** Whether the user may look but not touch; the value is submitted all the same. */
  get readOnly(): boolean {
    return this.hasAttribute('readonly');
  }
  set readOnly(readOnly: boolean) {
    this.toggleAttribute('readonly', readOnly);
  }

  /** Whether an empty value is invalid. */
  get required(): boolean {
    return this.hasAttribute('required');
  }
  set required(required: boolean) {
    this.toggleAttribute('required', required);
  }

  /** The form that owns the control. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** The labels that name the control. */
  get labels(): NodeList {
    return this.internals.labels;
  }

  /** Whether the value is checked at all: not where it is disabled or read-only. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** What is wrong with the value, if anything. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** The same in the browser's words; '' where nothing is. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the value is valid; fires `invalid` where it is not. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As {@link checkValidity}, and shows the problem at the focused control. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Makes the control invalid with a message of the page's own; `''` takes it back. */
  setCustomValidity(message: string): void {
    this.#customError = message;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What a script set before the element was defined hides the accessor of the class.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (ATTRIBUTES.includes(name)) this.requestUpdate();
  }

  /** @internal */
  formDisabledCallback(): void {
    this.disabledChanged();
    this.requestUpdate();
  }

  /** Whether a user can change the value now. */
  protected get isEditable(): boolean {
    return !this.matches(':disabled') && !this.readOnly;
  }

  /** @internal Validity follows every change at once: a listener may submit right after it. */
  override requestUpdate(name?: PropertyKey, before?: unknown, options?: PropertyDeclaration): void {
    super.requestUpdate(name, before, options);
    if (this.internals as ElementInternals | undefined) this.#updateValidity(); // Lit's constructor calls this, too
  }

  protected override firstUpdated(): void {
    this.#updateValidity(); // now there is a field to point at
  }

  #updateValidity(): void {
    const { flags, message } = this.problem();
    const customError = this.#customError !== '';
    this.internals.setValidity({ ...flags, customError }, this.#customError || message, this.anchor);
  }
}
