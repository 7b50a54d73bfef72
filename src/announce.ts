/** The values that an element answers with, by output name. Never null: that would delete a signal. */
export type Outputs = Readonly<Record<string, string | number | boolean | readonly (string | number | boolean)[]>>;

/**
 * Why an output changed. `user`: somebody acted. `reset`: the form was reset or restored, or `rev` asked for the
 * server's value back. `attribute`: the template or a signal wrote a new one.
 */
export type Cause = 'user' | 'reset' | 'attribute';

export interface Announcement {
  readonly outputs: Outputs;
  readonly cause: Cause;
}

declare global {
  interface HTMLElementEventMap {
    'ds-signal': CustomEvent<Announcement>;
  }
  interface DocumentEventMap {
    'ds-signal': CustomEvent<Announcement>;
  }
}

/**
 * Says what happened to an element, once its state and its form value are true: call it before `input` and `change`.
 * Listeners run before this returns, so a bound signal is written by then.
 */
export function announce(element: Element, outputs: Outputs, cause: Cause): void {
  element.dispatchEvent(
    new CustomEvent<Announcement>('ds-signal', { bubbles: true, composed: true, detail: { outputs, cause } }),
  );
}
