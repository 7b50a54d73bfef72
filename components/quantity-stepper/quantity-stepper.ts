import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { announce, type Cause } from '../../src/announce.js';
import { bound, text } from '../../src/attributes.js';
import { inputs, read } from '../../src/element.js';
import { FormControl, type Problem } from '../../src/form-control.js';
import { submitImplicitly } from '../../src/implicit-submission.js';
import { formatNumber, parseNumberText } from '../../src/locale.js';
import { Hold } from './hold.js';
import { afterKey } from './keys.js';
import { problemOf, step, stepped, type NumberRules } from './number-rules.js';
import { styles } from './quantity-stepper.styles.js';

const number = bound();

/** What a stepper answers with. */
export interface QuantityStepperOutputs {
  /** The number, or `''` where there is none. */
  value: number | '';
}

/**
 * A number with − and +, which a form takes for one of its own fields.
 *
 * Typing, the buttons (held, they repeat), arrow keys, Page Up, Page Down, Home and End change it; Enter submits. A
 * changed `value` attribute always wins over what was typed; an unchanged one never disturbs it.
 *
 * @summary A number field with − and + buttons.
 *
 * @attr {string} name - Name of the form entry.
 * @attr {number} value - The number; also what a form reset goes back to. Empty or missing: no number.
 * @attr {boolean} disabled - Neither usable nor submitted.
 * @attr {boolean} readonly - Submitted, but not to be changed by the user.
 * @attr {boolean} required - An empty value is invalid.
 * @attr {string} to-signal - Signal that the bridge writes: `quantity`, or `value: cart.quantity`.
 *
 * @output {number | ''} value - The number, or `''` where there is none.
 *
 * @fires {Event} input - The user changed the value: at every step and keystroke.
 * @fires {Event} change - The user is done changing it: on leaving the field, on Enter, on letting a button or key go.
 * @fires {CustomEvent<Announcement>} ds-signal - The value changed, by whatever cause: the bridge's event.
 *
 * @csspart base - The frame around field and buttons.
 * @csspart decrement - The − button.
 * @csspart input - The text field.
 * @csspart increment - The + button.
 * @csspart error - The message under the field.
 *
 * @cssproperty [--ds-quantity-stepper-input-size=3.5em] - Inline size of the text field.
 * @cssproperty [--ds-border-color] - Colour of the frame; the text's own, thinned, by default.
 * @cssproperty [--ds-radius=0.5rem] - Corner radius of the frame.
 * @cssproperty [--ds-focus-color=Highlight] - Colour of the focus ring.
 * @cssproperty [--ds-error-color] - Colour of the message and of an invalid frame.
 * @cssproperty [--ds-field-background=transparent] - Background of the field.
 *
 * @cssstate user-invalid - The value is invalid and the user has had the chance to mend it, or the server sent `error`.
 */
export class DsQuantityStepper extends FormControl {
  static override styles: CSSResultGroup = styles;

  static {
    inputs(this, {
      min: bound(),
      max: bound(),
      step: step,
      pageStep: bound(),
      rev: text(),
      error: text(),
      label: text(),
      decrementLabel: text('Decrease'),
      incrementLabel: text('Increase'),
      badInputMessage: text('Enter a number.'),
    });
  }

  /** Smallest valid number; none by default. */
  declare min: number | '';

  /** Greatest valid number; none by default. */
  declare max: number | '';

  /** Distance of valid numbers, above 0, counted from `min`, or from the `value` attribute; `any` for no grid. Default 1. */
  declare step: number | 'any';

  /** How far Page Up and Page Down go; ten steps by default. */
  declare pageStep: number | '';

  /** Any text: when it changes, the control takes its `value` attribute again, though that is the same as before. */
  declare rev: string;

  /** The server's message about the value: shown, read out, and no obstacle to the next submit. */
  declare error: string;

  /** Accessible name, where no `<label for>` gives one. */
  declare label: string;

  /** Accessible name of the − button. Default "Decrease". */
  declare decrementLabel: string;

  /** Accessible name of the + button. Default "Increase". */
  declare incrementLabel: string;

  /** What is said of text that is no number; every other message is the browser's. Default "Enter a number." */
  declare badInputMessage: string;

