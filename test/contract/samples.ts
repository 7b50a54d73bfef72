/** What the contract suite needs to know of an element to try all twelve points on it. Stands beside the element. */
export interface ElementSamples {
  tag: string;
  /** A minimal instance as a template sends it, with the id `it`. */
  html: string;
  /** One entry for every observed attribute. */
  attributes: Record<string, AttributeSample>;
  /** How a user acts on a control; absent where the element has no outputs. */
  act?: (element: HTMLElement) => Promise<void>;
}

export interface AttributeSample {
  /** Texts that mean something, each another thing. */
  valid: readonly string[];
  /** Texts that mean nothing and count as the default. */
  junk: readonly string[];
  /** The property of the same input, where there is one. */
  property?: string;
  /** What the property reads when the attribute is missing. */
  default?: unknown;
}
