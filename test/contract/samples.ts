/** What the contract suite needs to know of an element to put all twelve points to it. Stands beside the element. */
export interface ElementSamples {
  /** A minimal instance as a template sends it, with the id `it`. */
  html: string;
  /** One entry for every observed attribute. */
  attributes: Record<string, AttributeSample>;
  /** What a screen reader gets of the element with these attributes: a line a node, "role name: value (description)". */
  accessibility: readonly { attributes: Record<string, string | null>; tree: readonly string[] }[];
  /** Whether it paints a picture of its own, frame by frame. */
  isPainted?: boolean;
  /** How often Tab stops in `html`. */
  tabStops: number;
  /** What the contract tries on a form control; absent where the element is none. */
  control?: ControlSamples;
}

export interface AttributeSample {
  /** Texts that mean something, each another thing. */
  valid: readonly string[];
  /** Texts that mean nothing and count as the default. */
  junk: readonly string[];
  /** Texts out of range, and what they are clamped to. */
  clamped?: Readonly<Record<string, unknown>>;
  /** The property of the same input. */
  property: string;
  /** What the property reads when the attribute is missing. */
  default: unknown;
  /** Whether the removed attribute leaves the property as it is, as a control's `value` does. */
  staysWhenRemoved?: boolean;
}

export interface ControlSamples {
  /** The value of `html`, and after one act. */
  before: unknown;
  after: unknown;
  /** One act of a user, with mouse or keys: an `input` and a `change`. */
  act(element: HTMLElement): Promise<void>;
  /** Empties the control by keyboard. */
  empty(element: HTMLElement): Promise<void>;
  /** What a user enters that is no valid value and has to stay, and what the form sends for it. */
  enterInvalid(element: HTMLElement): Promise<void>;
  invalid: string;
}