  #value: number | '' = '';
  /** What the user typed, as long as it stands; then the text follows from the value. */
  #typed: string | undefined;
  /** A key was just pressed: what page and signals answer is an echo of it, and not news. */
  #isTyping = false;
  /** The value at the last `change`. */
  #committed: number | '' = '';
  /** Text of the last `value` attribute: a morph that takes it away and puts it back has changed nothing. */
  #valueText: string | undefined;
  /** Whether a problem may be shown: a field is not scolded before it was used. */
  #isTouched = false;
  readonly #hold = new Hold(
    (direction) => this.#stepBy(direction),
    () => this.#commit(),
  );

  constructor() {
    super();
    this.internals.setFormValue('');
  }

  /** The number, or `''` where there is none. Setting it is no act of the user: no events. Junk counts as `''`. */
  get value(): number | '' {
    return this.#value;
  }
  set value(input: unknown) {
    this.#take(this.#read(input));
  }

  /** The value as a number, NaN where there is none. */
  get valueAsNumber(): number {
    return this.#value === '' ? NaN : this.#value;
  }
  set valueAsNumber(value: number) {
    this.value = Number.isNaN(value) ? '' : value;
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (name === 'value' && now !== null && now !== this.#valueText) {
      this.#valueText = now;
      this.#take(this.#read(now), this.hasUpdated ? 'attribute' : undefined);
    }
    super.attributeChangedCallback(name, before, now);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hold.cancel();
  }

  /** @internal */
  formResetCallback(): void {
    this.#isTouched = false;
    this.#restore();
  }

  /** @internal Back/forward and autofill. */
  formStateRestoreCallback(state: unknown): void {
    this.#restore(state);
  }

  /** Adds `count` steps, as the native method does: without events. */
  stepUp(count = 1): void {
    this.value = stepped(this.#rules, this.#value, count);
  }

  /** Takes `count` steps away, without events. */
  stepDown(count = 1): void {
    this.stepUp(-count);
  }

  /** Selects the text of the field. */
  select(): void {
    this.anchor?.select();
  }

  protected override get anchor(): HTMLInputElement | undefined {
    return this.shadowRoot?.querySelector('input') ?? undefined;
  }

  protected override problem(): Problem {
    if (this.#hasBadInput) return { flags: { badInput: true }, message: this.badInputMessage };
    return problemOf(this.#rules, this.#value, this.required);
  }

  protected override disabledChanged(): void {
    this.#hold.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const rev = changed.get('rev');
    if (this.hasUpdated && rev !== undefined && rev !== this.rev) this.#restore();
    if (this.readOnly) this.#hold.stop();
  }

  protected override updated(): void {
    // Not a binding, which would compare with what it wrote last, and not with what stands there.
    const { anchor } = this;
    if (anchor && anchor.value !== this.#text) anchor.value = this.#text;
    this.showState('user-invalid', this.#message !== '');
  }

  /** What stands in the field. */
  get #text(): string {
    return this.#typed ?? (this.#value === '' ? '' : formatNumber(this, this.#value));
  }

  /** What stands under the field. */
  get #message(): string {
    if (this.error) return this.error;
    return this.#isTouched && this.willValidate ? this.internals.validationMessage : '';
  }

  /** Text of the labels in the page, which do not reach into the shadow tree by themselves. */
  get #labelText(): string {
    return [...this.labels].map((label) => label.textContent?.trim()).join(' ');
  }

  get #rules(): NumberRules {
    return {
      min: this.min === '' ? -Infinity : this.min,
      max: this.max === '' ? Infinity : this.max,
      step: this.step,
      base: number.read(this.getAttribute('value')) ?? '',
    };
  }

  get #hasBadInput(): boolean {
    return this.#typed !== undefined && parseNumberText(this, this.#typed) === undefined;
  }

  #read(input: unknown): number | '' {
    return read(this, 'value', input, number);
  }

  /** Takes a value that the user did not enter. One that is there already is not written again: it may be half typed. */
  #take(value: number | '', cause?: Cause): void {
    if (value === this.#value && (this.#isTyping || !this.#hasBadInput)) return;
    this.#typed = undefined;
    this.#committed = value;
    this.#set(value, cause);
  }

  /** Back to the server's value, or to the browser's, whatever was typed. */
  #restore(input: unknown = this.getAttribute('value')): void {
    this.#typed = undefined;
    this.#committed = this.#read(input);
    this.#set(this.#committed, 'reset');
  }

  /** The one place that changes the value: state, form value, then announcement. */
  #set(value: number | '', cause?: Cause): void {
    this.#value = value;
    this.internals.setFormValue(`${value}`);
    this.requestUpdate();
    if (cause) announce(this, { value } satisfies QuantityStepperOutputs, cause);
  }

  /** The user's step; false where there is no way to go. */
  #stepTo(value: number | ''): boolean {
    if (!this.isEditable || (value === this.#value && !this.#hasBadInput)) return false;
    this.#typed = undefined;
    this.#set(value, 'user');
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    return true;
  }

  #stepBy(steps: number): boolean {
    return this.#stepTo(stepped(this.#rules, this.#value, steps));
  }

  /** The user is done: says so, if the value is another than before. */
  #commit(): void {
    if (!this.#hasBadInput) this.#typed = undefined;
    this.#isTouched = true;
    this.requestUpdate();
    if (this.#value === this.#committed) return;
    this.#committed = this.#value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  readonly #onInput = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    this.#typed = value;
    this.#isTyping = true;
    setTimeout(() => (this.#isTyping = false));
    this.#set(parseNumberText(this, value) ?? '', 'user'); // the native `input` event goes on to the host by itself
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      this.#commit();
      // A native field submits after everybody has heard of the key, and nobody objected.
      setTimeout(() => event.defaultPrevented || submitImplicitly(this.form, this));
      return;
    }
    const target = this.#targetOf(event);
    if (target === undefined || event.shiftKey || !this.isEditable) return;
    event.preventDefault();
    this.#stepTo(target);
  };

  readonly #onKeyup = (event: KeyboardEvent): void => {
    if (this.#targetOf(event) !== undefined) this.#commit();
  };

  #targetOf({ key }: KeyboardEvent): number | '' | undefined {
    return afterKey(key, this.#rules, this.#value, this.pageStep);
  }

  /** Labels may have come, gone or changed since the last render. */
  readonly #onFocus = (): void => this.requestUpdate();

  readonly #onBlur = (): void => {
    this.#hold.stop();
    this.#commit();
  };

  protected override render(): TemplateResult {
    const shown = this.#text;
    const message = this.#message;
    const { min, max, step } = this;
    // Nothing between the two parts: where a page keeps white space, it would be a line of its own.
    // prettier-ignore
    return html`<div part="base">
        <input
          part="input"
          type="text"
          role="spinbutton"
          inputmode=${min !== '' && min < 0 ? 'text' : Number.isInteger(step) ? 'numeric' : 'decimal'}
          autocomplete="off"
          ?disabled=${this.matches(':disabled')}
          ?readonly=${this.readOnly}
          aria-label=${this.#labelText || this.label || nothing}
          aria-valuenow=${this.#value === '' ? nothing : this.#value}
          aria-valuetext=${shown === `${this.#value}` ? nothing : shown}
          aria-valuemin=${min === '' ? nothing : min}
          aria-valuemax=${max === '' ? nothing : max}
          aria-required=${this.required ? 'true' : nothing}
          aria-invalid=${message ? 'true' : 'false'}
          aria-describedby="error"
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @keyup=${this.#onKeyup}
          @focus=${this.#onFocus}
          @blur=${this.#onBlur}
        />
        ${this.#button('decrement', -1, this.decrementLabel, 'M3 8h10')}
        ${this.#button('increment', 1, this.incrementLabel, 'M3 8h10M8 3v10')}
      </div><div id="error" aria-live="polite" part="error">${message}</div>`;
  }

  /** Not in the tab order, since the arrow keys do the same, but there for touch and for screen readers. */
  #button(part: string, direction: 1 | -1, label: string, icon: string): TemplateResult {
    const isAtEnd = !this.#hasBadInput && stepped(this.#rules, this.#value, direction) === this.#value;
    return html`<button
      part=${part}
      type="button"
      tabindex="-1"
      aria-label=${label}
      aria-disabled=${isAtEnd || this.readOnly ? 'true' : 'false'}
      ?disabled=${this.matches(':disabled')}
      @mousedown=${keepFocus}
      @contextmenu=${keepFocus}
      @pointerdown=${(event: PointerEvent) => {
        if (event.button === 0 && this.isEditable) this.#hold.start(direction);
      }}
      @click=${(event: MouseEvent) => {
        if (this.#hold.swallows(event)) return;
        this.#stepBy(direction);
        this.#commit();
      }}
    >
      <svg viewBox="0 0 16 16" fill="none" aria-hidden="true"><path d=${icon}></path></svg>
    </button>`;
  }
}

/** A button that is pressed leaves the caret where it is, and a long touch opens no menu. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
